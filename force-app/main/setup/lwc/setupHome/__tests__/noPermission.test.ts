import SetupHome from 'c/setupHome';
import load from '@salesforce/apex/ConnectionsController.load';
import { mount, settle, textOf } from 'test/screen';

jest.mock('@salesforce/customPermission/Handoff_Setup', () => ({ default: undefined }), { virtual: true });
jest.mock('@salesforce/apex/ConnectionsController.load', () => ({ default: jest.fn() }), { virtual: true });

describe('c-setup-home for a user without permission', () => {
  it('says what to ask for, and reads nothing', async () => {
    const element = mount('c-setup-home', SetupHome);
    await settle();

    expect(textOf(element)).toBe(
      'Handoff Setup You cannot set up Handoff Ask an admin for the Handoff Admin permission set.'
    );
    expect(load).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });
});
