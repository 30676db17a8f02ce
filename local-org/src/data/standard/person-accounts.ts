import { ApexId } from '../../kernel/scalars.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { isPersonOnly, personFieldOf } from '../../schema/person-accounts.js';
import type { FieldModel, RecordTypeModel, Schema } from '../../schema/model.js';
import type { DmlEnvironment } from '../dml/environment.js';
import { alive, type DmlRow } from '../dml/row.js';
import { columnValue, systemStamps } from '../dml/write.js';
import type { SqlValue } from '../store/connection.js';
import { isStored } from '../translate/encoding.js';
import { insertRow } from './insert-row.js';
import { fullName } from './person-names.js';
import { changed, get, idAt, set, textAt, type StandardRule } from './rule.js';

/** A field of accounts and the field of the person contact that holds the same. */
interface Pair {
  readonly account: FieldModel;
  readonly contact: FieldModel;
}

const pairsBySchema = new WeakMap<Schema, readonly Pair[]>();

function pairsOf(schema: Schema): readonly Pair[] {
  const known = pairsBySchema.get(schema);
  if (known) return known;
  const pairs = [...(schema.object('Contact')?.fields.values() ?? [])].flatMap((contact) => {
    const name = personFieldOf(contact);
    const account = name === undefined ? undefined : schema.field('Account', name);
    return account && isStored(account) && isStored(contact) ? [{ account, contact }] : [];
  });
  pairsBySchema.set(schema, pairs);
  return pairs;
}

export const isPerson = (record: SObjectValue | null): boolean => get(record, 'IsPersonAccount') === true;

/**
 * Person accounts, where the org has them (SOAP API Developer Guide, "Person Account Record Types"): the name is made of its parts, and
 * a contact is kept in step that no trigger sees (Apex Developer Guide, "Operations That Don't Invoke Triggers").
 */
export const account: StandardRule = {
  complete(env, rows) {
    if (!env.object.fields.has('IsPersonAccount')) return;
    for (const row of rows) {
      const type = personType(env, row);
      if (row.old && isPerson(row.old) !== (type !== null)) changeFamily(env, row, type !== null);
      set(row.record, 'IsPersonAccount', type !== null);
      if (type === null) {
        if (row.old === null) dropDefaults(env, row);
        refuseGiven(env, row, isPersonOnly);
      } else completePerson(row, type);
    }
  },
  saved(env, rows) {
    if (!env.object.fields.has('IsPersonAccount')) return;
    for (const row of alive(rows)) {
      const contactId = idAt(row.record, 'PersonContactId');
      if (isPerson(row.record)) saveContact(env, row, contactId);
      else if (isPerson(row.old)) release(env, row);
    }
  }
};

/** The record type of a person account; null for a business account. */
function personType({ object }: DmlEnvironment, row: DmlRow): RecordTypeModel | 'none' | null {
  const id = idAt(row.record, 'RecordTypeId');
  const type = object.recordTypes.find((one) => one.id === id);
  const isChosen = (row.input.fields.get('RecordTypeId') ?? null) !== null || (row.old && id !== null);
  if (isChosen || (row.old && changed(row, 'RecordTypeId'))) return type?.person ? type : null;
  // Code that uses LastName makes a person account (Apex Developer Guide, "Accessing SObject Fields").
  const named = row.old ? isPerson(row.old) : type?.person === true || textAt(row.record, 'LastName') !== null;
  if (!named) return null;
  return type?.person ? type : (object.recordTypes.find(({ person, active }) => person && active) ?? 'none');
}

function completePerson(row: DmlRow, type: RecordTypeModel | 'none'): void {
  const { record } = row;
  const name = fullName(record);
  const given = row.input.fields.get('Name') ?? null;
  if (given !== null && given !== name && (row.old === null || given !== get(row.old, 'Name'))) refuse(row, ['Name']);
  if (textAt(record, 'LastName') === null)
    row.fail('REQUIRED_FIELD_MISSING', 'Required fields are missing: [LastName]', ['LastName']);
  set(record, 'Name', name);
  if (type !== 'none') set(record, 'RecordTypeId', ApexId.parse(type.id) ?? null);
}

