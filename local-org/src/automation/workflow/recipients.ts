import type { ApexValue } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { valueAt } from '../record-formula.js';
import { storedRecord, uncounted } from '../records.js';
import type { AlertModel } from './model.js';

type Recipient = AlertModel['recipients'][number];

/** Addresses of a recipient of an alert, none where it cannot be told: Metadata API, "WorkflowEmailRecipient". */
export function addressesOf(
  tx: Transaction,
  record: SObjectValue,
  { type, recipient = '', field = '' }: Recipient
): string[] {
  const at = (...path: string[]): ApexValue => valueAt(tx, record, path);
  switch (type) {
    case 'owner':
      return emails(tx, at('OwnerId'));
    case 'creator':
      return emails(tx, at('CreatedById'));
    case 'accountOwner':
      return emails(tx, at('Account', 'OwnerId'));
    case 'email': {
      const address = valueAt(tx, record, field.split('.'));
      return typeof address === 'string' && address !== '' ? [address] : [];
    }
    case 'contactLookup':
    case 'userLookup':
      return emails(tx, valueAt(tx, record, field.split('.')));
    case 'user':
      return rowsEmails(uncounted(tx, 'SELECT Email FROM User WHERE Username = :recipient', { recipient }));
    case 'group':
      return rowsEmails(
        uncounted(
          tx,
          'SELECT Email FROM User WHERE Id IN (SELECT UserOrGroupId FROM GroupMember WHERE Group.DeveloperName = :recipient)',
          { recipient }
        )
      );
    default:
      return [];
  }
}

const rowsEmails = (rows: readonly SObjectValue[]): string[] =>
  rows.flatMap((row) => {
    const email = row.fields.get('Email');
    return typeof email === 'string' ? [email] : [];
  });

/** The address of a user or contact, or those of the users of a queue. */
function emails(tx: Transaction, id: ApexValue): string[] {
  if (!(id instanceof ApexId)) return [];
  if (id.value.startsWith('00G'))
    return rowsEmails(
      uncounted(tx, 'SELECT Email FROM User WHERE Id IN (SELECT UserOrGroupId FROM GroupMember WHERE GroupId = :id)', {
        id
      })
    );
  const found = storedRecord(tx, id);
  return found ? rowsEmails([found]) : [];
}
