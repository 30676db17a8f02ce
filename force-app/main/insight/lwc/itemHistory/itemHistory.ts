import { wire } from 'lwc';
import load from '@salesforce/apex/ItemHistoryController.load';
import bodies from '@salesforce/label/c.Handoff_HistoryBodies';
import change from '@salesforce/label/c.Handoff_HistoryStep';
import exchange from '@salesforce/label/c.Handoff_HistoryExchange';
import none from '@salesforce/label/c.Handoff_HistoryNone';
import request from '@salesforce/label/c.Handoff_HistoryRequest';
import response from '@salesforce/label/c.Handoff_HistoryResponse';
import title from '@salesforce/label/c.Handoff_HistoryTitle';
import type { History, Step } from 'apex/ItemHistoryController';
import type { Wired } from 'apex/method';
import type { Explanation } from 'c/access';
import { fill } from 'c/text';
import WatchedPanel from 'c/watchedPanel';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';

interface Row extends Step {
  states: string;
  hasExchange: boolean;
  exchangeText: string;
}

/**
 * How an outbox item stands, with Retry where it is stopped, and what became of it step by step, the newest first; with both
 * bodies, masked, where something was exchanged.
 */
export default class ItemHistory extends WatchedPanel<History> {
  label = { bodies, change, exchange, none, request, response, title };
  protected override readonly toastTitle = title;

  @wire(load, { itemId: '$visibleId' })
  receive(wired: Wired<History>): void {
    const before = this.panel?.outcome?.itemState;
    this.take(wired);
    const recordId = this.recordId;
    // The page's own fields would go on telling the state from before.
    if (recordId && before && before !== this.panel?.outcome?.itemState) notifyRecordUpdateAvailable([{ recordId }]);
  }

  get rows(): Row[] {
    return (this.panel?.steps ?? []).map((step) => ({
      ...step,
      states: step.fromState ? fill(change, step.fromState, step.toState) : (step.toState ?? ''),
      hasExchange: Boolean(step.request) || Boolean(step.response),
      exchangeText: fill(exchange, step.httpStatus, step.durationMs, step.requestId)
    }));
  }

  get empty(): Explanation | null {
    if (!this.panel || this.panel.outcome || this.rows.length > 0) return null;
    return { heading: none, message: '' };
  }
}