/** Defaults of the contact's own fields fill no business account. */
function dropDefaults(env: DmlEnvironment, row: DmlRow): void {
  for (const { account: field } of pairsOf(env.schema)) {
    if (!isPersonOnly(field.name) || field.type === 'boolean' || row.input.fields.has(field.name)) continue;
    if (get(row.record, field.name) !== null) set(row.record, field.name, null);
  }
}

function refuseGiven(env: DmlEnvironment, row: DmlRow, isRefused: (field: string) => boolean): void {
  const names = pairsOf(env.schema)
    .map(({ account: field }) => field)
    .filter((field) => isRefused(field.name) && field.type !== 'boolean' && get(row.record, field.name) !== null)
    .map(({ name }) => name);
  if (names.length > 0) refuse(row, names);
}

/** The sentence is from memory. */
function refuse(row: DmlRow, names: readonly string[]): void {
  const message = `Account: bad field names on insert/update call: ${names.join(', ')}`;
  row.fail('INVALID_FIELD_FOR_INSERT_UPDATE', message, names);
}

/** A business account becomes a person with its only contact, or a person a business account whose contact is an ordinary one. */
function changeFamily(env: DmlEnvironment, row: DmlRow, toPerson: boolean): void {
  if (!toPerson) {
    for (const { account: field } of pairsOf(env.schema)) {
      if (isPersonOnly(field.name)) set(row.record, field.name, field.type === 'boolean' ? false : null);
    }
    set(row.record, 'PersonContactId', null);
    return;
  }
  const found = env.connection.all('SELECT "Id" FROM "Contact" WHERE "AccountId" = ? AND "IsDeleted" = 0 LIMIT 2', [
    row.id?.value ?? null
  ]);
  const id = found.length === 1 ? ApexId.parse(String(found[0]?.[0])) : undefined;
  const model = env.schema.object('Contact');
  const contact = id && model && env.loader.load(env.tx, model, [id]).get(id.value);
  if (!contact) {
    // No page has the sentence.
    row.fail('INVALID_PERSON_ACCOUNT_OPERATION', 'An account with exactly one contact can become a person account.');
    return;
  }
  for (const pair of pairsOf(env.schema)) {
    if (isPersonOnly(pair.account.name)) set(row.record, pair.account.name, get(contact, pair.contact.name));
  }
  set(row.record, 'PersonContactId', id);
}

function contactColumns(env: DmlEnvironment, record: SObjectValue): Map<string, SqlValue> {
  const columns = new Map(
    pairsOf(env.schema).map(({ account: field, contact }) => [
      contact.name,
      columnValue(contact, get(record, field.name))
    ])
  );
  return columns.set('Name', fullName(record)).set('IsPersonAccount', 1);
}

function saveContact(env: DmlEnvironment, row: DmlRow, contactId: string | null): void {
  const columns = contactColumns(env, row.record);
  if (contactId !== null) return update(env, 'Contact', contactId, columns);
  const id = insertRow(env, 'Contact', { ...Object.fromEntries(columns), AccountId: row.id?.value ?? null });
  set(row.record, 'PersonContactId', id);
  env.connection.run('UPDATE "Account" SET "PersonContactId" = ? WHERE "Id" = ?', [
    id?.value ?? null,
    row.id?.value ?? null
  ]);
}

function release(env: DmlEnvironment, row: DmlRow): void {
  const contactId = idAt(row.old, 'PersonContactId');
  if (contactId !== null) update(env, 'Contact', contactId, new Map([['IsPersonAccount', 0]]));
}

function update(env: DmlEnvironment, object: string, id: string, columns: ReadonlyMap<string, SqlValue>): void {
  const values = new Map([...columns, ...systemStamps(env, false)]);
  const sets = [...values.keys()].map((name) => `"${name}" = ?`).join(', ');
  env.connection.run(`UPDATE "${object}" SET ${sets} WHERE "Id" = ?`, [...values.values(), id]);
}

/** What a change of a person contact means for its account. */
export function saveAccountOf(env: DmlEnvironment, row: DmlRow): void {
  const accountId = isPerson(row.record) ? idAt(row.record, 'AccountId') : null;
  if (accountId === null) return;
  const columns = pairsOf(env.schema).map(
    ({ account: field, contact }) => [field.name, columnValue(field, get(row.record, contact.name))] as const
  );
  update(env, 'Account', accountId, new Map<string, SqlValue>(columns).set('Name', fullName(row.record)));
}
