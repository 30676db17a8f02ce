import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { importPlan } from '../../src/data/import-tree.js';
import { facts, openOrg } from '../async/harness.js';

const page = (object: string) => `Object Reference, "${object}"`;

const members = `private static StatusCode refusal(SObject record) {
  Database.SaveResult result = Database.insert(record, false);
  return result.isSuccess() ? null : result.getErrors()[0].getStatusCode();
}`;

facts(
  'The platform’s billing objects',
  {},
  [
    [
      'of payments are made by code, with what they must have',
      page('Payment'),
      `Account payer = new Account(Name = 'a');
       insert payer;
       SObject payment = Schema.getGlobalDescribe().get('Payment').newSObject();
       payment.put('AccountId', payer.Id);
       payment.put('ProcessingMode', 'External');
       payment.put('Status', 'Draft');
       payment.put('Type', 'Sale');
       Assert.areEqual(StatusCode.REQUIRED_FIELD_MISSING, refusal(payment));
       payment.put('Amount', 10);
       insert payment;
       Assert.areEqual(1, [SELECT COUNT() FROM Payment WHERE PaymentNumber != null AND Account.Name = 'a']);
       Assert.areEqual(StatusCode.INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, refusal(new Payment(Amount = 1, ProcessingMode = 'External', Status = 'Paid', Type = 'Sale')));`
    ],
    [
      'of invoices are made by the platform’s services only',
      page('Invoice'),
      `Schema.DescribeSObjectResult invoices = Invoice.SObjectType.getDescribe();
       Assert.areEqual('3tt', invoices.getKeyPrefix());
       Assert.isFalse(invoices.isCreateable());
       Assert.isFalse(invoices.isDeletable());
       Assert.isTrue(invoices.isUpdateable());
       Assert.isFalse(CreditMemo.SObjectType.getDescribe().isCreateable());
       try { Database.insert((SObject) Type.forName('Invoice').newInstance(), AccessLevel.SYSTEM_MODE); Assert.fail('no exception'); }
       catch (TypeException e) { Assert.areEqual('DML operation INSERT not allowed on Invoice', e.getMessage()); }
       Assert.areEqual(0, Database.countQuery('SELECT COUNT() FROM Invoice WHERE Status = \\'Posted\\' AND BillingAccount.Name = null'));`
    ],
    [
      'say which values their picklists have',
      page('Invoice'),
      `Set<String> values = new Set<String>();
       for (Schema.PicklistEntry entry : Invoice.SettlementStatus.getDescribe().getPicklistValues()) values.add(entry.getValue());
       Assert.areEqual(new Set<String>{ 'Not Applicable', 'Not Settled', 'Partially Settled', 'Settled' }, values);`
    ],
    [
      'lead to the summary of their payments',
      page('Payment'),
      `Assert.areEqual('OrderPaymentSummary', String.valueOf(Payment.OrderPaymentSummaryId.getDescribe().getReferenceTo()[0]));
       Assert.areEqual('0bM', OrderPaymentSummary.SObjectType.getDescribe().getKeyPrefix());`
    ],
    [
      'of lines need both ends',
      page('PaymentLineInvoice'),
      `Assert.areEqual(StatusCode.REQUIRED_FIELD_MISSING, refusal(new PaymentLineInvoice(Amount = 1, Type = 'Applied', HasBeenUnapplied = 'No')));`
    ]
  ],
  members
);

test('sample data has rows of them with all their fields', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plan-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const opened = await openOrg({ 'Names.cls': 'public class Names { public Invoice one; public InvoiceLine two; }' });
  onTestFinished(() => opened.close());
  const line = {
    attributes: { type: 'InvoiceLine', referenceId: 'L' },
    InvoiceId: '@I',
    LineAmount: 12.5,
    Type: 'Charge'
  };
  const invoice = {
    attributes: { type: 'Invoice', referenceId: 'I' },
    Status: 'Posted',
    Balance: 100,
    TotalAmountWithTax: 112.5,
    DueDate: '2026-12-01'
  };
  writeFileSync(join(folder, 'plan.json'), JSON.stringify({ records: [invoice, line] }));
  const start = { userId: opened.org.data.administratorId, origin: { kind: 'sync' as const } };

  opened.org.run(start, (tx) => importPlan(tx, join(folder, 'plan.json')));

  expect(
    await opened.rows(
      `[SELECT Invoice.DocumentNumber, Invoice.Status, Invoice.Balance, LineAmount FROM InvoiceLine].size()`
    )
  ).toBe('1');
  expect(await opened.rows(`[SELECT Balance FROM Invoice].Balance`)).toBe('100.00');
});
