import type { DmlEnvironment } from '../dml/environment.js';
import type { DmlRow } from '../dml/row.js';
import { isPerson, saveAccountOf } from './person-accounts.js';
import { personName } from './person-names.js';
import { changed, idAt, lookUp, type StandardRule } from './rule.js';

/**
 * A contact's name, and what may not be done with the contact of a person account: it can be changed, but neither made nor deleted, and
 * no other contact belongs to the account (SOAP API Developer Guide, "Person Account Record Types"). The sentences are the local org's.
 */
export const contact: StandardRule = {
  complete(env, rows) {
    personName.complete?.(env, rows);
    if (!env.object.fields.has('IsPersonAccount')) return;
    for (const row of rows) if (changed(row, 'AccountId')) refuseAccount(env, row);
  },
  saved(env, rows) {
    if (env.object.fields.has('IsPersonAccount')) for (const row of rows) saveAccountOf(env, row);
  },
  checkDelete(_env, row) {
    if (!isPerson(row.old)) return;
    row.fail('INVALID_PERSON_ACCOUNT_OPERATION', 'The contact of a person account is deleted with its account.');
  }
};

function refuseAccount(env: DmlEnvironment, row: DmlRow): void {
  const accountId = idAt(row.record, 'AccountId');
  const ofPerson = accountId !== null && lookUp(env, 'Account', accountId, ['IsPersonAccount'])?.[0] === 1;
  if (!ofPerson && !isPerson(row.old)) return;
  row.fail('INVALID_PERSON_ACCOUNT_OPERATION', 'A person account has one contact, its own.', ['AccountId']);
}
