import type { SObjectValue } from '../../kernel/sobject.js';
import { ApexId } from '../../kernel/scalars.js';
import type { FieldModel, ObjectModel, Schema } from '../../schema/model.js';
import type { DmlEnvironment } from './environment.js';
import { sameStored } from './build.js';
import { DmlRow } from './row.js';
import { saveParents } from './save.js';
import { hasTriggers } from './triggers.js';
import { isAutomated } from './automation.js';

/** One object that sums up the records of another. */
interface RollUp {
  readonly parent: ObjectModel;
  /** Reference of the child. */
  readonly reference: string;
  readonly fields: readonly FieldModel[];
}

const known = new WeakMap<Schema, Map<string, RollUp[]>>();

function rollUpsOf(schema: Schema, object: string): readonly RollUp[] {
  let byChild = known.get(schema);
  if (!byChild) known.set(schema, (byChild = collect(schema)));
  return byChild.get(object.toLowerCase()) ?? [];
}

function collect(schema: Schema): Map<string, RollUp[]> {
  const byChild = new Map<string, RollUp[]>();
  for (const parent of schema.objects()) {
    const byReference = new Map<string, FieldModel[]>();
    for (const field of parent.fields.values()) {
      const { summary } = field;
      const reference = summary && schema.field(summary.childObject, summary.childField);
      if (!summary || !reference) continue;
      const key = `${summary.childObject.toLowerCase()} ${reference.name}`;
      byReference.set(key, [...(byReference.get(key) ?? []), field]);
    }
    for (const [key, fields] of byReference) {
      const [child = '', reference = ''] = key.split(' ');
      byChild.set(child, [...(byChild.get(child) ?? []), { parent, reference, fields }]);
    }
  }
  return byChild;
}

interface Before {
  readonly rollUp: RollUp;
  readonly rows: ReadonlyMap<string, readonly DmlRow[]>;
  readonly parents: ReadonlyMap<string, SObjectValue>;
}

/**
 * Roll-ups are computed when they are read; what is left to do on a change of their details is to save the parents again, with
 * their triggers and validation rules. Call before the details are written; the function that is answered does the rest.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm
 */
export function watchRollUps(env: DmlEnvironment, rows: readonly DmlRow[]): () => void {
  const watched = rollUpsOf(env.schema, env.object.name).filter(({ parent }) => reacts(env, parent));
  if (watched.length === 0 || rows.length === 0) return () => undefined;
  const before = watched.map((rollUp): Before => {
    const byParent = new Map<string, DmlRow[]>();
    for (const row of rows) {
      for (const record of [row.record, row.old]) {
        const id = record?.fields.get(rollUp.reference);
        if (!(id instanceof ApexId)) continue;
        const list = byParent.get(id.value) ?? [];
        if (!list.includes(row)) list.push(row);
        byParent.set(id.value, list);
      }
    }
    return { rollUp, rows: byParent, parents: load(env, rollUp, [...byParent.keys()]) };
  });
  return () => {
    for (const one of before) saveChanged(env, one);
  };
}

const automatedSteps = ['beforeSave', 'workflowRules', 'afterSave'] as const;

function reacts(env: DmlEnvironment, parent: ObjectModel): boolean {
  const parentEnv = { ...env, object: parent };
  return (
    hasTriggers(parentEnv, 'before update') ||
    hasTriggers(parentEnv, 'after update') ||
    env.rules.has(parent.name) ||
    automatedSteps.some((step) => isAutomated(parentEnv, step, 'update')) ||
    rollUpsOf(env.schema, parent.name).length > 0
  );
}

function load(env: DmlEnvironment, { parent }: RollUp, ids: readonly string[]): Map<string, SObjectValue> {
  const wanted = ids.flatMap((id) => ApexId.parse(id) ?? []);
  return env.loader.load(env.tx, parent, wanted);
}

function saveChanged(env: DmlEnvironment, { rollUp, rows, parents }: Before): void {
  const now = load(env, rollUp, [...parents.keys()]);
  const changed = [...now].flatMap(([id, record]) => {
    const old = parents.get(id);
    const differs = rollUp.fields.some(
      (field) => !sameStored(field, old?.fields.get(field.name) ?? null, record.fields.get(field.name) ?? null)
    );
    return old && differs ? [parentRow(record, old)] : [];
  });
  if (changed.length === 0) return;
  saveParents({ ...env, object: rollUp.parent }, changed);
  for (const parent of changed) {
    for (const { code, message, fields } of parent.errors) {
      for (const row of rows.get(parent.id?.value ?? '') ?? []) row.fail(code, message, fields);
    }
  }
}

function parentRow(record: SObjectValue, old: SObjectValue): DmlRow {
  const row = new DmlRow(0, record);
  row.old = old;
  return row;
}
