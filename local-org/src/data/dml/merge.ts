import { ApexId } from '../../kernel/scalars.js';
import type { DmlOptions, DmlRowResult, Transaction } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { dmlException } from '../../runtime/exceptions.js';
import type { Work } from '../work.js';
import type { DmlEnvironment } from './environment.js';
import type { DmlEngine } from './engine.js';
import { lockRows } from './write-lock.js';
import { idOf, type DmlRow } from './row.js';

const mergeable = new Set(['Account', 'Contact', 'Lead', 'Case', 'Individual']);

/** Merges up to two records into a master: their children move to it, they are deleted, and the master's given fields are saved. */
export function mergeRecords(
  engine: DmlEngine,
  tx: Transaction,
  work: Work,
  master: SObjectValue,
  duplicates: readonly SObjectValue[],
  options: DmlOptions
): DmlRowResult[] {
  const object = engine.object(master.object);
  const masterId = idOf(master);
  const refuse = (code: string, message: string) =>
    dmlException('merge', [{ index: 0, id: masterId, errors: [{ code, message, fields: [] }] }]);
  if (!mergeable.has(object.name)) throw refuse('INVALID_OPERATION', `${object.name} cannot be merged.`);
  if (!masterId || duplicates.length === 0 || duplicates.length > 2)
    throw refuse('INVALID_OPERATION', 'Merge needs a master and one or two duplicates.');
  lockRows(work, 'merge', [masterId]);
  const env = engine.environment(tx, work, object, options);
  const moved: ApexId[][] = [];
  for (const duplicate of duplicates) {
    const id = idOf(duplicate);
    if (!id || id.value === masterId.value)
      throw refuse('INVALID_OPERATION', 'The master cannot be merged with itself.');
    const persons = object.fields.has('PersonContactId') ? personContacts(env, masterId.value, id.value) : undefined;
    if (persons) moveReferences(env, 'Contact', persons.duplicate, persons.master);
    moved.push(moveReferences(env, object.name, id.value, masterId.value));
    if (persons)
      env.connection.run('UPDATE "Contact" SET "AccountId" = ? WHERE "Id" = ?', [id.value, persons.duplicate]);
  }
  const removed = (rows: readonly DmlRow[]): void => {
    for (const { id, old } of object.fields.has('MasterRecordId') ? rows : []) {
      const sql = `UPDATE "${object.name}" SET "MasterRecordId" = ? WHERE "Id" = ?`;
      env.connection.run(sql, [masterId.value, id?.value ?? null]);
      old?.fields.set('MasterRecordId', masterId);
    }
  };
  const results = engine.run(tx, work, 'delete', duplicates, options, { removed });
  engine.run(tx, work, 'update', [master], options, { uncounted: true });
  return results.map((result, at) => (result.success ? { ...result, relatedIds: moved[at] ?? [] } : result));
}

/** What leads to one record leads to another one from now on; the records that do, each once. */
function moveReferences(env: DmlEnvironment, object: string, from: string, to: string): ApexId[] {
  const moved = new Set<string>();
  for (const candidate of env.schema.objects()) {
    if (candidate.kind === 'platformEvent' || candidate.name === 'AggregateResult') continue;
    for (const field of candidate.fields.values()) {
      if (field.type !== 'reference' || !field.createable || !field.referenceTo?.includes(object)) continue;
      const sql = `UPDATE "${candidate.name}" SET "${field.name}" = ? WHERE "${field.name}" = ? RETURNING "Id"`;
      for (const [id] of env.connection.all(sql, [to, from])) moved.add(String(id));
    }
  }
  return [...moved].flatMap((id) => ApexId.parse(id) ?? []);
}

/** The contacts of two person accounts; undefined when one of them is a business account. */
function personContacts(
  env: DmlEnvironment,
  master: string,
  duplicate: string
): { readonly master: string; readonly duplicate: string } | undefined {
  const [of, ofOther] = [master, duplicate].map(
    (id) => env.connection.get('SELECT "PersonContactId" FROM "Account" WHERE "Id" = ?', [id])?.[0] ?? null
  );
  return of === null || of === undefined || ofOther === null || ofOther === undefined
    ? undefined
    : { master: String(of), duplicate: String(ofOther) };
}
