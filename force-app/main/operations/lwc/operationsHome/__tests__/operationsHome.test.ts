import OperationsHome from 'c/operationsHome';
import { findAll, mount, settle, textOf } from 'test/screen';

jest.mock('@salesforce/customPermission/Handoff_Setup', () => ({ default: undefined }), { virtual: true });
jest.mock('@salesforce/customPermission/Handoff_Sync', () => ({ default: undefined }), { virtual: true });

describe('c-operations-home for a user without permission', () => {
  it('says what to ask for, and shows nothing', async () => {
    const element = mount('c-operations-home', OperationsHome);
    await settle();

    expect(textOf(element)).toBe(
      'Handoff Operations You cannot operate Handoff Ask an admin for the Handoff Finance or Handoff Admin permission set.'
    );
    expect(findAll(element, 'c-error-groups')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
