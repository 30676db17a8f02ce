import { LightningElement, api } from 'lwc';
import cancelled from '@salesforce/label/c.Handoff_OrderCancelled';
import delivered from '@salesforce/label/c.Handoff_OrderDelivered';
import deliveredUnnumbered from '@salesforce/label/c.Handoff_OrderDeliveredUnnumbered';
import held from '@salesforce/label/c.Handoff_OrderHeld';
import planned from '@salesforce/label/c.Handoff_OrderPlanned';
import refused from '@salesforce/label/c.Handoff_OrderRejected';
import sending from '@salesforce/label/c.Handoff_OrderSending';
import superseded from '@salesforce/label/c.Handoff_OrderSuperseded';
import unknown from '@salesforce/label/c.Handoff_OrderUnknown';
import waiting from '@salesforce/label/c.Handoff_OrderWaiting';
import nextAttempt from '@salesforce/label/c.Handoff_OrderNextAttempt';
import retry from '@salesforce/label/c.Handoff_Retry';
import type { Nullable } from '@salesforce/ts-types';
import type { ConnectionHandoff } from 'apex/OrderPanelController';
import type { Problem } from 'c/errors';
import { fill } from 'c/text';

/** One sentence for each state of the order's outbox item; Delivered names the ERP's number and is made elsewhere. */
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

/** An outbox item's state as a sentence. */
export function headlineOf(state: Nullable<string>, erpNumber: Nullable<string>): string {
  if (state !== 'Delivered') return SENTENCES[state ?? ''] ?? state ?? '';
  return erpNumber ? fill(delivered, erpNumber) : deliveredUnnumbered;
}

/** What the ERP said, as an error with its owner; null when nothing is wrong. */
export function problemOf(handoff: Nullable<ConnectionHandoff>): Problem | null {
  if (!handoff?.errorMessage || handoff.itemState === 'Delivered') return null;
  return {
    code: handoff.errorCode ?? '',
    message: handoff.errorMessage,
    owner: handoff.errorOwner ?? null,
    nextStep: handoff.nextStep ?? null
  };
}

/** What became of an order at one of several connections. `retry` carries the outbox item's id. */
export default class OrderHandoff extends LightningElement {
  @api handoff: ConnectionHandoff | null = null;
  @api acting = false;

  label = { nextAttempt, retry };

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry', { detail: { itemId: this.handoff?.itemId } }));
  }

  get headline(): string {
    return headlineOf(this.handoff?.itemState, this.handoff?.erpNumber);
  }

  get problem(): Problem | null {
    return problemOf(this.handoff);
  }

  get nextAttemptAt(): number | null {
    const at = this.handoff?.itemState === 'Waiting' ? this.handoff.nextAttemptAt : null;
    return at ? Date.parse(at) : null;
  }
}
