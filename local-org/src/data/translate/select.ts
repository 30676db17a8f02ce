import type { ApexValue } from '../../kernel/object.js';
import type { SoqlQuery, SoqlSelectItem } from '../../soql/ast.js';
import type { SqlRow } from '../store/connection.js';
import type { FieldModel } from '../../schema/model.js';
import { familyOf } from './encoding.js';
import { compoundParts } from '../../schema/compound-parts.js';
import { readCompound } from './compound.js';
import { noSuchRelationship, refuse } from './errors.js';
import { formatText } from './format.js';
import { operandSql } from './functions.js';
import { Columns, ParentShape, RecordShape, type ChildRows } from './rows.js';
import { keyOf, type Scope, type Expression, type FieldExpression, type Step } from './scope.js';

/** A child query to run once the parents are known. */
export interface ChildRequest {
  readonly query: SoqlQuery;
  readonly object: string;
  /** Reference field of the child that points to the parent. */
  readonly field: string;
  readonly rows: ChildRows;
}

export interface Selection {
  readonly columns: Columns;
  readonly shape: RecordShape;
  readonly children: readonly ChildRequest[];
}

/**
 * Translates the select list of a query that is not grouped. The id and the record type are always read, and beside a parent's fields
 * the reference to it: Apex has them without asking (https://salesforce.stackexchange.com/questions/155979).
 */
export function translateSelect(scope: Scope, select: readonly SoqlSelectItem[]): Selection {
  const columns = new Columns();
  const shape = new RecordShape();
  const children: ChildRequest[] = [];
  const chosen = new Set<string>();
  for (const item of select) {
    switch (item.kind) {
      case 'field':
        if (item.alias !== undefined) throw refuse('only aggregate expressions use field aliasing');
        once(chosen, scope, item.path);
        selectField(scope, columns, shape, item.path);
        break;
      case 'function':
        selectFunction(scope, columns, shape, item);
        break;
      case 'subquery':
        children.push(selectChildren(scope, shape, item.query));
        break;
      case 'typeof':
        selectTypeOf(scope, columns, shape, item);
        break;
      case 'fields':
        for (const field of fieldSet(scope, item.set)) {
          once(chosen, scope, [field.name]);
          selectField(scope, columns, shape, [field.name]);
        }
        break;
    }
  }
  const { object } = scope.root;
  if (object.fields.has('Id')) selectField(scope, columns, shape, ['Id']);
  if (object.recordTypes.length > 0) shape.imply('RecordTypeId', columns.reader(scope.field(['RecordTypeId'])));
  return { columns, shape, children };
}

/** https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_fields.htm */
function once(chosen: Set<string>, scope: Scope, written: readonly string[]): void {
  const path = scope.canonical(written);
  if (chosen.has(path)) throw refuse(`duplicate field selected: ${written.join('.')}`);
  chosen.add(path);
}

function selectField(scope: Scope, columns: Columns, shape: RecordShape, path: readonly string[]): void {
  const compound = compoundField(scope, path);
  if (compound) selectCompound(scope, columns, shape, path, compound);
  else {
    const field = scope.field(path);
    const target = parentShape(columns, shape, scope.steps(path.slice(0, -1)));
    target.field(field.field.name, columns.reader(field));
  }
}

/** An address or location is read from the fields that it is made of; null when all of them are empty. */
function selectCompound(
  scope: Scope,
  columns: Columns,
  shape: RecordShape,
  path: readonly string[],
  { object, field }: Compound
): void {
  const before = path.slice(0, -1);
  const readers = new Map<string, (row: SqlRow) => ApexValue>();
  for (const [part, name] of compoundParts(field)) {
    if (!scope.context.schema.field(object, name)) continue;
    readers.set(part, columns.reader(scope.field([...before, name])));
  }
  const target = parentShape(columns, shape, scope.steps(before));
  target.field(field.name, (row) =>
    readCompound(field, new Map([...readers].map(([part, read]) => [part, read(row)])))
  );
}

interface Compound {
  readonly object: string;
  readonly field: FieldModel;
}

function compoundField(scope: Scope, path: readonly string[]): Compound | undefined {
  const object = scope.steps(path.slice(0, -1)).at(-1)?.sources[0]?.object ?? scope.root.object;
  const field = scope.context.schema.field(object.name, path.at(-1) ?? '');
  return field && familyOf(field) === 'compound' ? { object: object.name, field } : undefined;
}

