import type { Nullable } from '@salesforce/ts-types';
import invoices from '@salesforce/label/c.Handoff_PointInvoices';
import journals from '@salesforce/label/c.Handoff_PointJournals';
import orders from '@salesforce/label/c.Handoff_PointOrders';
import payments from '@salesforce/label/c.Handoff_PointPayments';

const WORDS: Record<string, string> = {
  'Lead to Order': orders,
  'Lead to Invoice': invoices,
  'Lead to Payment': payments,
  'Lead to Ledger': journals
};

/** What crosses to the ERP at a handoff point, in the plural and inside a sentence: orders, invoices … */
export function whatCrosses(point: Nullable<string>): string {
  return WORDS[point ?? ''] ?? orders;
}
