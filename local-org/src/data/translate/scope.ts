import type { ApexValue } from '../../kernel/object.js';
import type { FieldModel, ObjectModel } from '../../schema/model.js';
import type { SqlRow } from '../store/connection.js';
import { computedSql } from './computed.js';
import { quote, type TranslationContext } from './context.js';
import { compoundParts } from '../../schema/compound-parts.js';
import { rateOf } from './currency.js';
import { isStored, textShape, type Shape } from './encoding.js';
import { noSuchColumn, noSuchRelationship, refuse } from './errors.js';
import { formulaReader } from './formula-columns.js';
import type { Columns } from './rows.js';
import { summarySql } from './summary.js';

/** A record on the way of a path: the root's, or one that a reference leads to (several for polymorphic references). */
export interface Source {
  readonly object: ObjectModel;
  /** SQL of a stored column of the record. */
  column(name: string): string;
}

/** The record that a query is about. */
export interface Root extends Source {
  readonly alias: string;
}

/** A value that the statement can select, compare or sort by. */
export interface Expression {
  readonly sql: string;
  readonly shape: Shape;
  /** Of an amount in an org with several currencies: how many of the record's currency one of the corporate currency is. */
  readonly rate?: string;
  /** Reads the value from rows without the SQL: of a formula field, which is computed over what the row has. */
  readonly reader?: (columns: Columns) => (row: SqlRow) => ApexValue;
}

/** An expression that is a field, with where it was found. */
export interface FieldExpression extends Expression {
  readonly field: FieldModel;
  /** Canonical names from the root: `['Account', 'Owner', 'Name']`. */
  readonly path: readonly string[];
}

/** A parent on the way of a path: the reference field and the tables behind it. */
export interface Step {
  readonly name: string;
  readonly reference: Expression;
  /** The field that refers to the parent, where only one object has it. */
  readonly field?: string;
  readonly sources: readonly Source[];
}

/** SQLite joins 64 tables at most; the parents after these are read by sub-queries, one a column. */
const maximumJoins = 40;

/** One level of a query: its root table, the parents joined to it, and the names under which paths may begin. */
export class Scope {
  readonly context: TranslationContext;
  readonly root: Root;
  /** What stands in place of the root's table. */
  table: string | undefined;
  /** What stands in place of a parent's table. */
  derived: ((object: ObjectModel) => string | undefined) | undefined;
  private readonly joins: Map<string, string>;
  private readonly parents: Map<string, Source>;
  private readonly names = new Map<string, readonly string[]>();
  private readonly conditions: string[] = [];
  private readonly told: boolean;

  private constructor(context: TranslationContext, root: Root, within?: Scope, told = true) {
    this.context = context;
    this.root = root;
    this.joins = within?.joins ?? new Map<string, string>();
    this.parents = within?.parents ?? new Map<string, Source>();
    this.told = told;
    if (told) context.settings.touched(root.object.name);
  }

  static of(context: TranslationContext, object: ObjectModel): Scope {
    return new Scope(context, tableOf(object, context.alias()));
  }

  /** A scope whose fields the checks of user mode hear nothing of: they are read for the sake of another. */
  static untold(context: TranslationContext, object: ObjectModel): Scope {
    return new Scope(context, tableOf(object, context.alias()), undefined, false);
  }

  /** The scope of a parent, whose paths add their joins to this one: a branch of TYPEOF. */
  at(source: Source): Scope {
    return new Scope(this.context, { ...source, alias: '' }, this);
  }

  /** Conditions that hold for all rows of the query and need no computed values themselves. */
  narrow(conditions: readonly string[]): void {
    this.conditions.push(...conditions);
  }

  get narrowed(): readonly string[] {
    return this.conditions;
  }

  private touch(object: string, field: string): void {
    if (this.told) this.context.settings.touched(object, field);
  }

  /** Lets paths begin with an alias: `FROM Contact c, c.Account a`. */
  name(alias: string, path: readonly string[]): void {
    this.names.set(alias.toLowerCase(), path);
  }

  /** `FROM` text with all joins that paths have asked for so far. */
  from(): string {
    return [`${this.table ?? quote(this.root.object.name)} AS ${this.root.alias}`, ...this.joins.values()].join(' ');
  }

