import AccountPanel from 'c/accountPanel';
import { refreshApex } from '@salesforce/apex';
import load from '@salesforce/apex/AccountPanelController.load';
import refresh from '@salesforce/apex/AccountPanelController.refresh';
import retry from '@salesforce/apex/SyncController.retry';
import { apexError, button, find, findAll, mockOf, mount, press, settle, textOf, wireOf } from 'test/screen';
import neverPulled from './data/neverPulled.json';
import notConnected from './data/notConnected.json';
import notLinked from './data/notLinked.json';
import ready from './data/ready.json';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock('@salesforce/customPermission/Handoff_View', () => ({ default: true }), { virtual: true });
jest.mock('@salesforce/apex/AccountPanelController.refresh', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SyncController.retry', () => ({ default: jest.fn() }), { virtual: true });
jest.mock(
  '@salesforce/apex/AccountPanelController.load',
  () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);

const ACCOUNT = '001000000000001AAA';

async function open(panel?: object) {
  const element = mount('c-account-panel', AccountPanel, { recordId: ACCOUNT });
  if (panel) wireOf(load).emit(panel);
  await settle();
  return element;
}

function figures(element: Element) {
  return findAll(element, 'c-figure').map((each) => textOf(each));
}

describe('c-account-panel', () => {
  it('holds the place of the figures while they load', async () => {
    const element = await open();

    expect(textOf(element)).toBe('ERP Account Loading');
    expect(wireOf(load).getLastConfig()).toEqual({ accountId: ACCOUNT, connectionId: null });
    await expect(element).toBeAccessible();
  });

  it('shows the figures in the currency of the ERP', async () => {
    const element = await open(ready);

    expect(figures(element)).toEqual([
      'Balance 12450 USD',
      'Past due 3200 USD',
      'Credit limit 25000 USD',
      'Credit room 9150 USD',
      'Open orders 3400 USD'
    ]);
    expect(textOf(element)).toContain('Customer 10000 in Business Central Terms: Net 30');
    expect(textOf(find(element, 'c-freshness'))).toBe('Updated 2026-11-21T09:30:00.000Z [Refresh]');
    await expect(element).toBeAccessible();
  });

  it('says that the ERP refused the customer, whose move it is, and retries', async () => {
    mockOf(retry).mockResolvedValueOnce({ outcome: 'queued', message: 'On its way.' });
    const handoffs = [
      {
        key: '1',
        kind: 'Customer',
        itemId: 'i-1',
        itemState: 'Rejected',
        errorMessage: 'The number is taken.',
        errorOwner: 'Finance',
        nextStep: 'Finance: free the number.',
        canRetry: true
      }
    ];
    const element = await open({ ...notLinked, handoffs });

    expect(textOf(element)).toBe(
      'ERP Account Refused This customer was refused The number is taken. Finance must act. Next step: Free the number. [Retry]'
    );
    await expect(element).toBeAccessible();

    await press(button(element, 'Retry'));
    expect(retry).toHaveBeenCalledWith({ itemId: 'i-1' });
  });

  it('lets choose among the companies where the account is a customer', async () => {
    const companies = [
      { value: 'c-1', label: 'Business Central' },
      { value: 'c-2', label: 'International' }
    ];
    const element = await open({ ...ready, connectionId: 'c-1', companies });
    await expect(element).toBeAccessible();

    const choice = find(element, 'lightning-combobox');
    choice.dispatchEvent(new CustomEvent('change', { detail: { value: 'c-2' } }));
    await settle();

    expect(wireOf(load).getLastConfig()).toEqual({ accountId: ACCOUNT, connectionId: 'c-2' });
    mockOf(refresh).mockResolvedValueOnce(ready);
    await press(button(find(element, 'c-freshness'), 'Refresh'));
    expect(refresh).toHaveBeenCalledWith({ accountId: ACCOUNT, connectionId: 'c-2' });
  });

  it('shows the aging as a table beside the bar', async () => {
    const element = await open(ready);

    const rows = findAll(find(element, 'c-aging-chart'), 'tbody tr').map((each) => textOf(each));
    expect(rows).toEqual([
      'Current 9250 USD 0.7429718875502008',
      '1–30 days 2000 USD 0.1606425702811245',
      '31–60 days 1200 USD 0.0963855421686747',
      'Over 60 days 0 USD 0'
    ]);
    expect(findAll(element, '.segment')).toHaveLength(3);
  });

  it('counts orders, invoices and payments on their tabs', async () => {
    const element = await open(ready);

    const tabs = findAll(element, 'lightning-tab').map((each) => (each as unknown as { label: string }).label);
    expect(tabs).toEqual(['Open orders (2)', 'Invoices (2)', 'Payments (1)']);
  });

  it('says that a customer without a limit has none', async () => {
    const element = await open({ ...ready, creditLimit: null, creditRoom: null });

    expect(figures(element).slice(2, 4)).toEqual(['Credit limit No limit', 'Credit room Not limited']);
  });

  it('says in words that the limit is passed', async () => {
    const element = await open({ ...ready, creditRoom: -850 });

    expect(figures(element)[3]).toBe('Credit room -850 USD Over the credit limit');
  });

  it('warns of a blocked customer, of old figures and of a failed update', async () => {
    const element = await open({ ...ready, blocked: 'Ship', stale: true, lastError: 'The ERP is closed.' });

    const notices = findAll(element, 'c-notice').map((each) => textOf(each));
    expect(notices).toEqual([
      'The ERP has blocked this customer (Ship). Finance must unblock it before new orders are accepted.',
      'The last update failed, so these are the figures from before. The ERP is closed.',
      'These figures are older than they should be. Press Refresh before you rely on them.'
    ]);
    await expect(element).toBeAccessible();
  });

  it.each([
    [notConnected, 'No ERP is connected An admin connects it on the Handoff Setup tab.'],
    [
      notLinked,
      'Not a customer in the ERP yet This account gets its ERP customer with the first document that is handed over. If the customer is there already, enter its number in Account Number.'
    ]
  ])('says why there are no figures ($state)', async (panel, text) => {
    const element = await open(panel);

    expect(textOf(find(element, 'c-empty-state'))).toBe(text);
    expect(findAll(element, 'c-freshness')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('reads the first figures without being asked', async () => {
    mockOf(refresh).mockResolvedValueOnce(ready);

    const element = await open(neverPulled);

    expect(refresh).toHaveBeenCalledTimes(1);
    expect(refresh).toHaveBeenCalledWith({ accountId: ACCOUNT, connectionId: null });
    expect(figures(element)[0]).toBe('Balance 12450 USD');
  });

  it('does not try the first read again after it failed, but lets the user', async () => {
    mockOf(refresh).mockRejectedValueOnce(apexError({ code: 'ERP_DOWN', message: 'The ERP does not answer.' }));

    const element = await open(neverPulled);
    wireOf(load).emit(neverPulled);
    await settle();

    expect(refresh).toHaveBeenCalledTimes(1);
    expect(textOf(find(element, 'c-error-panel'))).toBe('The ERP does not answer.');
    expect(button(element, 'Refresh').disabled).toBe(false);
  });

  it('shows that it refreshes, then the new figures', async () => {
    let answer: (panel: object) => void = () => undefined;
    mockOf(refresh).mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const element = await open({ ...ready, stale: true });

    await press(button(element, 'Refresh'));
    const during = textOf(find(element, 'c-freshness'));
    const pressable = !button(element, 'Refresh').disabled;
    answer({ ...ready, balance: 7450 });
    await settle();

    expect(during).toBe('Reading from the ERP Reading from the ERP [Refresh]');
    expect(pressable).toBe(false);
    expect(figures(element)[0]).toBe('Balance 7450 USD');
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('keeps the old figures when a refresh fails, and says whose move it is', async () => {
    mockOf(refresh).mockRejectedValueOnce(
      apexError({
        code: 'UNAUTHORIZED',
        message: 'The ERP refused the sign-in.',
        owner: 'Admin',
        nextStep: 'Renew the secret.'
      })
    );
    const element = await open(ready);

    await press(button(element, 'Refresh'));

    expect(textOf(find(element, 'c-error-panel'))).toBe(
      'The ERP refused the sign-in. Admin must act. Next step: Renew the secret.'
    );
    expect(figures(element)[0]).toBe('Balance 12450 USD');
    await expect(element).toBeAccessible();
  });

  it('offers to try again when nothing could be loaded', async () => {
    const element = await open();
    wireOf(load).error({ message: JSON.stringify({ code: 'X', message: 'No luck.' }) });
    await settle();

    await press(button(element, 'Try again'));

    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('says that it follows a customer on its way, and when it has stopped', async () => {
    jest.useFakeTimers();
    const handoffs = [{ key: '1', kind: 'Customer', itemState: 'Sending', connectionName: null }];
    const element = await open({ ...notLinked, handoffs, inFlight: true });
    const followed = textOf(element);

    await jest.advanceTimersByTimeAsync(121_000);
    const looks = mockOf(refreshApex).mock.calls.length;
    await press(button(element, 'Check again'));
    jest.useRealTimers();

    expect(followed).toContain('This page updates by itself.');
    expect(looks).toBe(60);
    expect(refreshApex).toHaveBeenCalledTimes(61);
  });
});
