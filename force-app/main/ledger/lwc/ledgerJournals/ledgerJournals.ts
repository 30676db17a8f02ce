import { LightningElement, api } from 'lwc';
import type { Nullable } from '@salesforce/ts-types';
import type { LedgerDesk } from 'apex/LedgerDesk';
import actions from '@salesforce/label/c.Handoff_Actions';
import asDated from '@salesforce/label/c.Handoff_LedgerAsDated';
import asDatedFor from '@salesforce/label/c.Handoff_LedgerAsDatedFor';
import date from '@salesforce/label/c.Handoff_Date';
import document from '@salesforce/label/c.Handoff_LedgerDocument';
import heldBecause from '@salesforce/label/c.Handoff_LedgerHeldBecause';
import journal from '@salesforce/label/c.Handoff_LedgerJournal';
import nextPeriod from '@salesforce/label/c.Handoff_LedgerNextPeriod';
import nextPeriodFor from '@salesforce/label/c.Handoff_LedgerNextPeriodFor';
import reverse from '@salesforce/label/c.Handoff_LedgerReverse';
import reverseAsk from '@salesforce/label/c.Handoff_LedgerReverseAsk';
import reverseFor from '@salesforce/label/c.Handoff_LedgerReverseFor';
import total from '@salesforce/label/c.Handoff_Total';
import { isSure } from 'c/question';
import { fill } from 'c/text';

type Journal = NonNullable<LedgerDesk['held']>[number];

/** Journals with what finance can do with them: post held ones, reverse posted ones. */
export default class LedgerJournals extends LightningElement {
  @api journals: Nullable<Journal[]> = [];
  @api noneText = '';
  /** Whether they wait for finance rather than being posted. */
  @api isHeld = false;
  @api disabled = false;

  label = { actions, asDated, date, document, heldBecause, journal, nextPeriod, reverse, total };

  handleAsDated(event: Event): void {
    this.release(event, false);
  }

  handleNextPeriod(event: Event): void {
    this.release(event, true);
  }

  async handleReverse(event: Event): Promise<void> {
    const { journalId, name } = dataOf(event);
    if (await isSure(fill(reverseAsk, name), fill(reverseFor, name)))
      this.dispatchEvent(new CustomEvent('reverse', { detail: { journalId } }));
  }

  private release(event: Event, inNextPeriod: boolean): void {
    const { journalId } = dataOf(event);
    this.dispatchEvent(new CustomEvent('release', { detail: { journalId, inNextPeriod } }));
  }

  get isEmpty(): boolean {
    return (this.journals ?? []).length === 0;
  }

  get rows() {
    return (this.journals ?? []).map((each) => ({
      ...each,
      asDatedFor: fill(asDatedFor, each.name),
      nextPeriodFor: fill(nextPeriodFor, each.name),
      reverseFor: fill(reverseFor, each.name)
    }));
  }
}

function dataOf(event: Event): { journalId: string; name: string } {
  const { dataset } = event.currentTarget as HTMLElement;
  return { journalId: dataset.journal ?? '', name: dataset.name ?? '' };
}
