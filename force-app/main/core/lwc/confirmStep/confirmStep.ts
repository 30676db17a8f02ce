import { LightningElement, api } from 'lwc';
import no from '@salesforce/label/c.Handoff_ConfirmNo';
import reason from '@salesforce/label/c.Handoff_ConfirmReason';
import yes from '@salesforce/label/c.Handoff_ConfirmYes';

/** Asks before something is done, in place; with a reason where one is kept. `confirm` carries it; `keep` when nothing is done. */
export default class ConfirmStep extends LightningElement {
  @api question = '';
  /** Whether to ask for a reason. */
  @api withReason = false;

  label = { no, reason, yes };
  private reasonText = '';
  private hasFocus = false;

  /** It stands where the button stood that was pressed: who uses the keyboard goes on from there. */
  override renderedCallback(): void {
    if (this.hasFocus) return;
    this.hasFocus = true;
    this.template?.querySelector<HTMLElement>('lightning-input, lightning-button')?.focus();
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleNo();
  }

  handleReason(event: CustomEvent<{ value: string }>): void {
    this.reasonText = event.detail.value;
  }

  handleYes(): void {
    this.dispatchEvent(new CustomEvent('confirm', { detail: { reason: this.reasonText } }));
  }

  handleNo(): void {
    this.dispatchEvent(new CustomEvent('keep'));
  }
}
