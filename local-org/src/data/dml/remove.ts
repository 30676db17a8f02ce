import { ApexId } from '../../kernel/scalars.js';
import type { FieldModel, ObjectModel, Schema } from '../../schema/model.js';
import { standardRules } from '../standard/rules.js';
import { checkSharing } from './access.js';
import { automateBeforeDelete } from './automation.js';
import type { DmlEnvironment } from './environment.js';
import { alive, type DmlRow } from './row.js';
import { livingRow, loadStored } from './existing.js';
import { refuseLocked } from './locks.js';
import { watchRollUps } from './roll-ups.js';
import { reload } from './reload.js';
import { refuseSelfReference, runTriggers } from './triggers.js';

/** Deletes up to 200 records: triggers, restricted look-ups, details with their master, look-ups set to null, recycle bin. */
export function deleteChunk(env: DmlEnvironment, rows: readonly DmlRow[]): void {
  const olds = loadStored(env, rows);
  for (const row of rows) {
    if (!row.id) row.fail('MISSING_ARGUMENT', 'Id not specified in a delete call');
    else row.old = livingRow(env, row, olds) ?? null;
  }
  refuseSelfReference(env, rows);
  checkSharing(env, alive(rows));
  refuseLocked(env, rows);
  automateBeforeDelete(env, alive(rows));
  runTriggers(env, 'before delete', rows);
  const rules = standardRules(env.object.name);
  for (const row of alive(rows)) rules?.checkDelete?.(env, row);
  checkRestricted(env, alive(rows));
  const gone = alive(rows);
  const saveRollUps = watchRollUps(env, gone);
  removeRows(
    env,
    env.object,
    gone.flatMap((row) => (row.id ? [row.id.value] : []))
  );
  env.removed?.(gone);
  rules?.deleted?.(env, gone);
  runTriggers(env, 'after delete', gone);
  saveRollUps();
}

/** Shares have no recycle bin. */
const isShare = (object: ObjectModel): boolean => /(__Share|[a-z]Share)$/.test(object.name);

interface Referrer {
  readonly object: ObjectModel;
  readonly field: FieldModel;
}

const referrersBySchema = new WeakMap<Schema, Map<string, readonly Referrer[]>>();

/** The references that may lead to records of an object. */
function referrers({ schema }: DmlEnvironment, object: ObjectModel): readonly Referrer[] {
  let known = referrersBySchema.get(schema);
  if (!known) referrersBySchema.set(schema, (known = collectReferrers(schema)));
  return known.get(object.name) ?? [];
}

function collectReferrers(schema: Schema): Map<string, Referrer[]> {
  const found = new Map<string, Referrer[]>();
  for (const object of schema.objects()) {
    if (object.kind === 'platformEvent' || object.name === 'AggregateResult') continue;
    for (const field of object.fields.values()) {
      if (field.type !== 'reference' || !field.createable) continue;
      for (const target of field.referenceTo ?? [])
        found.set(target, [...(found.get(target) ?? []), { object, field }]);
    }
  }
  return found;
}

const living = (object: ObjectModel): string => (object.fields.has('IsDeleted') ? ' AND "IsDeleted" = 0' : '');

/** Fails the rows that a restricted look-up points to; one query a look-up. */
function checkRestricted(env: DmlEnvironment, rows: readonly DmlRow[]): void {
  for (const { object, field } of referrers(env, env.object)) {
    if (field.deleteConstraint !== 'Restrict') continue;
    const ids = JSON.stringify(alive(rows).map((row) => row.id?.value));
    const found = env.connection.all(
      `SELECT "${field.name}", MIN("${object.nameField}") FROM "${object.name}" WHERE "${field.name}" IN (SELECT value FROM json_each(?))${living(object)} GROUP BY "${field.name}"`,
      [ids]
    );
    const names = new Map(found.map(([id, name]) => [String(id), String(name)]));
    for (const row of names.size > 0 ? alive(rows) : []) {
      const child = names.get(row.id?.value ?? '');
      if (child === undefined) continue;
      const name = String(row.old?.fields.get(env.object.nameField) ?? '');
      const message = `Your attempt to delete ${name} could not be completed because it is associated with the following ${object.pluralLabel.toLowerCase()}.: ${child}\n`;
      row.fail('DELETE_FAILED', message);
    }
  }
}

/** Takes rows out with their details; rows of objects with a recycle bin are only marked. No trigger runs for the details. */
function removeRows(env: DmlEnvironment, object: ObjectModel, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const list = JSON.stringify(ids);
  for (const referrer of referrers(env, object)) release(env, referrer, list);
  const now = Math.floor(env.tx.now() / 1000) * 1000;
  const inList = '"Id" IN (SELECT value FROM json_each(?))';
  if (!object.fields.has('IsDeleted') || isShare(object))
    env.connection.run(`DELETE FROM "${object.name}" WHERE ${inList}`, [list]);
  else {
    const stamp = object.fields.has('SystemModstamp') ? ', "SystemModstamp" = ?' : '';
    env.connection.run(
      `UPDATE "${object.name}" SET "IsDeleted" = 1${stamp} WHERE ${inList}`,
      stamp ? [now, list] : [list]
    );
  }
}

