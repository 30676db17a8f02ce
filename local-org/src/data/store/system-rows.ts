import { type ApexId, idSuffix, ApexId as Id } from '../../kernel/scalars.js';
import type { ApexValue } from '../../kernel/object.js';
import { stableId15 } from '../../schema/key-prefix.js';
import type { ObjectModel, Schema } from '../../schema/model.js';
import { encode, isStored } from '../translate/encoding.js';
import type { Connection, SqlValue } from './connection.js';
import { forgetFiled } from './deployed.js';
import type { Sequences } from './sequences.js';

export type RowFields = Readonly<Record<string, ApexValue>>;

/** Writes rows that the platform itself makes: no triggers, no validation, no security, no limits. */
export class SystemRows {
  private readonly connection: Connection;
  private readonly schema: Schema;
  private readonly sequences: Sequences;

  constructor(connection: Connection, schema: Schema, sequences: Sequences) {
    this.connection = connection;
    this.schema = schema;
    this.sequences = sequences;
  }

  /** Inserts (id null) or changes a row; system dates are set to `now` where the object has them and the fields do not. */
  write(object: string, id: ApexId | null, fields: RowFields, now: number, userId: ApexId | null): ApexId {
    const model = this.model(object);
    const values = this.encodeAll(model, fields);
    for (const [name, value] of systemValues(id === null, now, userId)) {
      if (model.fields.has(name) && !values.has(name)) values.set(name, value);
    }
    if (id !== null) {
      this.update(model, id, values);
      return id;
    }
    const [fresh] = this.sequences.newIds(model.keyPrefix, 1);
    values.set('Id', (fresh as ApexId).value);
    this.insert(model, values, '');
    return fresh as ApexId;
  }

  /** Makes or replaces a row that metadata defines; its id depends on its key only, so that every worker agrees on it. */
  define(object: string, key: string, fields: RowFields, now: number, userId: ApexId | null): ApexId {
    const id = stableId(this.model(object).keyPrefix, key);
    this.defineWithId(object, id, fields, now, userId);
    return id;
  }

  /** Makes the row unless there is one with its id. */
  defineOnce(object: string, key: string, fields: RowFields, now: number, userId: ApexId | null): ApexId {
    const id = stableId(this.model(object).keyPrefix, key);
    this.insertDefined(object, id, fields, { now, userId }, () => ' ON CONFLICT ("Id") DO NOTHING');
    return id;
  }

  /** Makes or replaces the row with this id; what is not among the fields stays as it is. */
  defineWithId(object: string, id: ApexId, fields: RowFields, now: number, userId: ApexId | null = null): void {
    this.insertDefined(object, id, fields, { now, userId }, (names) => {
      const changed = names.filter((name) => name !== 'Id' && !name.startsWith('Created'));
      const sets = changed.map((name) => `"${name}" = excluded."${name}"`).join(', ');
      return ` ON CONFLICT ("Id") DO UPDATE SET ${sets}`;
    });
  }

  private insertDefined(
    object: string,
    id: ApexId,
    fields: RowFields,
    { now, userId }: { readonly now: number; readonly userId: ApexId | null },
    conflict: (names: readonly string[]) => string
  ): void {
    const model = this.model(object);
    const values = this.encodeAll(model, fields);
    for (const [name, value] of systemValues(true, now, userId)) {
      if (model.fields.has(name) && !values.has(name)) values.set(name, value);
    }
    values.set('Id', id.value);
    this.insert(model, values, conflict([...values.keys()]));
  }

  /** Removes all rows of an object, or those with this id in the field. */
  forget(object: string, field?: string, id?: ApexId): void {
    const where = field !== undefined && id ? ` WHERE "${field}" = ?` : '';
    this.connection.run(`DELETE FROM "${this.model(object).name}"${where}`, id ? [id.value] : []);
  }

  /** Removes the rows of an object that metadata files have made; those that Apex has deployed stay. */
  forgetFiled(object: string): void {
    forgetFiled(this.connection, this.model(object).name);
  }

  remove(object: string, id: ApexId): void {
    this.connection.run(`DELETE FROM "${this.model(object).name}" WHERE "Id" = ?`, [id.value]);
  }

  private insert(model: ObjectModel, values: ReadonlyMap<string, SqlValue>, conflict: string): void {
    const columns = [...values.keys()].map((name) => `"${name}"`).join(', ');
    const marks = [...values.keys()].map(() => '?').join(', ');
    this.connection.run(`INSERT INTO "${model.name}" (${columns}) VALUES (${marks})${conflict}`, [...values.values()]);
  }

  private update(model: ObjectModel, id: ApexId, values: ReadonlyMap<string, SqlValue>): void {
    if (values.size === 0) return;
    const sets = [...values.keys()].map((name) => `"${name}" = ?`).join(', ');
    this.connection.run(`UPDATE "${model.name}" SET ${sets} WHERE "Id" = ?`, [...values.values(), id.value]);
  }

  private encodeAll(model: ObjectModel, fields: RowFields): Map<string, SqlValue> {
    const values = new Map<string, SqlValue>();
    for (const [name, value] of Object.entries(fields)) {
      const field = this.schema.field(model.name, name);
      if (!field || !isStored(field)) throw new Error(`${model.name} has no stored field ${name}`);
      const encoded = encode(field, value);
      if (encoded === undefined) throw new Error(`${model.name}.${name} cannot hold ${String(value)}`);
      values.set(field.name, field.type === 'boolean' ? (encoded ?? 0) : encoded);
    }
    return values;
  }

  private model(object: string): ObjectModel {
    const model = this.schema.object(object);
    if (!model) throw new Error(`There is no object ${object}`);
    return model;
  }
}

/** The id of a row that metadata defines. */
export function stableId(keyPrefix: string, key: string): ApexId {
  const id15 = stableId15(keyPrefix, key);
  return Id.parse(id15 + idSuffix(id15)) as ApexId;
}

function systemValues(isNew: boolean, now: number, userId: ApexId | null): [string, SqlValue][] {
  const user = userId?.value ?? null;
  const changed: [string, SqlValue][] = [
    ['LastModifiedDate', now],
    ['LastModifiedById', user],
    ['SystemModstamp', now]
  ];
  return isNew ? [['CreatedDate', now], ['CreatedById', user], ...changed] : changed;
}
