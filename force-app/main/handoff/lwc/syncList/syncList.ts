import { LightningElement, api, wire } from 'lwc';
import sync from '@salesforce/apex/SyncListController.sync';
import already from '@salesforce/label/c.Handoff_ListAlready';
import held from '@salesforce/label/c.Handoff_ListHeld';
import inFlight from '@salesforce/label/c.Handoff_ListInFlight';
import next from '@salesforce/label/c.Handoff_ListNext';
import nothing from '@salesforce/label/c.Handoff_ListNothing';
import record from '@salesforce/label/c.Handoff_ListRecord';
import refused from '@salesforce/label/c.Handoff_ListRefused';
import sent from '@salesforce/label/c.Handoff_ListSent';
import title from '@salesforce/label/c.Handoff_ListTitle';
import tooMany from '@salesforce/label/c.Handoff_ListTooMany';
import why from '@salesforce/label/c.Handoff_ListWhy';
import working from '@salesforce/label/c.Handoff_ListWorking';
import type { Row } from 'apex/SyncListController';
import { reduceErrors, stepAlone, type Problem } from 'c/errors';
import { fill } from 'c/text';
import { CurrentPageReference } from 'lightning/navigation';

const MOST = 200;
const WORDS: [string, string][] = [
  ['sent', sent],
  ['already', already],
  ['inFlight', inFlight],
  ['held', held],
  ['refused', refused]
];

/**
 * Sync to ERP for the records selected in a list: hands them over as soon as it knows them, and sums up what became of them.
 * In a screen flow the ids come from the list view's selection; on its tab from the address (c__ids, divided by commas).
 */
export default class SyncList extends LightningElement {
  label = { already, held, inFlight, next, nothing, record, refused, sent, title, tooMany, why, working };
  rows: Row[] | null = null;
  problem: Problem | null = null;
  private given: string[] = [];
  private isStarted = false;

  /** Ids of the records; the first that come are handed over. */
  @api
  get ids(): string[] {
    return this.given;
  }

  set ids(value: string[] | null | undefined) {
    this.take(value ?? []);
  }

  @wire(CurrentPageReference)
  handlePage(page: { state?: Record<string, string> } | null): void {
    const listed = page?.state?.c__ids;
    if (listed) this.take(listed.split(',').filter((id) => id !== ''));
  }

  async handleTryAgain(): Promise<void> {
    await this.send();
  }

  private take(ids: string[]): void {
    if (this.isStarted || ids.length === 0) return;
    this.given = [...new Set(ids)];
    if (this.given.length > MOST) return;
    this.isStarted = true;
    this.send();
  }

  private async send(): Promise<void> {
    this.problem = null;
    try {
      this.rows = await sync({ recordIds: this.given });
    } catch (error) {
      this.problem = reduceErrors(error);
    }
  }

  get hasNone(): boolean {
    return this.given.length === 0;
  }

  get hasTooMany(): boolean {
    return this.given.length > MOST;
  }

  get isWorking(): boolean {
    return this.isStarted && !this.rows && !this.problem;
  }

  get workingText(): string {
    return fill(working, this.given.length);
  }

  get counts(): { outcome: string; text: string }[] {
    return WORDS.flatMap(([outcome, text]) => {
      const count = (this.rows ?? []).filter((row) => row.outcome === outcome).length;
      return count === 0 ? [] : [{ outcome, text: fill(text, count) }];
    });
  }

  get stopped() {
    return (this.rows ?? [])
      .filter((row) => row.outcome === 'held' || row.outcome === 'refused')
      .map((row) => ({ ...row, step: stepAlone(row.owner, row.nextStep) }));
  }

  get hasStopped(): boolean {
    return this.stopped.length > 0;
  }
}
