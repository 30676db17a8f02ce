import OrderPanel from 'c/orderPanel';
import load from '@salesforce/apex/OrderPanelController.load';
import { mount, settle, textOf, wireOf } from 'test/screen';

jest.mock('@salesforce/customPermission/Handoff_View', () => ({ default: undefined }), { virtual: true });
jest.mock(
  '@salesforce/apex/OrderPanelController.load',
  () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);

describe('c-order-panel for a user without permission', () => {
  it('says why there are no figures, and asks the server for none', async () => {
    const element = mount('c-order-panel', OrderPanel, { recordId: '801000000000001AAA' });
    await settle();

    expect(textOf(element)).toBe(
      'ERP Order You cannot see ERP figures Ask an admin for the Handoff Sales Rep permission set.'
    );
    expect(wireOf(load).getLastConfig()).toEqual({ orderId: undefined });
    await expect(element).toBeAccessible();
  });
});
