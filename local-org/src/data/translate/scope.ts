import type { FieldModel, ObjectModel } from '../../schema/model.js';
import { quote, type TranslationContext } from './context.js';
import { compoundParts } from './compound.js';
import { isStored, textShape, type Shape } from './encoding.js';
import { noSuchColumn, noSuchRelationship, refuse } from './errors.js';
import { summarySql } from './summary.js';

/** A table of the statement with the objects that its path may lead to (several for polymorphic references). */
export interface Source {
  readonly object: ObjectModel;
  readonly alias: string;
}

/** A value that the statement can select, compare or sort by. */
export interface Expression {
  readonly sql: string;
  readonly shape: Shape;
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

/** One level of a query: its root table, the parents joined to it, and the names under which paths may begin. */
export class Scope {
  readonly context: TranslationContext;
  readonly root: Source;
  /** What stands in place of the root's table. */
  table: string | undefined;
  private readonly joins: Map<string, string>;
  private readonly aliasesByKey: Map<string, string>;
  private readonly names = new Map<string, readonly string[]>();

  /** `within` is the scope whose statement this one adds its joins to: a branch of TYPEOF. */
  constructor(context: TranslationContext, object: ObjectModel, alias = context.alias(), within?: Scope) {
    this.context = context;
    this.root = { object, alias };
    this.joins = within?.joins ?? new Map<string, string>();
    this.aliasesByKey = within?.aliasesByKey ?? new Map<string, string>();
    context.settings.touched(object.name);
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
    for (const { source, field } of sources.length > 1 ? [] : found) {
      this.context.settings.touched(source.object.name, field.name);
    }
    const parts = found.map(({ source, field }) => this.columnSql(source, field));
    const sql = parts.length === 1 ? (parts[0] ?? '') : `(COALESCE(${parts.join(', ')}) COLLATE NOCASE)`;
    return { sql, shape: first.field, field: first.field, path: [...path, first.field.name] };
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
    return this.expand(written).join('.').toLowerCase();
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
    const head = (written[0] ?? '').toLowerCase();
    const aliased = this.names.get(head);
    if (aliased) return [...this.expand(aliased), ...written.slice(1)];
    const own = written.length > 1 && head === this.root.object.name.toLowerCase();
    return own && !this.context.schema.parentRelationship(this.root.object.name, head) ? written.slice(1) : written;
  }

  private step(from: readonly Source[], name: string): Step {
    for (const source of from) {
      const field = this.context.schema.parentRelationship(source.object.name, name);
      if (!field) continue;
      this.context.settings.touched(source.object.name, field.name);
      const reference = { sql: this.columnSql(source, field), shape: field };
      const targets = (field.referenceTo ?? []).map((target) => this.context.object(target));
      if (targets.length === 0) break;
      const sources = targets.map((target) => this.join(reference.sql, target));
      const only = from.length === 1 && field.type === 'reference' ? { field: field.name } : {};
      return { name: field.relationshipName ?? name, reference, ...only, sources };
    }
    throw refuse(noSuchRelationship(name, 'field path'));
  }

  private join(reference: string, target: ObjectModel): Source {
    const key = `${reference} ${target.name}`;
    const known = this.aliasesByKey.get(key);
    if (known) return { object: target, alias: known };
    const alias = this.context.alias();
    this.aliasesByKey.set(key, alias);
    this.joins.set(
      key,
      `LEFT JOIN ${quote(target.name)} AS ${alias} ON ${alias}.${quote(keyOf(target))} = ${reference}`
    );
    return { object: target, alias };
  }

  private columnSql(source: Source, field: FieldModel): string {
    if (field.formula !== undefined) {
      return this.context.settings.formula(source.object, field.name, source.alias, this.context);
    }
    if (field.summary) return summarySql(this.context, source, field);
    if (!isStored(field)) throw refuse(`Field ${field.name} is made of other fields and can only be selected.`);
    return `${source.alias}.${quote(field.name)}`;
  }
}

/** Definitions of objects and fields are referred to by their API name. */
const keyOf = (target: ObjectModel): string => (/^(Entity|Field)Definition$/.test(target.name) ? 'DurableId' : 'Id');

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
