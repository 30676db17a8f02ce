import type { ApexValue } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import type { FieldModel, LookupFilterModel } from '../../schema/model.js';
import { recordContext } from '../formula/record-context.js';
import type { DmlEnvironment } from './environment.js';
import { filterHolds, type FilterPlace } from './filter-items.js';
import { alive, type DmlRow } from './row.js';

const usualMessage = 'Value does not exist or does not match filter criteria.';

/** Refuses references whose record does not match the look-up's filter. Optional filters only help the user to choose. */
export function checkLookupFilters(env: DmlEnvironment, rows: readonly DmlRow[]): void {
  for (const field of env.object.fields.values()) {
    const { lookupFilter } = field;
    if (!lookupFilter) continue;
    for (const row of alive(rows)) {
      if (matches(env, row, field, lookupFilter)) continue;
      row.fail('FIELD_FILTER_VALIDATION_EXCEPTION', lookupFilter.message ?? usualMessage, [field.name]);
    }
  }
}

function matches(env: DmlEnvironment, row: DmlRow, field: FieldModel, filter: LookupFilterModel): boolean {
  const id = row.record.fields.get(field.name);
  if (!(id instanceof ApexId)) return true;
  const object = env.schema.objectByPrefix(id.value.slice(0, 3));
  const target = object && env.loader.load(env.tx, object, [id]).get(id.value);
  if (!object || !target) return true;
  const source = recordContext(env, row.record, row.old);
  const found = recordContext(env, target, target);
  const valueAt = (path: string): ApexValue => {
    const [head = '', ...rest] = path.split('.');
    if (head.toLowerCase() === '$source') return source.field(rest);
    if (head.startsWith('$')) return source.field([head, ...rest]);
    return found.field(head.toLowerCase() === object.name.toLowerCase() ? rest : [head, ...rest]);
  };
  const placeAt = (path: string): FilterPlace => {
    const parts = path.split('.');
    let owner = parts[0]?.toLowerCase() === '$source' ? env.object.name : object.name;
    for (const part of parts.slice(1, -1))
      owner = env.schema.parentRelationship(owner, part)?.referenceTo?.[0] ?? owner;
    return { object: env.schema.object(owner), field: env.schema.field(owner, parts.at(-1) ?? '') };
  };
  return filterHolds(filter, valueAt, placeAt);
}
