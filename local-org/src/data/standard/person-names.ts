import { set, textAt, type StandardRule } from './rule.js';

/** Contact, Lead, User: the full name is made of its parts. */
export const personName: StandardRule = {
  complete(_env, rows) {
    for (const { record } of rows) {
      const name = ['FirstName', 'LastName'].map((part) => textAt(record, part)).filter((part) => part !== null);
      set(record, 'Name', name.join(' '));
    }
  }
};
