import OperationsHome from 'c/operationsHome';
import errorGroups from '@salesforce/apex/OperationsController.errorGroups';
import heldJournals from '@salesforce/apex/OperationsController.heldJournals';
import { findAll, mockOf, mount, settle, textOf } from 'test/screen';

jest.mock('@salesforce/customPermission/Handoff_Setup', () => ({ default: undefined }), { virtual: true });
jest.mock('@salesforce/customPermission/Handoff_Sync', () => ({ default: true }), { virtual: true });
jest.mock('@salesforce/apex/OperationsController.heldJournals', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OperationsController.errorGroups', () => ({ default: jest.fn() }), { virtual: true });

describe('c-operations-home for finance', () => {
  it('shows the errors, but lets nobody switch who may not', async () => {
    mockOf(errorGroups).mockResolvedValueOnce([]);
    mockOf(heldJournals).mockResolvedValueOnce([{ connectionName: 'Second company', journals: 2 }]);
    const element = mount('c-operations-home', OperationsHome);
    await settle();

    expect(findAll(element, 'c-error-groups')).toHaveLength(1);
    expect(textOf(element)).toContain('in the books of Second company: 2');
    expect(findAll(element, 'c-switchboard')).toHaveLength(0);
    expect(findAll(element, 'c-mass-sync')).toHaveLength(0);
    expect(textOf(element)).toContain('You cannot switch Handoff');
    await expect(element).toBeAccessible();
  });
});
