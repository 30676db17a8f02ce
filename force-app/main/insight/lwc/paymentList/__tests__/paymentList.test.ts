import PaymentList from 'c/paymentList';
import { findAll, mount, settle, textOf } from 'test/screen';
import panel from '../../accountPanel/__tests__/data/ready.json';

describe('c-payment-list', () => {
  it('says which invoices a payment paid and what is left of it', async () => {
    const element = mount('c-payment-list', PaymentList, { payments: panel.payments });
    await settle();

    expect(findAll(element, 'tbody tr').map((each) => textOf(each))).toEqual([
      'PAY-501 2026-10-30 INV-2007: 1700 USD Not applied: 300 USD 2000 USD'
    ]);
    await expect(element).toBeAccessible();
  });

  it('does not mention a rest that is not there', async () => {
    const payments = panel.payments.map((each) => ({ ...each, unapplied: 0 }));
    const element = mount('c-payment-list', PaymentList, { payments });
    await settle();

    expect(textOf(element)).not.toContain('Not applied');
  });

  it('says that there are no payments', async () => {
    const element = mount('c-payment-list', PaymentList, { payments: null });
    await settle();

    expect(textOf(element)).toBe('No payments are posted for this customer.');
  });
});
