import type { ApexId } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import type { SObjectValue } from '../kernel/sobject.js';
import type { ObjectModel, Schema } from '../schema/model.js';
import type { SoqlQuery } from '../soql/ast.js';
import { familyOf } from './translate/encoding.js';
import { runQuery } from './translate/query.js';
import { formulaSql } from './formula/to-sql.js';
import type { Connection } from './store/connection.js';

/** Reads whole records, with formulas and roll-ups, past security and limits: what triggers and validation see. */
export class RecordLoader {
  private readonly connection: Connection;
  private readonly schema: Schema;
  private readonly queries = new Map<string, SoqlQuery>();

  constructor(connection: Connection, schema: Schema) {
    this.connection = connection;
    this.schema = schema;
  }

  /** Records by id; missing ones are left out, deleted ones too unless asked for. */
  load(tx: Transaction, object: ObjectModel, ids: readonly ApexId[], deleted = false): Map<string, SObjectValue> {
    const records = this.select(
      tx,
      this.queryOf(object),
      ids.map((id) => id.value),
      deleted
    );
    return new Map(records.map((record) => [String((record.fields.get('Id') as ApexId).value), record]));
  }

  /** Records of a query whose `:ids` are these. */
  select(tx: Transaction, query: SoqlQuery, ids: readonly string[], allRows = false): SObjectValue[] {
    const settings = {
      schema: this.schema,
      user: tx.user,
      now: tx.now(),
      binds: () => null,
      allRows,
      visibility: () => undefined,
      formula: formulaSql,
      touched: () => undefined
    };
    const where: SoqlQuery['where'] = {
      kind: 'compare',
      left: { kind: 'field', path: ['Id'] },
      operator: 'in',
      right: { kind: 'list', values: ids.map((value) => ({ kind: 'string', value })) }
    };
    return runQuery(settings, { ...query, where }, (sql, params) => this.connection.all(sql, params)).records.map(
      (record) => {
        record.queried = false;
        return record;
      }
    );
  }

  private queryOf(object: ObjectModel): SoqlQuery {
    const known = this.queries.get(object.name);
    if (known) return known;
    const fields = [...object.fields.values()].filter((field) => familyOf(field) !== 'compound');
    const query: SoqlQuery = {
      select: fields.map((field) => ({ kind: 'field', path: [field.name] })),
      from: { object: object.name, aliases: [] },
      orderBy: [],
      allRows: false,
      forUpdate: false
    };
    this.queries.set(object.name, query);
    return query;
  }
}
