import { LightningElement, api } from 'lwc';
import type { Nullable } from '@salesforce/ts-types';
import balance from '@salesforce/label/c.Handoff_Balance';
import creditLimit from '@salesforce/label/c.Handoff_CreditLimit';
import noLimit from '@salesforce/label/c.Handoff_NoCreditLimit';
import pastDue from '@salesforce/label/c.Handoff_PastDue';
import type { FigureTone } from 'c/figure';

/** Amounts in units of `currencyCode`, the ERP's. */
interface Figures {
  balance?: Nullable<number>;
  pastDue?: Nullable<number>;
  creditLimit?: Nullable<number>;
  currencyCode?: Nullable<string>;
}

/** What a customer owes and may owe, as tiles. More tiles go into the slots: `before` these, or after them. */
export default class CustomerFigures extends LightningElement {
  @api figures: Figures = {};

  label = { balance, creditLimit, noLimit, pastDue };

  get pastDueTone(): FigureTone {
    return (this.figures.pastDue ?? 0) > 0 ? 'bad' : 'plain';
  }
}
