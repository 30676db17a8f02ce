import { LightningElement, api } from 'lwc';
import type { Nullable } from '@salesforce/ts-types';

export type FigureTone = 'plain' | 'good' | 'caution' | 'bad';

/** A figure as a tile: its label, the amount in the currency of its own record, and a remark below. */
export default class Figure extends LightningElement {
  @api label = '';
  /** Amount in units of `currencyCode`; null shows `emptyText` instead. */
  @api value: Nullable<number> = null;
  @api currencyCode: Nullable<string> = null;
  @api emptyText = '–';
  @api remark: Nullable<string> = null;
  @api tone: FigureTone = 'plain';

  get hasValue(): boolean {
    return this.value !== null && this.value !== undefined;
  }

  get valueClass(): string {
    return `value ${this.tone}`;
  }
}
