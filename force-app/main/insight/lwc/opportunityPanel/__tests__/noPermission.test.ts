import OpportunityPanel from 'c/opportunityPanel';
import load from '@salesforce/apex/OpportunityPanelController.load';
import { mount, settle, textOf, wireOf } from 'test/screen';

jest.mock('@salesforce/customPermission/Handoff_View', () => ({ default: undefined }), { virtual: true });
jest.mock(
  '@salesforce/apex/OpportunityPanelController.load',
  () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);

describe('c-opportunity-panel for a user without permission', () => {
  it('says why there are no figures, and asks the server for none', async () => {
    const element = mount('c-opportunity-panel', OpportunityPanel, { recordId: '006000000000001AAA' });
    await settle();

    expect(textOf(element)).toBe(
      'Credit Check You cannot see ERP figures Ask an admin for the Handoff Sales Rep permission set.'
    );
    expect(wireOf(load).getLastConfig()).toEqual({ opportunityId: undefined });
    await expect(element).toBeAccessible();
  });
});
