import { LightningElement, api } from 'lwc';
import type { Nullable } from '@salesforce/ts-types';

/**
 * An amount in the currency of its own record. Without a currency it is a plain number: the user's currency would be
 * a lie. Null shows as a dash, because an absent amount is not zero.
 */
export default class Money extends LightningElement {
  @api value: Nullable<number> = null;
  @api currencyCode: Nullable<string> = null;

  get hasValue(): boolean {
    return this.value !== null && this.value !== undefined;
  }

  get formatStyle(): string {
    return this.currencyCode ? 'currency' : 'decimal';
  }
}
