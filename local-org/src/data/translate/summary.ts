import type { FieldModel, ObjectModel } from '../../schema/model.js';
import { computedSql } from './computed.js';
import { quote, type TranslationContext } from './context.js';
import { converted, rateOf } from './currency.js';
import { encode, scaleOf } from './encoding.js';
import { parseFilterValue } from './filter-value.js';
import { namedRecordType } from '../../schema/record-type-names.js';
import type { Source } from './scope.js';

/**
 * A roll-up summary field as a query over the detail records that are not deleted. `among` narrows the masters whose details may be
 * needed.
 */
export function summarySql(
  context: TranslationContext,
  source: Source,
  field: FieldModel,
  among: () => string | undefined
): string {
  const summary = field.summary;
  if (!summary) return 'NULL';
  const child = context.object(summary.childObject);
  const alias = context.alias();
  const summarized = summary.summarizedField && context.schema.field(child.name, summary.summarizedField);
  const reference = `${alias}.${quote(summary.childField)}`;
  const details: Details = {
    context,
    object: child,
    alias,
    among: () => detailIds(child, summary.childField, among())
  };
  const column = summarized ? inCurrencyOf(source, details, field, summarized) : '*';
  const shift = scaleOf(field) - (summarized ? scaleOf(summarized) : 0);
  const scaled = shift === 0 ? '' : shift > 0 ? ` * ${10 ** shift}` : ` / ${10 ** -shift}`;
  const aggregate = `${summary.operation.toUpperCase()}(${column})${scaled}`;
  const empty = summary.operation === 'count' || summary.operation === 'sum';
  const conditions = [
    `${reference} = ${source.column('Id')}`,
    `${alias}."IsDeleted" = 0`,
    ...summary.filters.map((filter) => filterSql(details, filter))
  ];
  const query = `(SELECT ${aggregate} FROM ${quote(child.name)} AS ${alias} WHERE ${conditions.join(' AND ')})`;
  return empty ? `COALESCE(${query}, 0)` : query;
}

/** An amount of a detail in the currency of its master. */
function inCurrencyOf(source: Source, details: Details, field: FieldModel, summarized: FieldModel): string {
  const sql = valueSql(details, summarized);
  const { context, object, alias } = details;
  const from = rateOf(context, { object, column: (name) => `${alias}.${quote(name)}` }, summarized);
  const to = rateOf(context, source, field);
  return from === undefined || to === undefined ? sql : converted(sql, from, to);
}

interface Details {
  readonly context: TranslationContext;
  readonly object: ObjectModel;
  readonly alias: string;
  readonly among: () => string | undefined;
}

function detailIds(object: ObjectModel, reference: string, masters: string | undefined): string | undefined {
  if (masters === undefined) return undefined;
  return `SELECT d."Id" FROM ${quote(object.name)} AS d WHERE d.${quote(reference)} IN (${masters})`;
}

/** Details may be summed up by their formulas and roll-ups too. */
function valueSql({ context, object, alias, among }: Details, field: FieldModel): string {
  const column = (name: string) => `${alias}.${quote(name)}`;
  if (field.formula !== undefined) return computedSql(context, object, field, column('Id'), among);
  return field.summary ? summarySql(context, { object, column }, field, among) : column(field.name);
}

const operators: Readonly<Record<string, string>> = {
  equals: 'IS',
  notEqual: 'IS NOT',
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>='
};

function filterSql(
  details: Details,
  filter: { readonly field: string; readonly operation: string; readonly value: string }
): string {
  const { context, object } = details;
  const field = context.schema.field(object.name, filter.field);
  if (!field) throw new Error(`A roll-up filter names the unknown field ${object.name}.${filter.field}.`);
  const column = valueSql(details, field);
  const values = filter.value.split(',').map((value) => value.trim());
  if (filter.operation === 'contains' || filter.operation === 'startsWith') {
    const before = filter.operation === 'contains' ? '%' : '';
    return `(${values.map((value) => `${column} LIKE ${context.param(`${before}${value}%`)}`).join(' OR ')})`;
  }
  const operator = operators[filter.operation];
  if (!operator) throw new Error(`A roll-up filter uses ${filter.operation}, which the local org does not know.`);
  const joiner = operator === 'IS NOT' ? ' AND ' : ' OR ';
  const tests = values.map((value) => {
    const encoded = encode(field, namedRecordType(object, field, value) ?? parseFilterValue(field, value)) ?? null;
    return `${column} ${operator} ${context.param(encoded)}`;
  });
  return `(${tests.join(joiner)})`;
}
