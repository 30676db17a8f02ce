import OpenOrders from 'c/openOrders';
import { findAll, mount, settle, textOf } from 'test/screen';
import panel from '../../accountPanel/__tests__/data/ready.json';

describe('c-open-orders', () => {
  it('links the orders that came from Salesforce, each in its own currency', async () => {
    const element = mount('c-open-orders', OpenOrders, { orders: panel.openOrders });
    await settle();

    expect(findAll(element, 'tbody tr').map((each) => textOf(each))).toEqual([
      'SO-1021 2026-11-18 Open 3400 USD',
      'SO-1019 2026-11-12 Open 250 EUR'
    ]);
    expect(findAll(element, 'c-record-link')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('says that there are none', async () => {
    const element = mount('c-open-orders', OpenOrders, { orders: [] });
    await settle();

    expect(textOf(element)).toBe('The ERP has no open orders for this customer.');
  });
});
