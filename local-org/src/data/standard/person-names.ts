import type { SObjectValue } from '../../kernel/sobject.js';
import { set, textAt, type StandardRule } from './rule.js';

/** The name of a person, of the parts that the org has. */
export const fullName = (record: SObjectValue): string =>
  ['FirstName', 'MiddleName', 'LastName', 'Suffix']
    .map((part) => textAt(record, part))
    .filter((part) => part !== null)
    .join(' ');

/** Contact, Lead, User: the full name is made of its parts. */
export const personName: StandardRule = {
  complete(_env, rows) {
    for (const { record } of rows) set(record, 'Name', fullName(record));
  }
};
