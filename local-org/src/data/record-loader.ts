import type { ApexId } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import type { SObjectValue } from '../kernel/sobject.js';
import type { FieldModel, ObjectModel, Schema } from '../schema/model.js';
import { TranslationContext } from './translate/context.js';
import { familyOf } from './translate/encoding.js';
import { Scope } from './translate/scope.js';
import { translateSelect } from './translate/select.js';
import { formulaSql } from './formula/to-sql.js';
import type { Connection, SqlRow, SqlValue } from './store/connection.js';

interface Statement {
  readonly sql: string;
  /** Those after the list of ids, which is the first. */
  readonly params: readonly SqlValue[];
  read(row: SqlRow): SObjectValue;
}

/** Reads whole records, with formulas and roll-ups, past security and limits: what triggers and validation see. */
export class RecordLoader {
  private readonly connection: Connection;
  private readonly schema: Schema;
  private readonly broken: ReadonlySet<FieldModel>;
  private readonly statements = new Map<string, Statement>();

  /** `broken` are computed fields that cannot be computed; they are left out. */
  constructor(connection: Connection, schema: Schema, broken: ReadonlySet<FieldModel> = new Set()) {
    this.connection = connection;
    this.schema = schema;
    this.broken = broken;
  }

  /** Records by id; missing ones are left out, deleted ones too unless asked for. */
  load(tx: Transaction, object: ObjectModel, ids: readonly ApexId[], deleted = false): Map<string, SObjectValue> {
    const { sql, params, read } = this.statement(tx, object);
    const list = JSON.stringify(ids.map((id) => id.value));
    const found = new Map<string, SObjectValue>();
    for (const row of this.connection.all(sql, [list, ...params])) {
      const record = read(row);
      if (!deleted && record.fields.get('IsDeleted') === true) continue;
      record.queried = false;
      found.set((record.fields.get('Id') as ApexId).value, record);
    }
    return found;
  }

  /** The statement of an object is made once, unless formulas depend on the user or the day. */
  private statement(tx: Transaction, object: ObjectModel): Statement {
    const known = this.statements.get(object.name);
    if (known) return known;
    const statement = this.translate(tx, object);
    const computed = [...object.fields.values()].some((field) => field.formula !== undefined || field.summary);
    if (!computed) this.statements.set(object.name, statement);
    return statement;
  }

  private translate(tx: Transaction, object: ObjectModel): Statement {
    const context = new TranslationContext({
      schema: this.schema,
      user: tx.user,
      label: (name) => tx.org.metadata.label(name) ?? '',
      customPermission: (name) => tx.user.access.customPermission(name),
      now: tx.now(),
      binds: () => null,
      allRows: true,
      visibility: () => undefined,
      formula: formulaSql,
      touched: () => undefined
    });
    const ids = context.param(null);
    const scope = new Scope(context, object);
    const fields = [...object.fields.values()].filter(
      (field) => familyOf(field) !== 'compound' && !this.broken.has(field)
    );
    const { columns, shape } = translateSelect(
      scope,
      fields.map((field) => ({ kind: 'field', path: [field.name] }))
    );
    const { alias } = scope.root;
    return {
      sql: `SELECT ${columns.list().join(', ')} FROM ${scope.from()} WHERE ${alias}."Id" IN (SELECT value FROM json_each(${ids})) ORDER BY ${alias}.rowid`,
      params: context.params.slice(1),
      read: (row) => shape.build(object.name, row)
    };
  }
}
