import Money from 'c/money';
import { find, findAll, mount, settle, textOf } from 'test/screen';

const styleOf = (element: Element) =>
  (find(element, 'lightning-formatted-number') as unknown as { formatStyle: string }).formatStyle;

describe('c-money', () => {
  it('shows an amount in the currency of its record', async () => {
    const element = mount('c-money', Money, { value: 12450, currencyCode: 'EUR' });
    await settle();

    expect(textOf(element)).toBe('12450 EUR');
    expect(styleOf(element)).toBe('currency');
  });

  it('shows zero as zero, and an absent amount as a dash', async () => {
    const zero = mount('c-money', Money, { value: 0, currencyCode: 'USD' });
    const absent = mount('c-money', Money, { value: null, currencyCode: 'USD' });
    await settle();

    expect(textOf(zero)).toBe('0 USD');
    expect(textOf(absent)).toBe('–');
    expect(findAll(absent, 'lightning-formatted-number')).toHaveLength(0);
  });

  it('never falls back to the currency of the user', async () => {
    const element = mount('c-money', Money, { value: 5, currencyCode: null });
    await settle();

    expect(styleOf(element)).toBe('decimal');
  });
});
