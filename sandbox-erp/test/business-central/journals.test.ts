import { describe, expect, it } from 'vitest';
import { expectSoundBooks } from '../ledger/invariants.js';
import type { TestClient } from '../support.js';
import { errorOf, list, testErp } from '../support.js';

async function paymentJournal(erp: TestClient): Promise<string> {
  const answer = await erp.call('POST', 'customerPaymentJournals', { displayName: 'SFPAY' });
  expect(answer.body).toMatchObject({ code: 'SFPAY', balancingAccountNumber: '10100' });
  return String(answer.body['id']);
}

async function generalJournal(erp: TestClient): Promise<string> {
  return String((await erp.call('POST', 'journals', { code: 'REV', displayName: 'Revenue' })).body['id']);
}

const post = (erp: TestClient, id: string) => erp.call('POST', `journals(${id})/Microsoft.NAV.post`);

describe('customer payment journals', () => {
  it('are posted through journals, and apply their payments', async () => {
    const erp = await testErp();
    const id = await paymentJournal(erp);

    const payment = await erp.call('POST', `customerPaymentJournals(${id})/customerPayments`, {
      customerNumber: '10010',
      documentNumber: 'SF-P-1',
      externalDocumentNumber: 'pay-77',
      amount: -1980,
      appliesToInvoiceNumber: '103006'
    });
    const posted = await post(erp, id);

    expect(payment.body).toMatchObject({ lineNumber: 10000, customerNumber: '10010', amount: -1980, journalId: id });
    expect(posted.status).toBe(204);
    const [invoice] = list(await erp.call('GET', `salesInvoices?$filter=number eq '103006'`));
    expect(invoice).toMatchObject({ remainingAmount: 2000, status: 'Open' });
    expect(list(await erp.call('GET', `customerPaymentJournals(${id})/customerPayments`))).toEqual([]);
    const applied = list(await erp.analytics(`?$filter=dcleDocumentNo eq 'SF-P-1' and dcleEntryType eq 'Application'`));
    expect(applied.map((row) => row['dcleAmountLCY'])).toEqual([-1980, 1980]);
    expectSoundBooks(erp.erp.ledger);
  });

  it('refuse an amount of the wrong sign, and what is not there', async () => {
    const erp = await testErp();
    const id = await paymentJournal(erp);
    const add = (values: Record<string, unknown>) =>
      erp.call('POST', `customerPaymentJournals(${id})/customerPayments`, values);

    const unknown = await add({ customerNumber: '99999', amount: -1 });
    const empty = await post(erp, id);
    await add({ customerNumber: '10000', amount: 1500 });
    const positive = await post(erp, id);

    expect(errorOf(unknown).message).toBe('The "customerNumber" does not match to a Customer.');
    expect(errorOf(empty).message).toBe('There is nothing to post.');
    expect(errorOf(positive).message).toBe(
      "Amount must be negative in Gen. Journal Line Journal Template Name='CASHRCPT',Journal Batch Name='SFPAY',Line No.='10000'."
    );
  });

  it('post all lines or none', async () => {
    const erp = await testErp();
    const id = await paymentJournal(erp);
    for (const appliesToInvoiceNumber of ['103006', '999999']) {
      await erp.call('POST', `customerPaymentJournals(${id})/customerPayments`, {
        customerNumber: '10010',
        amount: -10,
        appliesToInvoiceNumber
      });
    }

    const answer = await post(erp, id);

    expect(errorOf(answer)).toMatchObject({ status: 400, code: 'Internal_RecordNotFound' });
    expect(list(await erp.call('GET', `customerPaymentJournals(${id})/customerPayments`))).toHaveLength(2);
    expect(await erp.customer('10010')).toMatchObject({ balanceDue: 3980 });
  });

  it('take the customer from the invoice, and let a line be changed and deleted', async () => {
    const erp = await testErp();
    const id = await paymentJournal(erp);

    const line = await erp.call('POST', 'customerPayments', {
      journalId: id,
      amount: -5,
      appliesToInvoiceNumber: '103006'
    });
    const path = `customerPayments(${String(line.body['id'])})`;
    const changed = await erp.call('PATCH', path, { amount: -6 }, { 'if-match': '*' });
    const deleted = await erp.call('DELETE', path, undefined, { 'if-match': '*' });

    expect(changed.body).toMatchObject({ customerNumber: '10010', amount: -6 });
    expect(deleted.status).toBe(204);
  });

  it('refuse a blocked customer when posting', async () => {
    const erp = await testErp();
    const id = await paymentJournal(erp);
    await erp.call('POST', `customerPaymentJournals(${id})/customerPayments`, { customerNumber: '10020', amount: -5 });

    expect(errorOf(await post(erp, id)).message).toBe(
      'You cannot post this type of document when Customer 10020 is blocked with type All'
    );
  });
});