function release(env: DmlEnvironment, { object, field }: Referrer, list: string): void {
  const where = `"${field.name}" IN (SELECT value FROM json_each(?))${living(object)}`;
  if (field.deleteConstraint === 'Restrict') {
    // What still pointed here lay in the recycle bin: it goes for good with what it points to.
    if (!object.fields.has('IsDeleted')) return;
    const gone = `"${field.name}" IN (SELECT value FROM json_each(?)) AND "IsDeleted" = 1`;
    const children = env.connection.all(`SELECT "Id" FROM "${object.name}" WHERE ${gone}`, [list]);
    purgeRows(
      env,
      object,
      children.map(([id]) => String(id))
    );
  } else if (field.deleteConstraint === 'Cascade') {
    const children = env.connection.all(`SELECT "Id" FROM "${object.name}" WHERE ${where}`, [list]);
    removeRows(
      env,
      object,
      children.map(([id]) => String(id))
    );
  } else if (!field.required)
    env.connection.run(`UPDATE "${object.name}" SET "${field.name}" = NULL WHERE ${where}`, [list]);
}

/** Brings records back from the recycle bin with the details that went with them. */
export function undeleteChunk(env: DmlEnvironment, rows: readonly DmlRow[]): void {
  const stored = loadStored(env, rows);
  const emptied = emptiedIds(env);
  for (const row of rows) {
    const record = row.id && stored.get(row.id.value);
    if (!record || record.fields.get('IsDeleted') !== true || emptied.has(String(row.id?.value)))
      row.fail('UNDELETE_FAILED', 'Entity is not in the recycle bin');
    else row.record = record;
  }
  const back = alive(rows);
  const saveRollUps = watchRollUps(env, back);
  restoreRows(
    env,
    env.object,
    back.flatMap((row) => (row.id instanceof ApexId ? [row.id.value] : []))
  );
  standardRules(env.object.name)?.saved?.(env, back);
  reload(env, back);
  runTriggers(env, 'after undelete', back);
  saveRollUps();
}

/** Calls back with the deleted details that went with deleted records, object by object. */
function eachDeletedDetail(
  env: DmlEnvironment,
  object: ObjectModel,
  list: string,
  visit: (object: ObjectModel, ids: readonly string[]) => void
): void {
  for (const { object: childObject, field } of referrers(env, object)) {
    if (field.deleteConstraint !== 'Cascade' || !childObject.fields.has('IsDeleted')) continue;
    const sameTime = [childObject, object].every(({ fields }) => fields.has('SystemModstamp'));
    const children = env.connection.all(
      `SELECT c."Id" FROM "${childObject.name}" c JOIN "${object.name}" p ON p."Id" = c."${field.name}"
       WHERE p."Id" IN (SELECT value FROM json_each(?)) AND c."IsDeleted" = 1${sameTime ? ' AND c."SystemModstamp" IS p."SystemModstamp"' : ''}`,
      [list]
    );
    visit(
      childObject,
      children.map(([id]) => String(id))
    );
  }
}

function restoreRows(env: DmlEnvironment, object: ObjectModel, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const list = JSON.stringify(ids);
  eachDeletedDetail(env, object, list, (child, childIds) => restoreRows(env, child, childIds));
  env.connection.run(`UPDATE "${object.name}" SET "IsDeleted" = 0 WHERE "Id" IN (SELECT value FROM json_each(?))`, [
    list
  ]);
}

/**
 * Takes records out of the recycle bin for good, with the details that went with them. No trigger runs. Queries of ALL ROWS find them
 * for some time after (SOAP API Developer Guide, "emptyRecycleBin()"): here they always do.
 */
export function purgeChunk(env: DmlEnvironment, rows: readonly DmlRow[]): void {
  const stored = loadStored(env, rows);
  const emptied = emptiedIds(env);
  for (const row of rows) {
    if (!row.id) row.fail('MISSING_ARGUMENT', 'Id not specified in an emptyRecycleBin call');
    else if (stored.get(row.id.value)?.fields.get('IsDeleted') !== true || emptied.has(row.id.value))
      row.fail('INVALID_ID_FIELD', 'Entity is not in the recycle bin');
  }
  emptyRows(
    env,
    env.object,
    alive(rows).flatMap((row) => (row.id ? [row.id.value] : []))
  );
}

/** Ids of the deleted records that lie in the recycle bin no more. */
function emptiedIds(env: DmlEnvironment): ReadonlySet<string> {
  env.connection.run('CREATE TABLE IF NOT EXISTS "emptied" ("Id" TEXT PRIMARY KEY)');
  return new Set(env.connection.all('SELECT "Id" FROM "emptied"').map(([id]) => String(id)));
}

function emptyRows(env: DmlEnvironment, object: ObjectModel, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const list = JSON.stringify(ids);
  eachDeletedDetail(env, object, list, (child, childIds) => emptyRows(env, child, childIds));
  env.connection.run('INSERT OR IGNORE INTO "emptied" SELECT value FROM json_each(?)', [list]);
}

function purgeRows(env: DmlEnvironment, object: ObjectModel, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const list = JSON.stringify(ids);
  eachDeletedDetail(env, object, list, (child, childIds) => purgeRows(env, child, childIds));
  env.connection.run(`DELETE FROM "${object.name}" WHERE "Id" IN (SELECT value FROM json_each(?))`, [list]);
}
