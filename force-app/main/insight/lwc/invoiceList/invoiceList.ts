import { LightningElement, api } from 'lwc';
import type { Nullable } from '@salesforce/ts-types';
import amount from '@salesforce/label/c.Handoff_Amount';
import date from '@salesforce/label/c.Handoff_Date';
import description from '@salesforce/label/c.Handoff_Description';
import due from '@salesforce/label/c.Handoff_Due';
import invoiceNumber from '@salesforce/label/c.Handoff_InvoiceNumber';
import linesOf from '@salesforce/label/c.Handoff_InvoiceLinesOf';
import noLines from '@salesforce/label/c.Handoff_InvoiceLinesNone';
import none from '@salesforce/label/c.Handoff_InvoicesNone';
import overdue from '@salesforce/label/c.Handoff_Overdue';
import price from '@salesforce/label/c.Handoff_UnitPrice';
import quantity from '@salesforce/label/c.Handoff_Quantity';
import remaining from '@salesforce/label/c.Handoff_Remaining';
import status from '@salesforce/label/c.Handoff_Status';
import total from '@salesforce/label/c.Handoff_Total';
import type { InvoiceRow } from 'apex/InvoiceRow';
import { fill } from 'c/text';

/** Posted invoices; each opens to its lines. */
export default class InvoiceList extends LightningElement {
  @api invoices: Nullable<InvoiceRow[]> = [];

  label = {
    amount,
    date,
    description,
    due,
    invoiceNumber,
    noLines,
    none,
    overdue,
    price,
    quantity,
    remaining,
    status,
    total
  };

  private opened: string[] = [];

  get isEmpty(): boolean {
    return (this.invoices ?? []).length === 0;
  }

  get rows() {
    return (this.invoices ?? []).map((invoice) => {
      const id = invoice.id ?? '';
      const open = this.opened.includes(id);
      return {
        ...invoice,
        id,
        detailKey: `${id}-lines`,
        open,
        expanded: String(open),
        chevron: open ? 'utility:chevrondown' : 'utility:chevronright',
        linesTitle: fill(linesOf, invoice.documentNumber),
        lines: (invoice.lines ?? []).map((line, index) => ({ ...line, key: index })),
        hasLines: (invoice.lines ?? []).length > 0
      };
    });
  }

  handleToggle(event: Event): void {
    const id = (event.currentTarget as HTMLElement).dataset.id ?? '';
    this.opened = this.opened.includes(id) ? this.opened.filter((each) => each !== id) : [...this.opened, id];
  }
}
