import CreditRoom from 'c/creditRoom';
import { find, findAll, mount, settle, textOf } from 'test/screen';

async function draw(properties: Record<string, unknown>) {
  const element = mount('c-credit-room', CreditRoom, { currencyCode: 'USD', ...properties });
  await settle();
  return element;
}

const widths = (element: Element) => findAll(element, '.segment').map((each) => each.getAttribute('style'));

describe('c-credit-room', () => {
  it('shows the room before and after the deal', async () => {
    const element = await draw({ limit: 25000, room: 12550, roomAfter: 2750 });

    expect(textOf(element)).toBe('Credit room now 12550 USD After this deal 2750 USD');
    expect(widths(element)).toEqual(['width: 49.80%', 'width: 39.20%']);
    await expect(element).toBeAccessible();
  });

  it('says by how much a deal goes over the limit', async () => {
    const element = await draw({ limit: 10000, room: 4000, roomAfter: -6000 });

    expect(textOf(find(element, 'p.over'))).toBe('Over the credit limit by 6000 USD');
    expect(widths(element)).toEqual(['width: 37.50%', 'width: 62.50%']);
    await expect(element).toBeAccessible();
  });

  it.each([
    { limit: null, room: null, roomAfter: null },
    { limit: 1000, room: 500, roomAfter: null }
  ])('draws nothing from half a story (%p)', async (figures) => {
    const element = await draw(figures);

    expect(textOf(element)).toBe('');
  });
});
