import { LightningElement, api } from 'lwc';
import type { Nullable } from '@salesforce/ts-types';
import amount from '@salesforce/label/c.Handoff_Total';
import due from '@salesforce/label/c.Handoff_BillingDue';
import invoice from '@salesforce/label/c.Handoff_BillingInvoice';
import notSent from '@salesforce/label/c.Handoff_OrderNotSent';
import on from '@salesforce/label/c.Handoff_BillingOn';
import period from '@salesforce/label/c.Handoff_BillingPeriod';
import status from '@salesforce/label/c.Handoff_Status';
import type { BillingDesk } from 'apex/BillingDesk';

type Invoice = NonNullable<BillingDesk['past']>[number];

/** Invoices of a billing schedule: those that were made, with what became of them, or those to come. */
export default class BillingInvoices extends LightningElement {
  @api invoices: Nullable<Invoice[]> = [];
  @api caption = '';
  /** Whether they were made. */
  @api isPast = false;

  label = { amount, due, invoice, notSent, on, period, status };

  get isToCome(): boolean {
    return !this.isPast;
  }

  get rows() {
    return (this.invoices ?? []).map((each) => ({
      ...each,
      key: each.id ?? each.firstDay ?? '',
      isWaiting: !this.isPast && each.isDue
    }));
  }
}
