import SetupChoose from 'c/setupChoose';
import choosePoint from '@salesforce/apex/SetupController.choosePoint';
import questions from '@salesforce/apex/SetupController.questions';
import recommend from '@salesforce/apex/SetupController.recommend';
import { apexError, button, change, find, findAll, mockOf, mount, press, settle, textOf } from 'test/screen';
import chosen from '../../setupWizard/__tests__/data/chosen.json';
import fresh from '../../setupWizard/__tests__/data/fresh.json';
import questionList from '../../setupWizard/__tests__/data/questions.json';
import ranking from '../../setupWizard/__tests__/data/ranking.json';

jest.mock('@salesforce/apex/SetupController.questions', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SetupController.recommend', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SetupController.choosePoint', () => ({ default: jest.fn() }), { virtual: true });

async function open(state: object = fresh) {
  mockOf(questions).mockResolvedValue(questionList);
  mockOf(recommend).mockResolvedValue(ranking);
  const element = mount('c-setup-choose', SetupChoose, { state });
  const finished: unknown[] = [];
  element.addEventListener('finished', (event) => finished.push((event as CustomEvent).detail));
  await settle();
  return { element, finished };
}

const groups = (element: Element) => findAll(element, 'lightning-radio-group') as (HTMLElement & { value: string })[];

describe('c-setup-choose', () => {
  it('asks the questions, answered as far as the org can tell', async () => {
    const { element } = await open();

    expect(findAll(element, '.question').map((each) => textOf(each))).toEqual([
      'Who owns order fulfilment and inventory? Where stock is counted and goods are shipped from.',
      'Who calculates invoices? Suggested for your org: no billing package is installed.'
    ]);
    expect(groups(element).map(({ value }) => value)).toEqual(['', 'erp']);
    expect(recommend).toHaveBeenLastCalledWith({ answers: { invoicing: 'erp' } });
    await expect(element).toBeAccessible();
  });

  it('ranks the four points with reasons, and offers only what works now', async () => {
    const { element } = await open();

    expect(findAll(element, '.point').map((each) => textOf(each))).toEqual([
      'Lead to Order Works now Best fit The ERP calculates invoices.',
      'Lead to Invoice Coming',
      'Lead to Payment Coming',
      'Lead to Ledger Coming'
    ]);
    const inputs = findAll(element, 'input') as HTMLInputElement[];
    expect(inputs.map(({ disabled, checked }) => [disabled, checked])).toEqual([
      [false, true],
      [true, false],
      [true, false],
      [true, false]
    ]);
  });

  it('ranks again with each answer', async () => {
    const { element } = await open();
    mockOf(recommend).mockResolvedValueOnce([...ranking].reverse());

    await change(groups(element)[0] as HTMLElement, { value: 'salesforce' });

    expect(recommend).toHaveBeenLastCalledWith({ answers: { invoicing: 'erp', fulfilment: 'salesforce' } });
    expect(textOf(findAll(element, '.point')[0] as HTMLElement)).toBe('Lead to Ledger Coming Best fit');
    expect(groups(element)[0]?.value).toBe('salesforce');
  });

  it('drops the ranking of an earlier answer that arrives late', async () => {
    const { element } = await open();
    let answerLate: (late: object[]) => void = () => undefined;
    mockOf(recommend).mockReturnValueOnce(new Promise((resolve) => (answerLate = resolve)));

    await change(groups(element)[0] as HTMLElement, { value: 'salesforce' });
    await change(groups(element)[0] as HTMLElement, { value: 'erp' });
    answerLate([...ranking].reverse());
    await settle();

    expect(textOf(findAll(element, '.point')[0] as HTMLElement)).toContain('Lead to Order');
  });

  it('stores the choice with the answers it rests on', async () => {
    mockOf(choosePoint).mockResolvedValueOnce(chosen);
    const { element, finished } = await open(chosen);

    await press(button(element, 'Continue with Lead to Order'));

    expect(choosePoint).toHaveBeenCalledWith({
      connectionId: 'a01000000000001AAA',
      point: 'Lead to Order',
      answersJson: '{"invoicing":"erp","fulfilment":"erp"}'
    });
    expect(finished).toEqual([chosen]);
  });

  it('does not go on with a point that is still coming', async () => {
    const { element } = await open({ ...fresh, handoffPoint: 'Lead to Ledger' });

    expect(button(element, 'Continue with Lead to Ledger').disabled).toBe(true);
  });

  it('stays where it is when the choice cannot be stored', async () => {
    mockOf(choosePoint).mockRejectedValueOnce(apexError({ code: 'X', message: 'No luck.' }));
    const { element, finished } = await open();

    await press(button(element, 'Continue with Lead to Order'));

    expect(textOf(find(element, 'c-error-panel'))).toBe('No luck.');
    expect(finished).toEqual([]);
    await expect(element).toBeAccessible();
  });

  it('says why there are no questions', async () => {
    mockOf(questions).mockRejectedValueOnce(apexError({ code: 'X', message: 'No luck.' }));
    const element = mount('c-setup-choose', SetupChoose, { state: fresh });
    await settle();

    expect(textOf(find(element, 'c-error-panel'))).toBe('No luck. [Try again]');
    await expect(element).toBeAccessible();
  });
});
