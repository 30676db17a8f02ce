import AccountPanel from 'c/accountPanel';
import load from '@salesforce/apex/AccountPanelController.load';
import { mount, settle, textOf, wireOf } from 'test/screen';

jest.mock('@salesforce/customPermission/Handoff_View', () => ({ default: undefined }), { virtual: true });
jest.mock(
  '@salesforce/apex/AccountPanelController.load',
  () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);

describe('c-account-panel for a user without permission', () => {
  it('says why there are no figures, and asks the server for none', async () => {
    const element = mount('c-account-panel', AccountPanel, { recordId: '001000000000001AAA' });
    await settle();

    expect(textOf(element)).toBe(
      'ERP Account You cannot see ERP figures Ask an admin for the Handoff Sales Rep permission set.'
    );
    expect(wireOf(load).getLastConfig()).toEqual({ accountId: undefined, connectionId: null });
    await expect(element).toBeAccessible();
  });
});
