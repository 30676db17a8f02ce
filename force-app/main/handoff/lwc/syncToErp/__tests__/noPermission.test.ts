import SyncToErp from 'c/syncToErp';
import sync from '@salesforce/apex/SyncController.sync';
import { mount, settle, textOf } from 'test/screen';

jest.mock('@salesforce/customPermission/Handoff_Sync', () => ({ default: undefined }), { virtual: true });
jest.mock('@salesforce/apex/SyncController.sync', () => ({ default: jest.fn() }), { virtual: true });

describe('c-sync-to-erp for a user without permission', () => {
  it('says why it does not send, and sends nothing', async () => {
    const element = mount('c-sync-to-erp', SyncToErp, { recordId: '801000000000001AAA' });
    await settle();

    expect(textOf(element)).toBe(
      'Sync to ERP You cannot send to the ERP. Admin must act. Next step: Ask an admin for the Handoff Finance permission set. [Close]'
    );
    expect(sync).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });
});
