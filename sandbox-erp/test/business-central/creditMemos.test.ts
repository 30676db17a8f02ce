import { describe, expect, it } from 'vitest';
import { expectSoundBooks } from '../ledger/invariants.js';
import type { TestClient } from '../support.js';
import { errorOf, list, testErp } from '../support.js';

const line = { lineType: 'Item', lineObjectNumber: 'HL-100', quantity: 2, unitPrice: 100 };

async function memo(erp: TestClient, values: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  const body = { customerNumber: '10010', externalDocumentNumber: 'cn-1', salesCreditMemoLines: [line], ...values };
  return (await erp.call('POST', 'salesCreditMemos', body)).body;
}

const act = (erp: TestClient, set: string, id: unknown, action: string) =>
  erp.call('POST', `${set}(${String(id)})/Microsoft.NAV.${action}`);

async function invoice(erp: TestClient, number: string): Promise<Record<string, unknown>> {
  return list(await erp.call('GET', `salesInvoices?$filter=number eq '${number}'`))[0] ?? {};
}

describe('credit memos', () => {
  it('are posted from a draft, applied to their invoice, and bring goods back', async () => {
    const erp = await testErp();
    const [before] = list(await erp.call('GET', `items?$filter=number eq 'HL-100'`));

    const draft = await memo(erp, { invoiceNumber: '103006' });
    const posted = await act(erp, 'salesCreditMemos', draft['id'], 'post');

    expect(draft).toMatchObject({
      number: 'S-CR106001',
      status: 'Draft',
      invoiceNumber: '103006',
      externalDocumentNumber: 'CN-1'
    });
    expect(posted.status).toBe(204);
    const [after] = list(await erp.call('GET', `salesCreditMemos?$filter=externalDocumentNumber eq 'CN-1'`));
    expect(after).toMatchObject({ id: draft['id'], number: '104001', status: 'Paid', totalAmountIncludingTax: 200 });
    expect(await invoice(erp, '103006')).toMatchObject({ remainingAmount: 3780, status: 'Open' });
    expect(list(await erp.call('GET', `items?$filter=number eq 'HL-100'`))[0]).toMatchObject({
      inventory: Number(before?.['inventory']) + 2
    });
    expectSoundBooks(erp.erp.ledger);
  });

  it('that stand alone stay on the customer’s account', async () => {
    const erp = await testErp();

    await act(erp, 'salesCreditMemos', (await memo(erp))['id'], 'post');

    expect(await erp.customer('10010')).toMatchObject({ balanceDue: 3780 });
    expectSoundBooks(erp.erp.ledger);
  });

  it('change and go as long as they are drafts', async () => {
    const erp = await testErp();
    const kept = await memo(erp);
    const dropped = await memo(erp, { externalDocumentNumber: 'cn-2' });
    const any = { 'if-match': '*' };

    const changed = await erp.call(
      'PATCH',
      `salesCreditMemos(${String(kept['id'])})`,
      { invoiceNumber: '103006' },
      any
    );
    const deleted = await erp.call('DELETE', `salesCreditMemos(${String(dropped['id'])})`, undefined, any);
    await act(erp, 'salesCreditMemos', kept['id'], 'post');
    const late = await erp.call('DELETE', `salesCreditMemos(${String(kept['id'])})`, undefined, any);
    const again = await act(erp, 'salesCreditMemos', kept['id'], 'post');

    expect(changed.body).toMatchObject({ invoiceNumber: '103006' });
    expect(deleted.status).toBe(204);
    expect(errorOf(late).message).toBe('The creditMemo 104001 cannot be changed.');
    expect(errorOf(again).message).toBe('The credit memo 104001 cannot be changed.');
    expect(list(await erp.call('GET', 'salesCreditMemos'))).toHaveLength(1);
  });

  it.each([
    [
      { customerNumber: '10020' },
      'You cannot create this type of document when Customer 10020 is blocked with type All'
    ],
    [{ invoiceNumber: '999999' }, 'The "invoiceId" does not match to an Invoice.'],
    [{ customerNumber: '99999' }, 'The sell-to customer cannot be found.']
  ])('refuse %j', async (values, message) => {
    const erp = await testErp();

    const answer = await erp.call('POST', 'salesCreditMemos', { customerNumber: '10010', ...values });

    expect(errorOf(answer)).toMatchObject({ status: 400, message });
  });

  it('are not applied to another customer’s invoice', async () => {
    const erp = await testErp();
    const draft = await memo(erp, { customerNumber: '10000', invoiceNumber: '103006' });

    const posted = await act(erp, 'salesCreditMemos', draft['id'], 'post');

    expect(errorOf(posted)).toMatchObject({ status: 400, code: 'Internal_RecordNotFound' });
    expect((await erp.call('GET', `salesCreditMemos(${String(draft['id'])})`)).body).toMatchObject({ status: 'Draft' });
  });

  it('correct an invoice that is part paid, which cannot be cancelled', async () => {
    const erp = await testErp();
    await erp.control('POST', 'payments', { customerNumber: '10010', amount: 980, applyToInvoice: '103006' });
    const { id } = await invoice(erp, '103006');

    const cancelled = await act(erp, 'salesInvoices', id, 'cancel');
    const made = await act(erp, 'salesInvoices', id, 'makeCorrectiveCreditMemo');
    const [draft] = list(await erp.call('GET', 'salesCreditMemos?$expand=salesCreditMemoLines'));
    await act(erp, 'salesCreditMemos', draft?.['id'], 'post');

    expect(errorOf(cancelled).message).toBe(
      'You cannot cancel this posted sales invoice because it is fully or partially paid.'
    );
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toContain(`/salesCreditMemos(${String(draft?.['id'])})`);
    expect(draft).toMatchObject({ status: 'Draft', invoiceNumber: '103006', totalAmountIncludingTax: 3980 });
    expect(await invoice(erp, '103006')).toMatchObject({ remainingAmount: 0, status: 'Paid' });
    expect(await erp.customer('10010')).toMatchObject({ balanceDue: -980 });
    expectSoundBooks(erp.erp.ledger);
  });

  it('are made of posted invoices only, and not of cancelled ones', async () => {
    const erp = await testErp();
    const draft = await erp.call('POST', 'salesInvoices', { customerNumber: '10010' });
    const { id } = await invoice(erp, '103006');
    await act(erp, 'salesInvoices', id, 'cancel');

    expect((await act(erp, 'salesInvoices', draft.body['id'], 'makeCorrectiveCreditMemo')).status).toBe(400);
    expect((await act(erp, 'salesInvoices', id, 'makeCorrectiveCreditMemo')).status).toBe(400);
  });
});