describe('general journals', () => {
  it('post balanced documents', async () => {
    const erp = await testErp();
    const id = await generalJournal(erp);
    const line = { documentNumber: 'JE-1', postingDate: new Date().toISOString().slice(0, 10) };

    await erp.call('POST', `journals(${id})/journalLines`, { ...line, accountNumber: '22100', amount: 500.25 });
    await erp.call('POST', `journals(${id})/journalLines`, { ...line, accountNumber: '40200', amount: -500.25 });
    const posted = await post(erp, id);

    expect(posted.status).toBe(204);
    const entries = list(await erp.call('GET', `generalLedgerEntries?$filter=documentNumber eq 'JE-1'`));
    expect(entries.map((entry) => [entry['accountNumber'], entry['debitAmount'], entry['creditAmount']])).toEqual([
      ['22100', 500.25, 0],
      ['40200', 0, 500.25]
    ]);
    expectSoundBooks(erp.erp.ledger);
  });

  it('refuse what does not balance, control accounts and closed periods', async () => {
    const erp = await testErp();
    const id = await generalJournal(erp);
    const add = (values: Record<string, unknown>) => erp.call('POST', `journals(${id})/journalLines`, values);

    const control = await add({ accountNumber: '13100', amount: 1 });
    const unknown = await add({ accountNumber: '99999', amount: 1 });
    await add({ accountNumber: '22100', amount: 10, documentNumber: 'JE-2' });
    const crooked = await post(erp, id);
    const [line] = list(await erp.call('GET', `journals(${id})/journalLines`));
    const fix = { balancingAccountNumber: '40200', postingDate: '2020-01-15' };
    await erp.call('PATCH', `journalLines(${String(line?.['id'])})`, fix, { 'if-match': '*' });
    await erp.control('POST', 'periods/2020-01/close');
    const closed = await post(erp, id);

    expect(errorOf(control).message).toContain('Direct Posting must be equal to');
    expect(errorOf(unknown).code).toBe('Internal_InvalidTableRelation');
    expect(errorOf(crooked).message).toContain('Document No. JE-2 is out of balance by 10.00.');
    expect(errorOf(closed).message).toContain('Posting Date is not within your range of allowed posting dates');
  });

  it('reach a customer account with a balancing account', async () => {
    const erp = await testErp();
    const id = await generalJournal(erp);

    await erp.call('POST', `journals(${id})/journalLines`, {
      accountType: 'Customer',
      accountNumber: '10030',
      amount: 75,
      balancingAccountNumber: '40200'
    });
    const posted = await post(erp, id);

    expect(posted.status).toBe(204);
    expect(await erp.customer('10030')).toMatchObject({ balanceDue: 75 });
    expectSoundBooks(erp.erp.ledger);
  });

  it('are unique by code', async () => {
    const erp = await testErp();
    await generalJournal(erp);

    expect(errorOf(await erp.call('POST', 'journals', { code: 'rev' })).code).toBe('Internal_EntityWithSameKeyExists');
    expect(errorOf(await erp.call('POST', 'journals', {})).message).toContain('displayName must have a value');
  });
});
