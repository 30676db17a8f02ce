import { badRequest } from '../errors.js';
import type { SqlValue } from '../../../ledger/database.js';
import { fromJson, toJson } from './edm.js';
import type { EntitySet, Values } from './entitySet.js';

/** A checked request body: column values, and the deep-inserted children by navigation. */
export interface ParsedBody {
  readonly values: Values;
  readonly children: Readonly<Record<string, readonly Values[]>>;
}

/** Parses JSON text that must be one object. */
export function parseJsonObject(text: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text === '' ? '{}' : text);
  } catch (error) {
    throw badRequest(`The request body is not valid JSON. ${error instanceof Error ? error.message : ''}`.trim());
  }
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
  throw badRequest('The request body must be one JSON object.');
}

/** Checks a body against the properties of a set, as the API does: names, types, lengths, and what may not be set. */
export function parseBody(
  set: EntitySet,
  sets: ReadonlyMap<string, EntitySet>,
  body: Readonly<Record<string, unknown>>,
  deepInsert: boolean
): ParsedBody {
  const values: Record<string, SqlValue> = {};
  const children: Record<string, readonly Values[]> = {};
  for (const [name, value] of Object.entries(body)) {
    if (name.includes('@')) continue;
    const property = set.properties.find((candidate) => candidate.name === name);
    if (property) {
      const stored = fromJson(property, value);
      if (property.access === 'writable') values[property.column] = stored;
      else if (property.access === 'readOnly') throw readOnlyProperty(set, name);
      else if (toJson(property, stored) !== toJson(property, fixedValue(property.column))) {
        throw badRequest(
          `The property '${name}' of type 'Microsoft.NAV.${set.typeName}' cannot be set in this company.`
        );
      }
      continue;
    }
    const navigation = set.navigations.find((candidate) => candidate.name === name && set.deepInsert.includes(name));
    const target = navigation && sets.get(navigation.target);
    if (!target) throw unknownProperty(set, name);
    if (!deepInsert) throw badRequest(`The navigation property '${name}' can be set when the record is created only.`);
    children[name] = childrenOf(target, sets, name, value);
  }
  return { values, children };
}

function childrenOf(
  target: EntitySet,
  sets: ReadonlyMap<string, EntitySet>,
  name: string,
  value: unknown
): readonly Values[] {
  if (!Array.isArray(value)) throw badRequest(`The navigation property '${name}' must be an array.`);
  return value.map((child: unknown) => {
    if (typeof child === 'object' && child !== null && !Array.isArray(child)) {
      return parseBody(target, sets, child as Record<string, unknown>, true).values;
    }
    throw badRequest(`Each element of '${name}' must be an object.`);
  });
}

function fixedValue(column: string): SqlValue {
  return column.startsWith("'") ? column.slice(1, -1) : Number(column);
}

function readOnlyProperty(set: EntitySet, name: string) {
  return badRequest(`The property '${name}' on type 'Microsoft.NAV.${set.typeName}' is read-only.`);
}

function unknownProperty(set: EntitySet, name: string) {
  return badRequest(
    `The property '${name}' does not exist on type 'Microsoft.NAV.${set.typeName}'. Make sure to only use property names that are defined by the type.`
  );
}
