import AgingChart from 'c/agingChart';
import { findAll, mount, settle, textOf } from 'test/screen';

async function draw(buckets: object[]) {
  const element = mount('c-aging-chart', AgingChart, { buckets, currencyCode: 'USD' });
  await settle();
  return element;
}

describe('c-aging-chart', () => {
  it('draws each bucket as wide as its share, older ones darker', async () => {
    const element = await draw([
      { label: 'Current', amount: 600, pastDue: false },
      { label: '1–30 days', amount: 300, pastDue: true },
      { label: 'Over 30 days', amount: 100, pastDue: true }
    ]);

    const segments = findAll(element, '.segment').map((each) => [each.className, each.getAttribute('style')]);
    expect(segments).toEqual([
      ['segment shade-0', 'width: 60.00%'],
      ['segment shade-1', 'width: 30.00%'],
      ['segment shade-2', 'width: 10.00%']
    ]);
    await expect(element).toBeAccessible();
  });

  it('lists a credit without giving it room in the bar', async () => {
    const element = await draw([
      { label: 'Current', amount: -50, pastDue: false },
      { label: '1–30 days', amount: 100, pastDue: true }
    ]);

    expect(findAll(element, 'tbody tr').map((each) => textOf(each))).toEqual([
      'Current -50 USD 0',
      '1–30 days 100 USD 1'
    ]);
    expect(findAll(element, '.segment')).toHaveLength(1);
  });

  it.each([[[]], [[{ label: 'Current', amount: 0, pastDue: false }]]])('says that nothing is owed', async (buckets) => {
    const element = await draw(buckets);

    expect(textOf(element)).toBe('What is owed, by age Nothing is owed.');
    await expect(element).toBeAccessible();
  });
});
