import SetupWizard from 'c/setupWizard';
import chooseCompany from '@salesforce/apex/SetupController.chooseCompany';
import choosePoint from '@salesforce/apex/SetupController.choosePoint';
import goLive from '@salesforce/apex/SetupController.goLive';
import load from '@salesforce/apex/SetupController.load';
import preview from '@salesforce/apex/SetupController.preview';
import questions from '@salesforce/apex/SetupController.questions';
import recommend from '@salesforce/apex/SetupController.recommend';
import testConnection from '@salesforce/apex/SetupController.testConnection';
import { apexError, button, change, find, findAll, mockOf, mount, press, settle, textOf } from 'test/screen';
import chosen from './data/chosen.json';
import connected from './data/connected.json';
import fresh from './data/fresh.json';
import live from './data/live.json';
import questionList from './data/questions.json';
import ranking from './data/ranking.json';

jest.mock('@salesforce/apex/SetupController.load', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SetupController.questions', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SetupController.recommend', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SetupController.choosePoint', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SetupController.testConnection', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SetupController.chooseCompany', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SetupController.preview', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SetupController.goLive', () => ({ default: jest.fn() }), { virtual: true });

const nothing = { orders: 0, total: 0, currencyCode: 'USD', examples: [] };
const answered = {
  ok: true,
  message: 'Connected.',
  durationMs: 210,
  companies: [{ id: 'c-1', name: 'Brightwater Holding' }]
};

async function open(state: object) {
  mockOf(load).mockResolvedValueOnce(state);
  mockOf(questions).mockResolvedValue(questionList);
  mockOf(recommend).mockResolvedValue(ranking);
  mockOf(preview).mockResolvedValue(nothing);
  const element = mount('c-setup-wizard', SetupWizard);
  await settle();
  await settle();
  return element;
}

const currentStep = (element: Element) =>
  (find(element, 'lightning-progress-indicator') as unknown as { currentStep: string }).currentStep;
const heading = (element: Element) => textOf(find(element, 'h2'));

describe('c-setup-wizard', () => {
  it('leads an admin through all three steps', async () => {
    mockOf(choosePoint).mockResolvedValueOnce(chosen);
    mockOf(testConnection).mockResolvedValueOnce(answered);
    mockOf(chooseCompany).mockResolvedValueOnce(connected);
    mockOf(goLive).mockResolvedValueOnce(live);
    const element = await open(fresh);
    const steps: string[] = [];

    steps.push(`${currentStep(element)} ${heading(element)}`);
    await press(button(element, 'Continue with Lead to Order'));
    steps.push(`${currentStep(element)} ${heading(element)}`);
    await change(find(element, 'lightning-input'), { value: 'Business_Central' });
    await press(button(element, 'Test connection'));
    await press(button(element, 'Use this company'));
    steps.push(`${currentStep(element)} ${heading(element)}`);
    await press(button(element, 'Go live'));

    expect(steps).toEqual(['1 Where does Salesforce hand over to the ERP?', '2 Connect your ERP', '3 Go live']);
    expect(textOf(find(element, 'c-notice'))).toBe('Handoff is live. What qualifies goes to the ERP by itself.');
    expect(choosePoint).toHaveBeenCalledWith({
      connectionId: null,
      point: 'Lead to Order',
      answersJson: '{"invoicing":"erp"}'
    });
    expect(chooseCompany).toHaveBeenCalledWith({
      connectionId: 'a01000000000001AAA',
      namedCredential: 'Business_Central',
      companyId: 'c-1',
      companyName: 'Brightwater Holding'
    });
    expect(goLive).toHaveBeenCalledWith({ connectionId: 'a01000000000001AAA', sendFrom: null });
  });

  it.each([
    [fresh, 'Where does Salesforce hand over to the ERP?'],
    [chosen, 'Connect your ERP'],
    [connected, 'Go live']
  ])('resumes at the first step that is not finished ($step)', async (state, title) => {
    const element = await open(state);

    expect(currentStep(element)).toBe(String(state.step));
    expect(heading(element)).toBe(title);
    await expect(element).toBeAccessible();
  });

  it('goes back without losing what was entered', async () => {
    const element = await open(connected);

    await press(button(element, 'Back'));
    const connectText = textOf(find(element, 'c-setup-connect'));
    await press(button(element, 'Back'));

    expect(connectText).toContain('Connected to Brightwater Holding on an earlier visit.');
    expect(currentStep(element)).toBe('1');
  });

  it('opens on the finished setup once it is live, and starts over on demand', async () => {
    const element = await open(live);
    const done = findAll(element, 'c-setup-done').length;
    await expect(element).toBeAccessible();

    await press(button(element, 'Change the setup'));

    expect(done).toBe(1);
    expect(currentStep(element)).toBe('1');
  });

  it('opens a paused setup on its switch', async () => {
    const element = await open({ ...live, live: false });

    expect(textOf(find(element, 'c-notice'))).toBe('Handoff is paused. Nothing is sent until you turn it on again.');
  });

  it('shows why it could not be loaded, and tries again', async () => {
    mockOf(load)
      .mockRejectedValueOnce(apexError({ code: 'X', message: 'No luck.' }))
      .mockResolvedValueOnce(connected);
    const element = mount('c-setup-wizard', SetupWizard);
    await settle();
    const failure = textOf(find(element, 'c-error-panel'));
    await expect(element).toBeAccessible();
    mockOf(preview).mockResolvedValue(nothing);

    await press(button(element, 'Try again'));

    expect(failure).toBe('No luck. [Try again]');
    expect(currentStep(element)).toBe('3');
  });

  it('holds the place while it loads', async () => {
    mockOf(load).mockReturnValueOnce(new Promise(() => undefined));
    const element = mount('c-setup-wizard', SetupWizard);
    await settle();

    expect(textOf(element)).toBe('Loading');
    await expect(element).toBeAccessible();
  });
});
