import type { Customer } from './customers.js';
import { refuse } from './errors.js';

/** Refuses a document to a blocked customer; Ship blocks orders but not invoices, and only All blocks a credit memo, as in Business Central. */
export function requireUnblocked(
  customer: Customer,
  kind: 'order' | 'invoice' | 'creditMemo',
  action: 'create' | 'post'
): void {
  const { blocked, number } = customer;
  if (blocked === '' || (blocked === 'Ship' && kind === 'invoice')) return;
  if (kind === 'creditMemo' && blocked !== 'All') return;
  refuse({ kind: 'customerBlocked', number, blocked, action });
}

/** Refuses a payment from a customer who is blocked for everything. */
export function requirePayable(customer: Customer): void {
  if (customer.blocked !== 'All') return;
  refuse({ kind: 'customerBlocked', number: customer.number, blocked: customer.blocked, action: 'post' });
}
