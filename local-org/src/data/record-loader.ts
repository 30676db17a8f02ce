import type { ApexValue } from '../kernel/object.js';
import type { ApexId } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';
import type { FieldModel, ObjectModel, Schema } from '../schema/model.js';
import { execute } from './translate/computed.js';
import { TranslationContext, type ComputedValues } from './translate/context.js';
import { familyOf } from './translate/encoding.js';
import { Scope } from './translate/scope.js';
import { translateSelect } from './translate/select.js';
import { fieldAt } from './formula/parsed.js';
import { QueryFormulas } from './formula/query-formulas.js';
import type { FormulaWorld } from './formula/world.js';
import type { Connection, SqlRow } from './store/connection.js';

interface Statement {
  readonly context: TranslationContext;
  readonly sql: string;
  /** Whether other rows and other days may run it too: nothing is computed before it runs. */
  readonly lasts: boolean;
  read(row: SqlRow): SObjectValue;
}

/** Reads whole records, with formulas and roll-ups, past security and limits: what triggers and validation see. */
export class RecordLoader {
  private readonly connection: Connection;
  private readonly schema: Schema;
  private readonly broken: ReadonlySet<FieldModel>;
  private readonly computed: ComputedValues;
  private readonly statements = new Map<string, Statement>();
  /** Whose transaction the statement that runs belongs to. */
  private tx: Transaction | undefined;

  /** `broken` are computed fields that cannot be computed; they are left out. */
  constructor(
    connection: Connection,
    schema: Schema,
    computed: ComputedValues,
    broken: ReadonlySet<FieldModel> = new Set()
  ) {
    this.connection = connection;
    this.schema = schema;
    this.computed = computed;
    this.broken = broken;
  }

  /** Records by id; missing ones are left out, deleted ones too unless asked for. */
  load(tx: Transaction, object: ObjectModel, ids: readonly ApexId[], deleted = false): Map<string, SObjectValue> {
    const fields = [...object.fields.values()].filter(
      (field) => familyOf(field) !== 'compound' && !this.broken.has(field)
    );
    const paths = fields.map((field) => [field.name]);
    const found = new Map<string, SObjectValue>();
    for (const record of this.rows(tx, object, ids, object.name, paths)) {
      if (!deleted && record.fields.get('IsDeleted') === true) continue;
      record.queried = false;
      found.set((record.fields.get('Id') as ApexId).value, record);
    }
    return found;
  }

  /** One field of a record, or of one of its parents, deleted ones too. */
  valueAt(tx: Transaction, object: ObjectModel, id: ApexId, path: readonly string[]): ApexValue {
    const at = fieldAt(this.schema, object, path);
    if (!at || this.broken.has(at.field)) return null;
    const [record] = this.rows(tx, object, [id], `${object.name}.${path.join('.').toLowerCase()}`, [path]);
    let value: ApexValue = record ?? null;
    for (const step of path) {
      if (!(value instanceof SObjectValue)) return null;
      const name: string = this.schema.field(value.object, step)?.name ?? stepName(this.schema, value.object, step);
      value = value.fields.get(name) ?? null;
    }
    return value;
  }

  private rows(
    tx: Transaction,
    object: ObjectModel,
    ids: readonly ApexId[],
    key: string,
    paths: readonly (readonly string[])[]
  ): SObjectValue[] {
    const outer = this.tx;
    this.tx = tx;
    try {
      const { context, sql, read, lasts } = this.statements.get(key) ?? this.translate(object, paths);
      if (lasts && !this.statements.has(key)) this.statements.set(key, { context, sql, read, lasts });
      context.params[0] = JSON.stringify(ids.map((id) => id.value));
      return execute(context, sql, (text, params) => this.connection.all(text, params)).map(read);
    } finally {
      this.tx = outer;
    }
  }

  /** The first parameter is the list of ids. */
  private translate(object: ObjectModel, paths: readonly (readonly string[])[]): Statement {
    const running = (): Transaction => this.tx as Transaction;
    const world: FormulaWorld = {
      get tx() {
        return running();
      },
      schema: this.schema,
      connection: this.connection,
      loader: this
    };
    const context = new TranslationContext({
      schema: this.schema,
      get user() {
        return running().user;
      },
      get now() {
        return running().now();
      },
      binds: () => null,
      allRows: true,
      visibility: () => undefined,
      formulas: new QueryFormulas(world),
      computed: this.computed,
      touched: () => undefined
    });
    const ids = context.param(null);
    const scope = Scope.of(context, object);
    const condition = `${scope.root.column('Id')} IN (SELECT value FROM json_each(${ids}))`;
    scope.narrow([condition]);
    const { columns, shape } = translateSelect(
      scope,
      paths.map((path) => ({ kind: 'field', path: path.map((name) => name.split(':')[0] ?? '') }))
    );
    return {
      context,
      sql: `SELECT ${columns.list().join(', ')} FROM ${scope.from()} WHERE ${condition} ORDER BY ${scope.root.alias}.rowid`,
      lasts: context.preparations.length === 0,
      read: (row) => shape.build(object.name, row)
    };
  }
}

const stepName = (schema: Schema, object: string, step: string): string =>
  schema.parentRelationship(object, step.split(':')[0] ?? '')?.relationshipName ?? step;
