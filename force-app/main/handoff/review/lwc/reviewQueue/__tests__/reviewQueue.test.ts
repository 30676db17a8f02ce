import ReviewQueue from 'c/reviewQueue';
import applyFix from '@salesforce/apex/ReviewController.applyFix';
import checkAgain from '@salesforce/apex/ReviewController.checkAgain';
import load from '@salesforce/apex/ReviewController.load';
import release from '@salesforce/apex/ReviewController.release';
import sendBack from '@salesforce/apex/ReviewController.sendBack';
import { apexError, button, change, find, findAll, mockOf, mount, press, settle, textOf } from 'test/screen';
import { queue } from './data';

jest.mock('@salesforce/apex/ReviewController.load', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ReviewController.release', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ReviewController.sendBack', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ReviewController.checkAgain', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ReviewController.applyFix', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/Handoff_View', () => ({ default: true }), { virtual: true });

const FIRST = 'a01000000000001AAA';
const SECOND = 'a01000000000002AAA';

async function open(shown: unknown = queue) {
  mockOf(load).mockResolvedValue(shown);
  const element = mount('c-review-queue', ReviewQueue, {});
  const toasts: unknown[] = [];
  element.addEventListener('lightning__showtoast', (event) => toasts.push((event as CustomEvent).detail.message));
  await settle();
  return { element, toasts };
}

const boxes = (element: HTMLElement) =>
  findAll(element, 'lightning-input').filter((each) => (each as HTMLInputElement).type === 'checkbox');

async function choose(element: HTMLElement, place: number): Promise<void> {
  await change(boxes(element)[place]!, { checked: true });
}

async function enterReason(element: HTMLElement, value: string): Promise<void> {
  await change(find(element, '.reason'), { value });
}

describe('c-review-queue', () => {
  it('lists what is held by whose move it is, with the rate', async () => {
    const { element } = await open();

    expect(findAll(element, 'h3').map((each) => textOf(each))).toEqual(['Finance must act (2)', 'Sales must act (1)']);
    expect(textOf(find(element, '.rate'))).toBe(
      'Straight through: 92.5 % of 40 documents in 30 days went without anybody touching them.'
    );
    const items = findAll(element, 'c-review-item').map((each) => textOf(each));
    expect(items).toHaveLength(3);
    expect(items[0]).toContain('looks like "Brightwater Marine" (10000).');
    expect(items[2]).toContain('It waits for another document. Decide on that one.');
    expect(boxes(element)).toHaveLength(3);
    await expect(element).toBeAccessible();
  });

  it('releases what was chosen, once there is a reason', async () => {
    mockOf(release).mockResolvedValueOnce(2);
    const { element, toasts } = await open();
    const before = button(element, 'Release').disabled;
    await choose(element, 1);
    await choose(element, 2);
    const withoutReason = button(element, 'Release').disabled;
    await enterReason(element, 'Known customer');

    await press(button(element, 'Release'));

    expect([before, withoutReason]).toEqual([true, true]);
    expect(release).toHaveBeenCalledWith({ itemIds: [FIRST, SECOND], reason: 'Known customer' });
    expect(toasts).toEqual(['2 released.']);
    expect(load).toHaveBeenCalledTimes(2);
    expect(button(element, 'Release').disabled).toBe(true);
  });

  it('chooses all that can be decided on at once, and says what stayed', async () => {
    mockOf(sendBack).mockResolvedValueOnce(1);
    const { element, toasts } = await open();
    await choose(element, 0);
    await enterReason(element, 'Wrong terms');

    await press(button(element, 'Send back'));

    expect(sendBack).toHaveBeenCalledWith({ itemIds: [FIRST, SECOND], reason: 'Wrong terms' });
    expect(toasts).toEqual([
      '1 sent back.',
      '1 could not be decided on: they were changed meanwhile, or wait for another document.'
    ]);
  });

  it('applies a proposed fix', async () => {
    mockOf(applyFix).mockResolvedValueOnce('It is tried again now.');
    const { element, toasts } = await open();

    await press(button(element, 'Apply Account Number: 10000'));

    expect(applyFix).toHaveBeenCalledWith({ itemId: FIRST, index: 0 });
    expect(toasts).toEqual(['It is tried again now.']);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('has the checks made again without a reason', async () => {
    mockOf(checkAgain).mockResolvedValueOnce(undefined);
    const { element } = await open();
    await choose(element, 2);

    await press(button(element, 'Check again'));

    expect(checkAgain).toHaveBeenCalledWith({ itemIds: [SECOND] });
  });

  it('says so when nothing is held', async () => {
    const { element } = await open({ ...queue, documents: [], straightThrough: null, documentsInDays: 0 });

    expect(textOf(find(element, 'c-empty-state'))).toContain('Nothing waits for a decision');
    expect(textOf(find(element, '.rate'))).toBe('Straight through: No documents in 30 days yet.');
    expect(findAll(element, '.decision')).toEqual([]);
    await expect(element).toBeAccessible();
  });

  it('lets who may not decide only look', async () => {
    const { element } = await open({ ...queue, canDecide: false });

    expect(findAll(element, '.decision')).toEqual([]);
    expect(boxes(element)).toEqual([]);
  });

  it('shows what a decision met, and keeps the choice', async () => {
    mockOf(release).mockRejectedValueOnce(
      apexError({ code: 'NO_RELEASE_PERMISSION', message: 'You may not release held documents.' })
    );
    const { element } = await open();
    await choose(element, 1);
    await enterReason(element, 'go');

    await press(button(element, 'Release'));

    expect(textOf(find(element, 'c-error-panel'))).toContain('You may not release held documents.');
    expect(button(element, 'Release').disabled).toBe(false);
    await expect(element).toBeAccessible();
  });
});
