import ItemHistory from 'c/itemHistory';
import load from '@salesforce/apex/ItemHistoryController.load';
import { mount, settle, textOf, wireOf } from 'test/screen';

jest.mock('@salesforce/customPermission/Handoff_View', () => ({ default: undefined }), { virtual: true });
jest.mock(
  '@salesforce/apex/ItemHistoryController.load',
  () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);

describe('c-item-history for a user without permission', () => {
  it('says why there is no history, and asks the server for none', async () => {
    const element = mount('c-item-history', ItemHistory, { recordId: 'a01000000000001AAA' });
    await settle();

    expect(textOf(element)).toContain('Ask an admin for the Handoff Sales Rep permission set.');
    expect(wireOf(load).getLastConfig()).toEqual({ itemId: undefined });
    await expect(element).toBeAccessible();
  });
});
