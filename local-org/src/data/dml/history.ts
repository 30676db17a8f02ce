import type { ApexValue } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import { toText } from '../../runtime/text.js';
import type { FieldModel, ObjectModel, Schema } from '../../schema/model.js';
import type { DmlEnvironment } from './environment.js';
import { sameStored } from './build.js';
import type { DmlRow } from './row.js';

/** Fields whose changes are told without the values. */
const unshown = new Set<FieldModel['type']>(['longtextarea', 'richtextarea', 'multipicklist', 'encryptedstring']);
const longest = 255;

/**
 * Writes the history of tracked fields: https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_associated_objects_history.htm
 * A test has none: what follows a commit does not happen in it (Apex Developer Guide, "Isolation of Test Data").
 */
export function recordHistory(env: DmlEnvironment, rows: readonly DmlRow[], operation: 'insert' | 'update'): void {
  const history = env.tx.test ? undefined : historyOf(env.schema, env.object);
  if (!history) return;
  const tracked = [...env.object.fields.values()].filter((field) => field.trackHistory);
  if (tracked.length === 0) return;
  for (const row of rows) {
    if (operation === 'insert') write(env, history, row, { Field: 'created', DataType: 'Text' });
    else for (const field of tracked) recordChange(env, history, row, field);
  }
}

/** The object that holds the history of another, and its reference to it. */
interface History {
  readonly object: ObjectModel;
  readonly parent: string;
}

function historyOf(schema: Schema, { name }: ObjectModel): History | undefined {
  const custom = schema.object(name.replace(/__c$/, '__History'));
  if (custom?.name.endsWith('__History')) return { object: custom, parent: 'ParentId' };
  const object = schema.object(name === 'Opportunity' ? 'OpportunityFieldHistory' : `${name}History`);
  return object?.fields.has(`${name}Id`) ? { object, parent: `${name}Id` } : undefined;
}

function recordChange(env: DmlEnvironment, history: History, row: DmlRow, field: FieldModel): void {
  const before = row.old?.fields.get(field.name) ?? null;
  const after = row.record.fields.get(field.name) ?? null;
  if (sameStored(field, before, after)) return;
  const change = { Field: field.name, DataType: field.type === 'reference' ? 'EntityId' : 'Text' };
  if (unshown.has(field.type)) write(env, history, row, change);
  else {
    // A look-up is told twice: by the names of the records, and by their ids.
    if (field.type === 'reference')
      write(env, history, row, {
        ...change,
        DataType: 'Text',
        OldValue: nameOf(env, before),
        NewValue: nameOf(env, after)
      });
    write(env, history, row, { ...change, OldValue: shown(env, before), NewValue: shown(env, after) });
  }
}

function shown(env: DmlEnvironment, value: ApexValue): string | null {
  return value === null ? null : toText(env.tx, value).slice(0, longest);
}

function nameOf(env: DmlEnvironment, value: ApexValue): string | null {
  if (!(value instanceof ApexId)) return null;
  const target = env.schema.objectByPrefix(value.value.slice(0, 3));
  const row =
    target && env.connection.get(`SELECT "${target.nameField}" FROM "${target.name}" WHERE "Id" = ?`, [value.value]);
  return row ? String(row[0]) : null;
}

function write(
  env: DmlEnvironment,
  { object, parent }: History,
  { id }: DmlRow,
  values: Readonly<Record<string, string | null>>
): void {
  const [own] = env.sequences.newIds(object.keyPrefix, 1);
  if (!own || !id) return;
  const now = Math.floor(env.tx.now() / 1000) * 1000;
  const all = { Id: own.value, [parent]: id.value, CreatedDate: now, CreatedById: env.tx.user.id.value, ...values };
  const columns = Object.keys(all).filter((name) => object.fields.has(name));
  const marks = columns.map(() => '?').join(', ');
  env.connection.run(
    `INSERT INTO "${object.name}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${marks})`,
    columns.map((name) => (all as Record<string, string | number | null>)[name] ?? null)
  );
}
