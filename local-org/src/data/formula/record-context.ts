import { Big } from 'bigdecimal.js';
import type { FormulaContext } from '../../formula/evaluate.js';
import type { ApexValue } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import type { FieldModel, ObjectModel } from '../../schema/model.js';
import { contextOf, formulaValue, type ReadStored } from './formula-value.js';
import { fieldAt } from './parsed.js';
import type { FormulaWorld } from './world.js';

/** A formula's view of a record in a DML statement; `old` is its state before, null for a new one. */
export function recordContext(world: FormulaWorld, record: SObjectValue, old: SObjectValue | null): FormulaContext {
  const object = world.schema.object(record.object);
  if (!object) throw new Error(`There is no object ${record.object}.`);
  const prior = contextOf(world, object, old ? asStored(world, object, old) : asNow(world, object, record));
  const now = contextOf(world, object, asNow(world, object, record));
  return Object.assign(now, { prior: prior.field, isNew: old === null });
}

/** The value of a formula field over a record in memory; its own fields as they are now, its parents as they are stored. */
export function formulaOver(world: FormulaWorld, record: SObjectValue, field: FieldModel): ApexValue {
  const object = world.schema.object(record.object);
  return object ? formulaValue(world, object, field, storedOf(world, object, record)) : null;
}

/** Sets the formula fields of a record in memory. Answers the fields that could not be computed, with the reason. */
export function computeFormulas(
  world: FormulaWorld,
  record: SObjectValue
): readonly { readonly field: string; readonly message: string }[] {
  const failed: { field: string; message: string }[] = [];
  for (const field of world.schema.object(record.object)?.fields.values() ?? []) {
    if (field.formula === undefined) continue;
    try {
      record.fields.set(field.name, formulaOver(world, record, field));
    } catch (error) {
      failed.push({ field: field.name, message: (error as Error).message });
    }
  }
  return failed;
}

/** A record that is being changed: what it holds in formula fields is out of date. */
function asNow(world: FormulaWorld, object: ObjectModel, record: SObjectValue): ReadStored {
  const stored = storedOf(world, object, record);
  return (path) => {
    const at = fieldAt(world.schema, object, path);
    if (at?.field.formula === undefined || path.length > 1) return stored(path);
    return formulaValue(world, object, at.field, stored);
  };
}

/** A record as it was read: its formula fields too. */
function asStored(world: FormulaWorld, object: ObjectModel, record: SObjectValue): ReadStored {
  const stored = storedOf(world, object, record);
  return (path) => {
    const at = fieldAt(world.schema, object, path);
    const held = path.length === 1 && at ? record.fields.get(at.field.name) : undefined;
    if (held !== undefined || at?.field.formula === undefined || path.length > 1) return held ?? stored(path);
    return formulaValue(world, object, at.field, stored);
  };
}

/** The record's own fields as it holds them, and those of its parents as the database does. */
function storedOf(world: FormulaWorld, object: ObjectModel, record: SObjectValue): ReadStored {
  const { schema, loader, tx } = world;
  return (path) => {
    const [head = '', ...rest] = path;
    if (rest.length === 0) {
      const field = schema.field(object.name, head);
      return field ? (record.fields.get(field.name) ?? ofNone(field)) : null;
    }
    const [name = '', chosen] = head.split(':');
    const reference = schema.parentRelationship(object.name, name);
    const id = reference && record.fields.get(reference.name);
    const parent = id instanceof ApexId ? schema.objectByPrefix(id.value.slice(0, 3)) : undefined;
    if (!parent || !(id instanceof ApexId)) return null;
    if (chosen !== undefined && chosen.toLowerCase() !== parent.name.toLowerCase()) return null;
    return loader.valueAt(tx, parent, id, rest);
  };
}

/** What a roll-up without details has. */
const ofNone = ({ summary }: FieldModel): ApexValue =>
  summary?.operation === 'count' || summary?.operation === 'sum' ? Big(0) : null;
