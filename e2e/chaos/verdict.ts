import type { Backend } from '../backend.js';
import type { LedgerOrder } from '../erp.js';
import { unknownProduct } from './company.js';

interface OrderRow {
  readonly Id: string;
  readonly AccountId: string;
  readonly EffectiveDate: string;
}

interface LineRow {
  readonly OrderId: string;
  readonly Quantity: number;
  readonly UnitPrice: number;
  readonly Product2: { readonly ProductCode: string };
}

interface LinkRow {
  readonly RecordId__c: string;
  readonly ErpNumber__c: string;
}

/**
 * What is wrong with the ERP's books at the end, a sentence each; nothing when every order is there once and says the same, and those
 * that the ERP cannot take are stopped for that reason.
 */
export async function orderComplaints(backend: Backend): Promise<string[]> {
  const orders = await backend.query<OrderRow>(
    `SELECT Id, AccountId, EffectiveDate FROM Order WHERE Name = 'chaos' AND Status = 'Activated'`
  );
  const lines = await backend.query<LineRow>(
    `SELECT OrderId, Quantity, UnitPrice, Product2.ProductCode FROM OrderItem WHERE Order.Name = 'chaos'`
  );
  const linesOf = new Map<string, string[]>();
  for (const line of lines) linesOf.set(line.OrderId, [...(linesOf.get(line.OrderId) ?? []), lineText(line)]);
  const stopped = await stoppedRecords(backend);
  const customers = await backend.query<LinkRow>(
    `SELECT RecordId__c, ErpNumber__c FROM ErpLink__c WHERE Entity__c = 'Customer'`
  );
  const customerNumbers = new Map(customers.map((link) => [link.RecordId__c, link.ErpNumber__c]));
  const state = await backend.erp.state(1_000_000);
  const byOrder = new Map<string, LedgerOrder[]>();
  for (const order of state.orders) {
    const id = /^SF-(801.*)-\d+$/.exec(order.externalDocumentNumber)?.[1];
    if (id !== undefined) byOrder.set(id, [...(byOrder.get(id) ?? []), order]);
  }

  const found: string[] = [];
  for (const order of orders) {
    const there = byOrder.get(order.Id.toUpperCase()) ?? [];
    byOrder.delete(order.Id.toUpperCase());
    const [only] = there;
    const why = stopped.get(order.Id);
    if (linesOf.get(order.Id)?.some((line) => line.startsWith(`${unknownProduct} `))) {
      if (there.length > 0) found.push(`${order.Id} is there, with a product that the ERP does not have.`);
      else if (!why?.includes(unknownProduct)) found.push(`${order.Id} cannot go, and says: ${why ?? 'nothing'}`);
    } else if (there.length <= 1 && stopped.has(order.Id)) found.push(`${order.Id} is stopped: ${why}`);
    else if (only === undefined) found.push(`${order.Id} is lost.`);
    else if (there.length > 1) found.push(`${order.Id} is there ${there.length} times.`);
    else {
      const wanted = linesOf.get(order.Id) ?? [];
      const present = only.lines.map((line) => `${line.number} ${line.quantity} ${line.unitPrice}`);
      if (JSON.stringify(wanted.sort()) !== JSON.stringify(present.sort()))
        found.push(`${order.Id} has other lines there: ${present.join(', ')} instead of ${wanted.join(', ')}.`);
      if (only.documentDate !== order.EffectiveDate)
        found.push(`${order.Id} has the date ${only.documentDate} there instead of ${order.EffectiveDate}.`);
      if (only.customerNumber !== customerNumbers.get(order.AccountId))
        found.push(`${order.Id} belongs to customer ${only.customerNumber} there.`);
    }
  }
  for (const id of byOrder.keys()) found.push(`${id} is there, although it was taken away.`);
  const numbers = new Map<string, number>();
  for (const customer of state.customers.filter((one) => one.displayName.startsWith('Chaos customer')))
    numbers.set(customer.displayName, (numbers.get(customer.displayName) ?? 0) + 1);
  for (const [name, count] of numbers) if (count > 1) found.push(`${name} is there ${count} times.`);
  return found;
}

/** What stands Rejected or Held at the end, with its reason. The storm itself is no true reason for that. */
export async function stoppedRecords(backend: Backend): Promise<Map<string, string>> {
  const items = await backend.query<{ SourceId__c: string; State__c: string; ErrorMessage__c: string | null }>(
    `SELECT SourceId__c, State__c, ErrorMessage__c FROM OutboxItem__c WHERE State__c IN ('Rejected', 'Held')`
  );
  return new Map(items.map((item) => [item.SourceId__c, `${item.State__c}, ${item.ErrorMessage__c ?? 'no reason'}`]));
}

function lineText(line: LineRow): string {
  return `${line.Product2.ProductCode} ${line.Quantity} ${line.UnitPrice}`;
}
