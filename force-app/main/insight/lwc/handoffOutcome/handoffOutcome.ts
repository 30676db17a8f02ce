import { LightningElement, api } from 'lwc';
import booked from '@salesforce/label/c.Handoff_OutcomeBooked';
import cancelled from '@salesforce/label/c.Handoff_OrderCancelled';
import delivered from '@salesforce/label/c.Handoff_OrderDelivered';
import deliveredUnnumbered from '@salesforce/label/c.Handoff_OrderDeliveredUnnumbered';
import held from '@salesforce/label/c.Handoff_OrderHeld';
import nextAttempt from '@salesforce/label/c.Handoff_OrderNextAttempt';
import notSent from '@salesforce/label/c.Handoff_OrderNotSent';
import planned from '@salesforce/label/c.Handoff_OrderPlanned';
import refused from '@salesforce/label/c.Handoff_OrderRejected';
import retry from '@salesforce/label/c.Handoff_Retry';
import sending from '@salesforce/label/c.Handoff_OrderSending';
import superseded from '@salesforce/label/c.Handoff_OrderSuperseded';
import unknown from '@salesforce/label/c.Handoff_OrderUnknown';
import waiting from '@salesforce/label/c.Handoff_OrderWaiting';
import type { HandoffOutcome as Outcome } from 'apex/HandoffOutcome';
import type { Problem } from 'c/errors';
import { fill } from 'c/text';

/** One sentence for each state of an outbox item; {0} is what people call the record. Delivered is said elsewhere. */
const SENTENCES: Record<string, string> = {
  Planned: planned,
  Ready: planned,
  Held: held,
  Sending: sending,
  Waiting: waiting,
  Rejected: refused,
  Unknown: unknown,
  Superseded: superseded,
  Cancelled: cancelled
};

/**
 * What became of a record at one connection: the state as a sentence, and what is wrong with whose move it is.
 * What the slot holds stands between the two. `retry` carries the outbox item's id.
 */
export default class HandoffOutcome extends LightningElement {
  @api outcome: Outcome | null = null;
  @api acting = false;
  /** Why the user cannot retry, where that is worth saying. */
  @api whyNoRetry: string | null = null;

  label = { nextAttempt, notSent, retry };

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry', { detail: { itemId: this.outcome?.itemId } }));
  }

  get hasTitle(): boolean {
    return Boolean(this.outcome?.recordName || this.outcome?.connectionName);
  }

  get titleId(): string | null {
    return this.hasTitle ? 'name' : null;
  }

  get headline(): string {
    const { erpNumber, inBooks, itemState, kind } = this.outcome ?? {};
    if (inBooks) return booked;
    if (itemState === 'Delivered') return erpNumber ? fill(delivered, erpNumber) : deliveredUnnumbered;
    return fill(SENTENCES[itemState ?? ''] ?? itemState ?? '', (kind ?? '').toLowerCase());
  }

  /** What speaks against it, as an error with its owner; null when nothing is wrong. */
  get problem(): Problem | null {
    const { errorCode, errorMessage, errorOwner, itemState, nextStep } = this.outcome ?? {};
    if (!errorMessage || itemState === 'Delivered') return null;
    return { code: errorCode ?? '', message: errorMessage, owner: errorOwner ?? null, nextStep: nextStep ?? null };
  }

  /** A timestamp, as the base component takes no ISO text. */
  get nextAttemptAt(): number | null {
    const at = this.outcome?.itemState === 'Waiting' ? this.outcome.nextAttemptAt : null;
    return at ? Date.parse(at) : null;
  }
}
