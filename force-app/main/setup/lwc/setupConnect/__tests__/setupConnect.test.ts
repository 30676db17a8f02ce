import SetupConnect from 'c/setupConnect';
import chooseCompany from '@salesforce/apex/SetupController.chooseCompany';
import testConnection from '@salesforce/apex/SetupController.testConnection';
import { apexError, button, change, find, findAll, mockOf, mount, press, settle, textOf } from 'test/screen';
import chosen from '../../setupWizard/__tests__/data/chosen.json';
import connected from '../../setupWizard/__tests__/data/connected.json';

jest.mock('@salesforce/apex/SetupController.testConnection', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SetupController.chooseCompany', () => ({ default: jest.fn() }), { virtual: true });

const companies = [
  { id: 'c-1', name: 'Brightwater Holding' },
  { id: 'c-2', name: 'Brightwater Services' }
];
const answered = {
  ok: true,
  message: 'Connected to Business Central.',
  owner: null,
  nextStep: null,
  durationMs: 210,
  companies
};

async function open(state: object = chosen) {
  const element = mount('c-setup-connect', SetupConnect, { state });
  const events: unknown[] = [];
  element.addEventListener('finished', (event) => events.push((event as CustomEvent).detail));
  element.addEventListener('back', () => events.push('back'));
  await settle();
  return { element, events };
}

async function test(element: Element) {
  await change(find(element, 'lightning-input'), { value: ' Business_Central ' });
  await press(button(element, 'Test connection'));
}

describe('c-setup-connect', () => {
  it('cannot test without a name, nor go on without a test', async () => {
    const { element } = await open();

    expect(button(element, 'Test connection').disabled).toBe(true);
    expect(button(element, 'Use this company').disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('tests live, says how long it took, and lists the companies', async () => {
    mockOf(testConnection).mockResolvedValueOnce(answered);
    const { element } = await open();

    await test(element);

    const group = find(element, 'lightning-radio-group') as HTMLElement & { options: object[] };
    expect(testConnection).toHaveBeenCalledWith({
      connectionId: 'a01000000000001AAA',
      namedCredential: 'Business_Central'
    });
    expect(textOf(find(element, 'c-notice'))).toBe('Connected to Business Central. (210 ms)');
    expect(group.options).toEqual([
      { label: 'Brightwater Holding', value: 'c-1' },
      { label: 'Brightwater Services', value: 'c-2' }
    ]);
    expect(button(element, 'Use this company').disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('stores the company', async () => {
    mockOf(testConnection).mockResolvedValueOnce(answered);
    mockOf(chooseCompany).mockResolvedValueOnce(connected);
    const { element, events } = await open();
    await test(element);

    await change(find(element, 'lightning-radio-group'), { value: 'c-2' });
    await press(button(element, 'Use this company'));

    expect(chooseCompany).toHaveBeenCalledWith({
      connectionId: 'a01000000000001AAA',
      namedCredential: 'Business_Central',
      companyId: 'c-2',
      companyName: 'Brightwater Services'
    });
    expect(events).toEqual([connected]);
  });

  it('chooses the only company by itself', async () => {
    mockOf(testConnection).mockResolvedValueOnce({ ...answered, companies: companies.slice(0, 1) });
    const { element } = await open();

    await test(element);

    expect(button(element, 'Use this company').disabled).toBe(false);
  });

  it('says who must do what about a failed test', async () => {
    mockOf(testConnection).mockResolvedValueOnce({
      ok: false,
      message: 'The ERP refused the sign-in.',
      owner: 'Admin',
      nextStep: 'Renew the client secret.',
      durationMs: 90,
      companies: []
    });
    const { element } = await open();

    await test(element);

    expect(textOf(find(element, '[role="alert"]'))).toBe(
      'The ERP refused the sign-in. Admin must act. Next step: Renew the client secret.'
    );
    expect(findAll(element, 'lightning-radio-group')).toHaveLength(0);
    expect(button(element, 'Use this company').disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('shows that it is testing', async () => {
    mockOf(testConnection).mockReturnValueOnce(new Promise(() => undefined));
    const { element } = await open();

    await test(element);

    expect(textOf(find(element, '.testing'))).toBe('Calling the ERP');
    expect(button(element, 'Test connection').disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('forgets a test when the name is changed', async () => {
    mockOf(testConnection).mockResolvedValueOnce(answered);
    const { element } = await open();
    await test(element);

    await change(find(element, 'lightning-input'), { value: 'Other' });

    expect(findAll(element, 'c-notice')).toHaveLength(0);
    expect(button(element, 'Use this company').disabled).toBe(true);
  });

  it('goes on with the choice of an earlier visit', async () => {
    mockOf(chooseCompany).mockResolvedValueOnce(connected);
    const { element } = await open(connected);

    await press(button(element, 'Use this company'));

    expect(textOf(find(element, 'c-notice'))).toBe(
      'Connected to Brightwater Holding on an earlier visit. Test again to choose another company.'
    );
    expect(chooseCompany).toHaveBeenCalledWith({
      connectionId: 'a01000000000001AAA',
      namedCredential: 'Business_Central',
      companyId: 'c-1',
      companyName: 'Brightwater Holding'
    });
  });

  it('shows the error of a call that failed', async () => {
    mockOf(testConnection).mockRejectedValueOnce(apexError({ code: 'X', message: 'No luck.' }));
    const { element } = await open();

    await test(element);

    expect(textOf(find(element, 'c-error-panel'))).toBe('No luck.');
  });

  it('goes back', async () => {
    const { element, events } = await open();

    await press(button(element, 'Back'));

    expect(events).toEqual(['back']);
  });
});
