import { LightningElement, api } from 'lwc';

/** A panel with content, an action and a call to action, in the states the test gives. */
export default class Holder extends LightningElement {
  @api states: Record<string, unknown> = {};

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retried'));
  }
}
