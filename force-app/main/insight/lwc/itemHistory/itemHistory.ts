import { LightningElement, api } from 'lwc';
import load from '@salesforce/apex/ItemHistoryController.load';
import bodies from '@salesforce/label/c.Handoff_HistoryBodies';
import change from '@salesforce/label/c.Handoff_HistoryStep';
import exchange from '@salesforce/label/c.Handoff_HistoryExchange';
import none from '@salesforce/label/c.Handoff_HistoryNone';
import request from '@salesforce/label/c.Handoff_HistoryRequest';
import response from '@salesforce/label/c.Handoff_HistoryResponse';
import title from '@salesforce/label/c.Handoff_HistoryTitle';
import type { Step } from 'apex/ItemHistoryController';
import type { Explanation } from 'c/access';
import { reduceErrors, type Problem } from 'c/errors';
import { fill } from 'c/text';

interface Row extends Step {
  states: string;
  hasExchange: boolean;
  exchangeText: string;
}

/** What became of an outbox item, step by step, the newest first; with both bodies, masked, where something was exchanged. */
export default class ItemHistory extends LightningElement {
  label = { bodies, change, exchange, none, request, response, title };
  steps: Step[] | null = null;
  problem: Problem | null = null;
  private record = '';

  @api
  get recordId(): string {
    return this.record;
  }

  set recordId(value: string) {
    if (value === this.record) return;
    this.record = value;
    if (value) this.read();
  }

  async read(): Promise<void> {
    this.problem = null;
    try {
      this.steps = await load({ itemId: this.record });
    } catch (error) {
      this.problem = reduceErrors(error);
    }
  }

  get rows(): Row[] {
    return (this.steps ?? []).map((step) => ({
      ...step,
      states: step.fromState ? fill(change, step.fromState, step.toState) : (step.toState ?? ''),
      hasExchange: Boolean(step.request) || Boolean(step.response),
      exchangeText: fill(exchange, step.httpStatus, step.durationMs, step.requestId)
    }));
  }

  get isLoading(): boolean {
    return !this.steps && !this.problem;
  }

  get empty(): Explanation | null {
    return this.steps?.length === 0 ? { heading: none, message: '' } : null;
  }
}
