import { LightningElement, api } from 'lwc';
import type { Nullable } from '@salesforce/ts-types';
import type { HandoffOutcome } from 'apex/HandoffOutcome';

/** What became of several records, or of one at several connections. `retry` carries the outbox item's id. */
export default class HandoffOutcomes extends LightningElement {
  @api outcomes: Nullable<HandoffOutcome[]> = null;
  @api acting = false;

  handleRetry({ detail }: CustomEvent<{ itemId: string }>): void {
    this.dispatchEvent(new CustomEvent('retry', { detail }));
  }
}
