import { LightningElement, api } from 'lwc';
import type { Nullable } from '@salesforce/ts-types';
import type { AccountPanel } from 'apex/AccountPanelController';
import amount from '@salesforce/label/c.Handoff_Amount';
import date from '@salesforce/label/c.Handoff_Date';
import none from '@salesforce/label/c.Handoff_PaymentsNone';
import paid from '@salesforce/label/c.Handoff_PaymentPaid';
import paymentNumber from '@salesforce/label/c.Handoff_PaymentNumber';
import unapplied from '@salesforce/label/c.Handoff_PaymentUnapplied';

type Payment = NonNullable<AccountPanel['payments']>[number];

/** Payments with the invoices they paid; what is not applied to any invoice is said, because finance asks. */
export default class PaymentList extends LightningElement {
  @api payments: Nullable<Payment[]> = [];

  label = { amount, date, none, paid, paymentNumber, unapplied };

  get isEmpty(): boolean {
    return (this.payments ?? []).length === 0;
  }

  get rows() {
    return (this.payments ?? []).map((payment) => ({
      ...payment,
      hasUnapplied: (payment.unapplied ?? 0) !== 0,
      applications: (payment.applications ?? []).map((each, index) => ({ ...each, key: index }))
    }));
  }
}
