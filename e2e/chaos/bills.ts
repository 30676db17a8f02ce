import type { Backend } from '../backend.js';

/** What hands invoices and money over: to the ERP itself, or to our own ledger and journals to the ERP. */
export type Point = 'Lead to Payment' | 'Lead to Ledger';

/** The package whose documents these are; it tells nobody of its changes, so that the sweep has to find them. */
export const billingPackage = 'fixtures/billing';

/** Switches the connection to a point and makes drafts: invoices, and to some of them payments, credit notes and refunds. */
export async function makeBills(backend: Backend, point: Point, size: { customers: number; invoices: number }) {
  await backend.apex(`
    Connection__c connection = [SELECT Id FROM Connection__c LIMIT 1];
    connection.HandoffPoint__c = '${point}';
    connection.BaseCurrency__c = 'USD';
    connection.PaymentAccount__c = '10100';
    update as system connection;
    List<Account> customers = new List<Account>();
    for (Integer i = 0; i < ${size.customers}; i++) {
      customers.add(new Account(Name = 'Chaos customer ' + i, BillingCity = 'Portland', BillingCountry = 'US'));
    }
    insert as system customers;`);
  for (let from = 0; from < size.invoices; from += 100) {
    await backend.apex(billsApex(from, Math.min(100, size.invoices - from)));
  }
}

// Each second invoice is paid in part, each tenth has a credit note, each tenth payment is paid back in part.
function billsApex(from: number, count: number): string {
  return `
    List<Account> customers = [SELECT Id FROM Account WHERE Name LIKE 'Chaos customer %' ORDER BY Id];
    List<Product2> products = [SELECT Id, ProductCode FROM Product2 WHERE ProductCode != NULL ORDER BY Id];
    Long state = ${from + 1};
    List<blng__Invoice__c> invoices = new List<blng__Invoice__c>();
    for (Integer i = ${from}; i < ${from + count}; i++) {
      invoices.add(new blng__Invoice__c(
        blng__Account__c = customers[Math.mod(i, customers.size())].Id,
        blng__InvoiceDate__c = Date.today(),
        blng__DueDate__c = Date.today().addDays(30)));
    }
    insert as system invoices;
    List<blng__InvoiceLine__c> lines = new List<blng__InvoiceLine__c>();
    List<Decimal> totals = new List<Decimal>();
    for (blng__Invoice__c invoice : invoices) {
      state = Math.mod(state * 48271L, 2147483647L);
      Decimal total = 0;
      for (Integer line = 0; line <= Math.mod(state, 5L); line++) {
        state = Math.mod(state * 48271L, 2147483647L);
        Decimal price = 10 + Math.mod(state, 50000L) / 100.0;
        Integer quantity = 1 + Math.mod(state, 4L).intValue();
        total += price * quantity;
        lines.add(new blng__InvoiceLine__c(
          blng__Invoice__c = invoice.Id, Name = 'Line ' + line,
          blng__Product__c = products[Math.mod(state, (Long) products.size()).intValue()].Id,
          blng__Quantity__c = quantity, blng__UnitPrice__c = price,
          blng__Subtotal__c = price * quantity, blng__TotalAmount__c = price * quantity));
      }
      totals.add(total);
    }
    insert as system lines;
    List<blng__Payment__c> payments = new List<blng__Payment__c>();
    List<blng__CreditNote__c> notes = new List<blng__CreditNote__c>();
    for (Integer i = 0; i < invoices.size(); i++) {
      if (Math.mod(i, 2) == 0) {
        payments.add(new blng__Payment__c(
          blng__Account__c = invoices[i].blng__Account__c, blng__PaymentDate__c = Date.today(),
          blng__Amount__c = (totals[i] / 2).setScale(2), blng__PaymentType__c = 'Bank Transfer', blng__Status__c = 'Draft'));
      } else if (Math.mod(i, 10) == 1) {
        notes.add(new blng__CreditNote__c(
          blng__Account__c = invoices[i].blng__Account__c, blng__RelatedInvoice__c = invoices[i].Id,
          blng__CreditNoteDate__c = Date.today()));
      }
    }
    insert as system payments;
    insert as system notes;
    List<SObject> rest = new List<SObject>();
    for (Integer i = 0; i < payments.size(); i++) {
      rest.add(new blng__PaymentAllocationInvoice__c(
        blng__Payment__c = payments[i].Id, blng__Invoice__c = invoices[2 * i].Id,
        blng__Amount__c = payments[i].blng__Amount__c, blng__Type__c = 'Allocation', blng__Unallocated__c = false));
    }
    insert as system rest;
    rest = new List<SObject>();
    for (Integer i = 0; i < notes.size(); i++) {
      Decimal amount = 5 + i + ${from} / 100.0;
      rest.add(new blng__CreditNoteLine__c(
        blng__CreditNote__c = notes[i].Id, blng__Product__c = products[0].Id, blng__ProductName__c = 'Returned',
        blng__Subtotal__c = amount, blng__TotalAmount__c = amount));
    }
    insert as system rest;
    List<blng__Refund__c> refunds = new List<blng__Refund__c>();
    for (Integer i = 0; i < payments.size(); i += 10) {
      refunds.add(new blng__Refund__c(
        blng__Account__c = payments[i].blng__Account__c, blng__RefundDate__c = Date.today(), blng__RefundType__c = 'Check'));
    }
    insert as system refunds;
    rest = new List<SObject>();
    for (Integer i = 0; i < refunds.size(); i++) {
      rest.add(new blng__RefundLinePayment__c(
        blng__Refund__c = refunds[i].Id, blng__Payment__c = payments[10 * i].Id, blng__Amount__c = 3 + i,
        blng__RefundLineDate__c = Date.today()));
    }
    insert as system rest;`;
}
