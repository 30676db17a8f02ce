import { idAt, type StandardRule } from './rule.js';

/** Object Reference, "Asset": AccountId is required if ContactId isn't specified, and the other way round; the text is from memory. */
export const asset: StandardRule = {
  check(_env, row) {
    if (idAt(row.record, 'AccountId') !== null || idAt(row.record, 'ContactId') !== null) return;
    const before = idAt(row.old, 'AccountId') ?? idAt(row.old, 'ContactId');
    const cleared = ['AccountId', 'ContactId'].some((name) => row.record.fields.has(name));
    if (before !== null && !cleared) return;
    row.fail('FIELD_INTEGRITY_EXCEPTION', 'Every asset needs an account, a contact, or both.');
  }
};