  /** The field at the end of a path. */
  field(written: readonly string[]): FieldExpression {
    const { steps, rest } = this.walk(written);
    const last = rest ?? '';
    const sources = steps.at(-1)?.sources ?? [this.root];
    const path = [...steps.map((step) => step.name)];
    if (last.toLowerCase() === 'type' && sources.length > 1) {
      return typeOfReference(steps.at(-1) as Step, path);
    }
    const found = sources.flatMap((source) => {
      const field = this.context.schema.field(source.object.name, last);
      return field ? [{ source, field }] : [];
    });
    const first = found[0];
    if (!first) throw refuse(noSuchColumn(last, sources.length > 1 ? 'Name' : (sources[0]?.object.name ?? '')));
    for (const { source, field } of sources.length > 1 ? [] : found) this.touch(source.object.name, field.name);
    const named = { field: first.field, path: [...path, first.field.name] };
    const step = steps.at(-1);
    if (sources.length === 1 || !step) return Object.assign(this.expression(first.source, first.field), named);
    const parts = found.map(({ source, field }) => [source, this.expression(source, field).sql] as const);
    return { sql: oneOf(step.reference.sql, parts), shape: first.field, ...named };
  }

  /** The stored field or roll-up at the end of a path that begins at a source; undefined when a name is not known. */
  below(source: Source, path: readonly string[]): Expression | undefined {
    let sources: readonly Source[] = [source];
    for (const name of path.slice(0, -1)) {
      const step = this.stepFrom(sources, name, false);
      if (!step) return undefined;
      sources = step.sources;
    }
    for (const one of sources) {
      const field = this.context.schema.field(one.object.name, path.at(-1) ?? '');
      if (field) return this.expression(one, field);
    }
    return undefined;
  }

  /** The records that the rows of the query lead to at a source, as a query of ids; undefined when nothing narrows them. */
  idsOf(source: Source): string | undefined {
    if (this.conditions.length === 0 || this.table !== undefined) return undefined;
    return `SELECT ${source.column('Id')} FROM ${this.from()} WHERE ${this.conditions.join(' AND ')}`;
  }

  /** Latitude and longitude of the location or address field at the end of a path. */
  location(written: readonly string[]): FieldExpression[] {
    const before = written.slice(0, -1);
    const object = this.steps(before).at(-1)?.sources[0]?.object ?? this.root.object;
    const field = this.context.schema.field(object.name, written.at(-1) ?? '');
    if (!field) throw refuse(noSuchColumn(written.at(-1) ?? '', object.name));
    const parts = compoundParts(field).filter(([part]) => part === 'Latitude' || part === 'Longitude');
    return parts.map(([, name]) => this.field([...before, name]));
  }

  /** The parents along a path of relationship names. */
  steps(written: readonly string[]): readonly Step[] {
    return this.walk([...written, 'Id']).steps;
  }

  /** A text by which two ways of writing one path are known to be the same. */
  canonical(written: readonly string[]): string {
    return this.expand(written).map(this.key).join('.');
  }

  private walk(written: readonly string[]): { steps: Step[]; rest: string | undefined } {
    const path = this.expand(written);
    const steps: Step[] = [];
    for (const name of path.slice(0, -1)) {
      const from: readonly Source[] = steps.at(-1)?.sources ?? [this.root];
      steps.push(this.step(from, name));
    }
    return { steps, rest: path.at(-1) };
  }

  /** Replaces an alias or the object's own name at the beginning. */
  private expand(written: readonly string[]): readonly string[] {
    const [head = ''] = written;
    const aliased = this.names.get(head.toLowerCase());
    if (aliased) return [...this.expand(aliased), ...written.slice(1)];
    const own = written.length > 1 && this.key(head) === this.root.object.name.toLowerCase();
    return own && !this.context.schema.parentRelationship(this.root.object.name, head) ? written.slice(1) : written;
  }

  /** A name as comparisons take it: full, whether or not the own namespace was written, and without regard to case. */
  private readonly key = (name: string): string => this.context.schema.namespace.full(name).toLowerCase();

  private step(from: readonly Source[], name: string): Step {
    const step = this.stepFrom(from, name, true);
    if (!step) throw refuse(noSuchRelationship(name, 'field path'));
    return step;
  }

