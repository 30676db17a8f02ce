import type { ApexValue } from '../../../kernel/object.js';
import { SObjectValue } from '../../../kernel/sobject.js';
import { fieldValue, plainText } from '../../values.js';
import { FlowFault } from '../fault.js';
import type { FilterModel, FiltersModel } from '../model.js';
import type { Scope } from '../scope.js';

const comparisons: Readonly<Record<string, string>> = {
  EqualTo: '=',
  NotEqualTo: '!=',
  GreaterThan: '>',
  GreaterThanOrEqualTo: '>=',
  LessThan: '<',
  LessThanOrEqualTo: '<=',
  In: 'IN',
  NotIn: 'NOT IN'
};

export interface FlowQuery {
  readonly object: string;
  readonly filters: FiltersModel;
  readonly fields: readonly string[];
  readonly sortField?: string | undefined;
  readonly descending?: boolean;
  readonly limit?: number | undefined;
}

/** A query of a flow as SOQL with its binds. Two with the same key give the same rows. */
export interface PreparedQuery {
  readonly soql: string;
  readonly binds: readonly ApexValue[];
  readonly key: string;
}

export function prepared(scope: Scope, query: FlowQuery): PreparedQuery {
  const object = scope.tx.org.schema.object(query.object);
  if (!object) throw new FlowFault(`The flow failed: there is no object ${query.object}.`);
  const binds: ApexValue[] = [];
  const where = whereOf(scope, object.name, query.filters, binds);
  const order =
    query.sortField === undefined ? '' : ` ORDER BY ${query.sortField} ${query.descending ? 'DESC' : 'ASC'}`;
  const limit = query.limit === undefined ? '' : ` LIMIT ${query.limit}`;
  const soql = `SELECT ${query.fields.join(', ')} FROM ${object.name}${where}${order}${limit}`;
  return { soql, binds, key: `${soql} ${binds.map((bind) => plainText(scope.tx, bind)).join('\u0000')}` };
}

/** The rows of prepared queries of one element: it counts as one query, and equal ones are run once. */
export function rowsOf(scopes: readonly Scope[], queries: readonly PreparedQuery[]): SObjectValue[][] {
  const known = new Map<string, SObjectValue[]>();
  return queries.map((query, i) => {
    const scope = scopes[i] as Scope;
    const { tx } = scope;
    const run = (): SObjectValue[] =>
      tx.data.query(
        tx,
        tx.data.parse(tx, query.soql),
        (name) => query.binds[Number(name.slice(1))] ?? null,
        scope.interview.access
      );
    const rows = known.get(query.key) ?? (known.size === 0 ? run() : tx.limits.without(['queries'], run));
    known.set(query.key, rows);
    return rows.map(unqueried);
  });
}

/** Rows of a flow may be read and changed as variables. */
function unqueried(row: SObjectValue): SObjectValue {
  const copy = new SObjectValue(row.object);
  for (const [name, value] of row.fields) copy.fields.set(name, value);
  return copy;
}

function whereOf(scope: Scope, object: string, { logic, filters }: FiltersModel, binds: ApexValue[]): string {
  if (filters.length === 0) return '';
  const conditions = filters.map((filter) => condition(scope, object, filter, binds));
  const word = logic.toLowerCase();
  if (word === 'and' || word === 'or') return ` WHERE ${conditions.join(` ${word.toUpperCase()} `)}`;
  return ` WHERE ${logic.replace(/\d+/g, (number) => conditions[Number(number) - 1] ?? 'Id != null')}`;
}

function condition(scope: Scope, object: string, { field, operator, value }: FilterModel, binds: ApexValue[]): string {
  const { tx } = scope;
  const model = tx.org.schema.field(object, field);
  if (!model && !field.includes('.')) throw new FlowFault(`The flow failed: ${object} has no field ${field}.`);
  const given = scope.value(value);
  const bind = (content: ApexValue): string => `:b${binds.push(content) - 1}`;
  if (operator === 'IsNull' || operator === 'IsBlank') return `(${field} ${given === false ? '!=' : '='} null)`;
  const part = (): string => (plainText(tx, given) ?? '').replace(/[\\%_]/g, '\\$&');
  switch (operator) {
    case 'StartsWith':
      return `(${field} LIKE ${bind(`${part()}%`)})`;
    case 'EndsWith':
      return `(${field} LIKE ${bind(`%${part()}`)})`;
    case 'Contains':
      return `(${field} LIKE ${bind(`%${part()}%`)})`;
    case 'In':
    case 'NotIn':
      return `(${field} ${comparisons[operator]} ${bind(given)})`;
    default: {
      const content = model ? fieldValue(tx, model, given) : given;
      return `(${field} ${comparisons[operator] ?? '='} ${bind(content)})`;
    }
  }
}