/** The shape of the record at the end of the steps, made on the way. */
function parentShape(columns: Columns, root: RecordShape, steps: readonly Step[]): RecordShape {
  let shape = root;
  for (const step of steps) {
    const parent = parentOf(columns, shape, step);
    if (step.field !== undefined) shape.imply(step.field, columns.reader(step.reference));
    shape = parent.shape();
    if (step.sources.every(({ object }) => keyOf(object) === 'Id')) shape.imply('Id', columns.reader(step.reference));
  }
  return shape;
}

function parentOf(columns: Columns, shape: RecordShape, step: Step): ParentShape {
  return shape.parent(step.name, () => {
    const [only] = step.sources;
    const id = step.sources.length === 1 && only ? only.column(keyOf(only.object)) : step.reference.sql;
    return new ParentShape(
      columns.add(id),
      step.sources.map(({ object }) => object)
    );
  });
}

function selectFunction(
  scope: Scope,
  columns: Columns,
  shape: RecordShape,
  item: Extract<SoqlSelectItem, { kind: 'function' }>
): void {
  const expression = operandSql(scope, item);
  const read = columns.reader(expression);
  const argument = item.args[0];
  const path = argument?.kind === 'field' && item.name.toLowerCase() !== 'distance' ? argument.path : [];
  const own: FieldExpression | undefined = path.length > 0 ? scope.field(path) : undefined;
  const name = item.alias ?? own?.field.name ?? shape.unnamed();
  const target = item.alias === undefined ? parentShape(columns, shape, scope.steps(path.slice(0, -1))) : shape;
  target.field(name, item.name.toLowerCase() === 'format' ? formatted(scope, columns, item, expression, read) : read);
}

function formatted(
  scope: Scope,
  columns: Columns,
  { args: [argument] }: Extract<SoqlSelectItem, { kind: 'function' }>,
  { shape, rate }: Expression,
  read: (row: SqlRow) => ApexValue
): (row: SqlRow) => ApexValue {
  const { user } = scope.context.settings;
  const path = argument?.kind === 'field' && rate !== undefined ? argument.path : undefined;
  const code = path && columns.reader(scope.field([...path.slice(0, -1), 'CurrencyIsoCode']));
  const isConverted = argument?.kind === 'function' && argument.name.toLowerCase() === 'convertcurrency';
  return (row) => {
    const currency = code ? String(code(row) ?? user.currency) : isConverted ? user.currency : undefined;
    return formatText(shape, read(row), user, currency);
  };
}

function selectChildren(scope: Scope, shape: RecordShape, query: SoqlQuery): ChildRequest {
  const name = query.from.object.split('.').at(-1) ?? '';
  const relationship = scope.context.schema.childRelationship(scope.root.object.name, name);
  if (!relationship) throw refuse(noSuchRelationship(name, 'FROM part of query call'));
  const rows: ChildRows = new Map();
  shape.children(relationship.name, relationship.childObject, rows);
  return { query, object: relationship.childObject, field: relationship.field, rows };
}

function selectTypeOf(
  scope: Scope,
  columns: Columns,
  shape: RecordShape,
  item: Extract<SoqlSelectItem, { kind: 'typeof' }>
): void {
  const steps = scope.steps(item.path);
  const step = steps.at(-1);
  if (!step) throw refuse('TYPEOF needs a relationship.');
  const owner = parentShape(columns, shape, steps.slice(0, -1));
  const parent = parentOf(columns, owner, step);
  if (step.field !== undefined) owner.imply(step.field, columns.reader(step.reference));
  for (const source of step.sources) {
    const when = item.whens.find(({ object }) => scope.context.schema.object(object)?.name === source.object.name);
    const target = parent.shape(source.object.name);
    const branch = scope.at(source);
    if (when || step.sources.length === 1) {
      for (const path of when ? when.fields : item.otherwise) selectField(branch, columns, target, path);
    } else {
      for (const path of item.otherwise) {
        const field = scope.field([...item.path, ...path]);
        target.field(field.field.name, columns.reader(field));
      }
    }
    target.field('Id', columns.reader(step.sources.length === 1 ? branch.field(['Id']) : step.reference));
  }
}

function fieldSet(scope: Scope, set: 'all' | 'custom' | 'standard'): FieldModel[] {
  const all = [...scope.root.object.fields.values()].filter((field) => familyOf(field) !== 'compound');
  return set === 'all' ? all : all.filter((field) => field.custom === (set === 'custom'));
}
