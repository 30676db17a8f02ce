import type { ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import type { ObjectModel, Schema } from '../schema/model.js';
import type { Connection } from './store/connection.js';
import { markDeployed } from './store/deployed.js';
import { stableId, type SystemRows } from './store/system-rows.js';
import { encode, familyOf, isStored } from './translate/encoding.js';

export interface DeployedRecord {
  readonly created: boolean;
  /** Why it cannot be deployed. */
  readonly problem: string | null;
}

interface Wanted {
  readonly object: string;
  readonly name: string;
  readonly label: string | null;
  readonly values: ReadonlyMap<string, ApexValue>;
}

interface Parts {
  readonly connection: Connection;
  readonly rows: SystemRows;
  readonly schema: Schema;
}

/**
 * Makes or changes a record of a custom metadata type. It stays when the project's metadata is read again; a file of the same
 * name then writes over it, as a deployment of the project does.
 */
export function deployMetadataRecord(parts: Parts, tx: Transaction, wanted: Wanted): DeployedRecord {
  const { connection, rows, schema } = parts;
  const object = schema.object(wanted.object);
  if (!object) return { created: false, problem: `There is no custom metadata type ${wanted.object}.` };
  const record = schema.namespace.bare(wanted.name);
  const id = stableId(object.keyPrefix, record);
  const created = connection.get(`SELECT 1 FROM "${object.name}" WHERE "Id" = ?`, [id.value]) === undefined;
  const label = wanted.label ?? (created ? record : null);
  const fields: Record<string, ApexValue> = {
    DeveloperName: record,
    QualifiedApiName: schema.namespace.prefixed(record),
    Language: 'en_US',
    ...(label !== null && { MasterLabel: label, Label: label })
  };
  for (const [name, value] of wanted.values) {
    const taken = fieldValue(schema, object, name, value);
    if ('problem' in taken) return { created: false, problem: taken.problem };
    fields[taken.field] = taken.value;
  }
  rows.define(object.name, record, fields, tx.now(), tx.user.id);
  markDeployed(connection, id.value);
  return { created, problem: null };
}

function fieldValue(
  schema: Schema,
  object: ObjectModel,
  name: string,
  value: ApexValue
): { readonly field: string; readonly value: ApexValue } | { readonly problem: string } {
  const field = schema.field(object.name, name);
  if (!field || !isStored(field)) return { problem: `There is no field ${name} on ${object.name}.` };
  const target = schema.object(field.referenceTo?.[0] ?? '');
  const named = target?.kind === 'customMetadata' && familyOf(field) === 'id' && typeof value === 'string';
  // A metadata relationship names a record; stored is the id that this record has.
  const held = named ? stableId(target.keyPrefix, schema.namespace.bare(value.split('.').at(-1) ?? value)) : value;
  if (encode(field, held) === undefined)
    return { problem: `${object.name}.${field.name} cannot hold ${String(value)}.` };
  return { field: field.name, value: held };
}
