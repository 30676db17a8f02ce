import { api, LightningElement } from 'lwc';

interface Lookup {
  reportValidity(): boolean;
  focus(): void;
}

/**
 * Chooses a record of one object by name. `filter`, `display-info` and `matching-info` are not applied here.
 * Source: https://developer.salesforce.com/docs/component-library/bundle/lightning-record-picker
 */
export default class RecordPicker extends LightningElement {
  @api label = '';
  @api objectApiName = '';
  @api placeholder = '';
  @api required = false;
  @api disabled = false;
  @api variant = 'standard';
  @api value = '';
  chosenName = '';

  @api clearSelection(): void {
    this.value = '';
    this.chosenName = '';
  }

  @api reportValidity(): boolean {
    return this.lookup?.reportValidity() ?? true;
  }

  @api focus(): void {
    this.lookup?.focus();
  }

  get targets(): readonly string[] {
    return [this.objectApiName];
  }

  handleChoose(event: CustomEvent<{ value: string; text: string }>): void {
    this.value = event.detail.value;
    this.chosenName = event.detail.text;
    this.dispatchEvent(new CustomEvent('change', { detail: { recordId: event.detail.value || null } }));
  }

  private get lookup(): Lookup | null {
    return this.template?.querySelector('shell-lookup-input') as unknown as Lookup | null;
  }
}
