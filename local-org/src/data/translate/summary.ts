import type { FieldModel, ObjectModel } from '../../schema/model.js';
import { quote, type TranslationContext } from './context.js';
import { encode, scaleOf } from './encoding.js';
import { parseFilterValue } from './filter-value.js';
import type { Source } from './scope.js';

/** A roll-up summary field as a query over the detail records that are not deleted. */
export function summarySql(context: TranslationContext, source: Source, field: FieldModel): string {
  const summary = field.summary;
  if (!summary) return 'NULL';
  const child = context.object(summary.childObject);
  const alias = context.alias();
  const summarized = summary.summarizedField && context.schema.field(child.name, summary.summarizedField);
  const column = summarized ? valueSql(context, child, alias, summarized) : '*';
  const shift = summarized ? scaleOf(field) - scaleOf(summarized) : 0;
  const scaled = shift === 0 ? '' : shift > 0 ? ` * ${10 ** shift}` : ` / ${10 ** -shift}`;
  const aggregate = `${summary.operation.toUpperCase()}(${column})${scaled}`;
  const empty = summary.operation === 'count' || summary.operation === 'sum';
  const conditions = [
    `${alias}.${quote(summary.childField)} = ${source.alias}."Id"`,
    `${alias}."IsDeleted" = 0`,
    ...summary.filters.map((filter) => filterSql(context, child.name, alias, filter))
  ];
  const query = `(SELECT ${aggregate} FROM ${quote(child.name)} AS ${alias} WHERE ${conditions.join(' AND ')})`;
  return empty ? `COALESCE(${query}, 0)` : query;
}

/** Details may be summed up by their formulas and roll-ups too. */
function valueSql(context: TranslationContext, object: ObjectModel, alias: string, field: FieldModel): string {
  if (field.formula !== undefined) return context.settings.formula(object, field.name, alias, context);
  return field.summary ? summarySql(context, { object, alias }, field) : `${alias}.${quote(field.name)}`;
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
  context: TranslationContext,
  object: string,
  alias: string,
  filter: { readonly field: string; readonly operation: string; readonly value: string }
): string {
  const field = context.schema.field(object, filter.field);
  if (!field) throw new Error(`A roll-up filter names the unknown field ${object}.${filter.field}.`);
  const column = valueSql(context, context.object(object), alias, field);
  const values = filter.value.split(',').map((value) => value.trim());
  if (filter.operation === 'contains' || filter.operation === 'startsWith') {
    const before = filter.operation === 'contains' ? '%' : '';
    return `(${values.map((value) => `${column} LIKE ${context.param(`${before}${value}%`)}`).join(' OR ')})`;
  }
  const operator = operators[filter.operation];
  if (!operator) throw new Error(`A roll-up filter uses ${filter.operation}, which the local org does not know.`);
  const joiner = operator === 'IS NOT' ? ' AND ' : ' OR ';
  const tests = values.map((value) => {
    const encoded = encode(field, parseFilterValue(field, value)) ?? null;
    return `${column} ${operator} ${context.param(encoded)}`;
  });
  return `(${tests.join(joiner)})`;
}
