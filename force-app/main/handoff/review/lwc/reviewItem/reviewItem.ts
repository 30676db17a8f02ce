import { LightningElement, api } from 'lwc';
import type { Nullable } from '@salesforce/ts-types';
import applyFix from '@salesforce/label/c.Handoff_ReviewApplyFix';
import heldSince from '@salesforce/label/c.Handoff_ReviewHeldSince';
import nextStep from '@salesforce/label/c.Handoff_NextStep';
import select from '@salesforce/label/c.Handoff_ReviewSelect';
import waits from '@salesforce/label/c.Handoff_ReviewWaits';
import type { HeldDocument } from 'apex/ReviewController';
import { stepAlone } from 'c/errors';
import { fill } from 'c/text';

/** A held document. Tells its parent by `choose` (detail: whether it is chosen) and `fix` (detail: index of the finding). */
export default class ReviewItem extends LightningElement {
  @api document: HeldDocument | null = null;
  @api chosen = false;
  /** Whether decisions are being made just now. */
  @api busy = false;
  /** Whether the user may decide: without it there is nothing to choose. */
  @api canDecide = false;

  label = { heldSince, nextStep, waits };

  handleChoose(event: CustomEvent<{ checked: boolean }>): void {
    this.dispatchEvent(new CustomEvent<boolean>('choose', { detail: event.detail.checked }));
  }

  handleFix(event: Event): void {
    const index = Number((event.currentTarget as HTMLElement).dataset.index);
    this.dispatchEvent(new CustomEvent<number>('fix', { detail: index }));
  }

  /** The heading of the group names the owner. */
  private stepOf(step: Nullable<string>): string {
    return stepAlone(this.document?.owner, step);
  }

  /** A customer is its own account. */
  get accountName(): Nullable<string> {
    const { accountName, recordName } = this.document ?? {};
    return accountName === recordName ? null : accountName;
  }

  get selectText(): string {
    return fill(select, `${this.document?.documentType ?? ''} ${this.document?.recordName ?? ''}`);
  }

  get canChoose(): boolean {
    return this.canDecide && !this.document?.waits;
  }

  get hasAmount(): boolean {
    return typeof this.document?.amount === 'number';
  }

  /** What holds it; without findings of its own it says why it waits. */
  get findings() {
    const found = this.document?.findings ?? [];
    if (found.length === 0) {
      return [
        { index: -1, message: this.document?.message, nextStep: this.stepOf(this.document?.nextStep), fixText: '' }
      ];
    }
    return found.map(({ index, message, nextStep: step, fix }) => ({
      index,
      message,
      nextStep: this.stepOf(step),
      fixText: fix ? fill(applyFix, fix) : ''
    }));
  }
}
