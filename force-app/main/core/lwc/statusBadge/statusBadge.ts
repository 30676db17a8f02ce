import { LightningElement, api } from 'lwc';
import cancelled from '@salesforce/label/c.Handoff_StateCancelled';
import delivered from '@salesforce/label/c.Handoff_StateDelivered';
import held from '@salesforce/label/c.Handoff_StateHeld';
import planned from '@salesforce/label/c.Handoff_StatePlanned';
import rejected from '@salesforce/label/c.Handoff_StateRejected';
import sending from '@salesforce/label/c.Handoff_StateSending';
import superseded from '@salesforce/label/c.Handoff_StateSuperseded';
import unknown from '@salesforce/label/c.Handoff_StateUnknown';
import waiting from '@salesforce/label/c.Handoff_StateWaiting';

const LOOKS: Record<string, { text: string; tone: string }> = {
  Planned: { text: planned, tone: 'neutral' },
  Ready: { text: planned, tone: 'neutral' },
  Held: { text: held, tone: 'warning' },
  Sending: { text: sending, tone: 'info' },
  Waiting: { text: waiting, tone: 'info' },
  Delivered: { text: delivered, tone: 'success' },
  Rejected: { text: rejected, tone: 'error' },
  Unknown: { text: unknown, tone: 'warning' },
  Superseded: { text: superseded, tone: 'neutral' },
  Cancelled: { text: cancelled, tone: 'neutral' }
};

/** The state of an outbox item in a word a salesperson understands; the colour only repeats the word. */
export default class StatusBadge extends LightningElement {
  /** A value of OutboxItem__c.State__c; one that is not known here is shown as it is. */
  @api state = '';

  get text(): string {
    return LOOKS[this.state]?.text ?? this.state;
  }

  get badgeClass(): string {
    return `slds-badge badge ${LOOKS[this.state]?.tone ?? 'neutral'}`;
  }
}