  /** Formulas may choose one of the objects of a reference: `Owner:User`. */
  private stepFrom(from: readonly Source[], written: string, told: boolean): Step | undefined {
    const [name = '', only] = written.split(':');
    const { schema } = this.context;
    const found = from.flatMap((source) => {
      const field = schema.parentRelationship(source.object.name, name);
      return field ? [{ source, field }] : [];
    });
    const field = found[0]?.field;
    if (!field) return undefined;
    if (told) for (const one of found) this.touch(one.source.object.name, one.field.name);
    const columns = found.map(({ source, field: own }) => keySql(source, own));
    const sql = columns.length === 1 ? (columns[0] ?? '') : `COALESCE(${columns.join(', ')})`;
    const names = new Set(found.flatMap((one) => one.field.referenceTo ?? []));
    const targets = [...names].filter((target) => only === undefined || target.toLowerCase() === this.key(only));
    if (targets.length === 0) return undefined;
    const several = targets.length > 1;
    const sources = targets.map((target) => this.parent(sql, this.context.object(target), several));
    const known = from.length === 1 && field.type === 'reference' ? { field: field.name } : {};
    return { name: field.relationshipName ?? name, reference: { sql, shape: field }, ...known, sources };
  }

  /** A parent by its id: joined, or, where there are several objects or too many joins, looked up column by column. */
  private parent(reference: string, target: ObjectModel, several: boolean): Source {
    const key = `${reference} ${target.name}`;
    const known = this.parents.get(key);
    if (known) return known;
    const alias = this.context.alias();
    const found = `${alias}.${quote(keyOf(target))} = ${reference}`;
    const source = several || this.joins.size >= maximumJoins ? lookedUp(target, alias, found) : tableOf(target, alias);
    this.parents.set(key, source);
    if ('alias' in source)
      this.joins.set(key, `LEFT JOIN ${this.derived?.(target) ?? quote(target.name)} AS ${alias} ON ${found}`);
    return source;
  }

  private expression(source: Source, field: FieldModel): Expression {
    const { context } = this;
    const rate = rateOf(context, source, field);
    const money = rate === undefined ? {} : { rate };
    if (field.formula !== undefined) {
      const among = () => this.idsOf(source);
      return {
        get sql() {
          return computedSql(context, source.object, field, source.column('Id'), among);
        },
        shape: field,
        ...money,
        reader: (columns) => formulaReader(this, columns, source, field)
      };
    }
    if (field.summary)
      return { sql: summarySql(context, source, field, () => this.idsOf(source)), shape: field, ...money };
    if (!isStored(field)) throw refuse(`Field ${field.name} is made of other fields and can only be selected.`);
    return { sql: source.column(field.name), shape: field, ...money };
  }
}

const tableOf = (object: ObjectModel, alias: string): Root => ({
  object,
  alias,
  column: (name) => `${alias}.${quote(name)}`
});

const lookedUp = (object: ObjectModel, alias: string, found: string): Source => ({
  object,
  column: (name) => `(SELECT ${alias}.${quote(name)} FROM ${quote(object.name)} AS ${alias} WHERE ${found})`
});

/** The value of the one record that an id leads to, known by the prefix of the id. */
function oneOf(id: string, parts: readonly (readonly [Source, string])[]): string {
  const cases = parts.map(([{ object }, sql]) => `WHEN '${object.keyPrefix}' THEN ${sql}`);
  return `(CASE substr(${id}, 1, 3) ${cases.join(' ')} END COLLATE NOCASE)`;
}

/** What a reference holds: that of a metadata record to a field has its object in another of the record's fields. */
function keySql(source: Source, field: FieldModel): string {
  const name = source.column(field.name);
  return field.objectField === undefined ? name : `(${source.column(field.objectField)} || '.' || ${name})`;
}

/** Definitions of objects and fields are referred to by their API name. */
export const keyOf = (target: ObjectModel): string =>
  /^((Entity|Field)Definition|EntityParticle|Flow(Definition|Version)View)$/.test(target.name) ? 'DurableId' : 'Id';

/** `Owner.Type`: the name of the object that the id belongs to. */
function typeOfReference(step: Step, path: readonly string[]): FieldExpression {
  const cases = step.sources.map(({ object }) => `WHEN '${object.keyPrefix}' THEN '${object.name}'`).join(' ');
  const sql = `(CASE substr(${step.reference.sql}, 1, 3) ${cases} END COLLATE NOCASE)`;
  return { sql, shape: textShape, field: typeField, path: [...path, 'Type'] };
}

const typeField: FieldModel = {
  name: 'Type',
  label: 'Type',
  type: 'string',
  length: 40,
  required: false,
  unique: false,
  caseSensitive: false,
  externalId: false,
  createable: false,
  updateable: false,
  custom: false
};
