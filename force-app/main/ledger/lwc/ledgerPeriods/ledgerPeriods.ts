import { LightningElement, api } from 'lwc';
import type { Nullable } from '@salesforce/ts-types';
import type { LedgerDesk } from 'apex/LedgerDesk';
import actions from '@salesforce/label/c.Handoff_Actions';
import addYear from '@salesforce/label/c.Handoff_LedgerAddYear';
import changedBy from '@salesforce/label/c.Handoff_LedgerChangedBy';
import close from '@salesforce/label/c.Handoff_LedgerClose';
import closeAsk from '@salesforce/label/c.Handoff_LedgerCloseAsk';
import closeFor from '@salesforce/label/c.Handoff_LedgerCloseFor';
import closeLeft from '@salesforce/label/c.Handoff_LedgerCloseLeft';
import closed from '@salesforce/label/c.Handoff_LedgerClosed';
import dates from '@salesforce/label/c.Handoff_LedgerDates';
import closeForAll from '@salesforce/label/c.Handoff_LedgerCloseForAll';
import forAll from '@salesforce/label/c.Handoff_LedgerForAll';
import held from '@salesforce/label/c.Handoff_LedgerHeld';
import none from '@salesforce/label/c.Handoff_LedgerNoPeriods';
import open from '@salesforce/label/c.Handoff_LedgerOpen';
import period from '@salesforce/label/c.Handoff_LedgerPeriod';
import posted from '@salesforce/label/c.Handoff_LedgerPosted';
import reopen from '@salesforce/label/c.Handoff_LedgerReopen';
import reopenFor from '@salesforce/label/c.Handoff_LedgerReopenFor';
import softClose from '@salesforce/label/c.Handoff_LedgerSoftClose';
import softCloseFor from '@salesforce/label/c.Handoff_LedgerSoftCloseFor';
import softClosed from '@salesforce/label/c.Handoff_LedgerSoftClosed';
import status from '@salesforce/label/c.Handoff_LedgerStatus';
import title from '@salesforce/label/c.Handoff_LedgerPeriods';
import unrecognised from '@salesforce/label/c.Handoff_LedgerUnrecognised';
import { isSure } from 'c/question';
import { fill } from 'c/text';

type Period = NonNullable<LedgerDesk['periods']>[number];

const WORDS: Record<string, string> = { Open: open, 'Soft Closed': softClosed, Closed: closed };

const idOf = (event: Event): string => (event.currentTarget as HTMLElement).dataset.period ?? '';

/** Posting periods, newest first, and the way to close them; closing is for good and asks first. */
export default class LedgerPeriods extends LightningElement {
  @api periods: Nullable<Period[]> = [];
  @api disabled = false;

  label = {
    actions,
    addYear,
    changedBy,
    close,
    dates,
    forAll,
    held,
    none,
    period,
    posted,
    reopen,
    softClose,
    status,
    title,
    unrecognised
  };

  handleAddYear(): void {
    this.dispatchEvent(new CustomEvent('addyear'));
  }

  handleSoftClose(event: Event): void {
    this.set(idOf(event), 'Soft Closed');
  }

  handleReopen(event: Event): void {
    this.set(idOf(event), 'Open');
  }

  async handleClose(event: Event): Promise<void> {
    const periodId = idOf(event);
    const each = (this.periods ?? []).find(({ id }) => id === periodId);
    if (!each) return;
    const isLeft = (each.held ?? 0) + (each.unrecognised ?? 0) > 0;
    const question = isLeft ? fill(closeLeft, each.name, each.held, each.unrecognised) : fill(closeAsk, each.name);
    const message = each.isForAll ? `${question} ${closeForAll}` : question;
    if (await isSure(message, fill(closeFor, each.name))) this.set(periodId, 'Closed');
  }

  private set(periodId: string, wanted: string): void {
    this.dispatchEvent(new CustomEvent('period', { detail: { periodId, status: wanted } }));
  }

  get isEmpty(): boolean {
    return (this.periods ?? []).length === 0;
  }

  get rows() {
    return (this.periods ?? []).map((each) => ({
      ...each,
      statusText: WORDS[each.status ?? ''] ?? each.status,
      canSoftClose: each.status === 'Open',
      canReopen: each.status === 'Soft Closed',
      canClose: each.status !== 'Closed',
      closeFor: fill(closeFor, each.name),
      reopenFor: fill(reopenFor, each.name),
      softCloseFor: fill(softCloseFor, each.name)
    }));
  }
}
