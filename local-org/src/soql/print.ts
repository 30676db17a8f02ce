import type { SoqlCondition, SoqlOperand, SoqlOrder, SoqlQuery, SoqlRight, SoqlSelectItem, SoqlValue } from './ast.js';

/** The text of a query, on one line. Bind variables of static queries have no names left: they are `:tmpVar1`, as in the platform's debug logs. */
export function printQuery(query: SoqlQuery): string {
  const { from, where, groupBy, having, orderBy, limit, offset } = query;
  const names = [from.object + (from.alias ? ` ${from.alias}` : '')];
  for (const { path, alias } of from.aliases) names.push(`${path.join('.')} ${alias}`);
  const grouped = groupBy && groupBy.operands.map(operand).join(', ');
  return [
    `SELECT ${query.select.map(selected).join(', ')} FROM ${names.join(', ')}`,
    query.scope && `USING SCOPE ${query.scope}`,
    where && `WHERE ${condition(where)}`,
    query.access && access[query.access],
    grouped && `GROUP BY ${groupBy.mode === 'plain' ? grouped : `${groupBy.mode.toUpperCase()}(${grouped})`}`,
    having && `HAVING ${condition(having)}`,
    orderBy.length > 0 && `ORDER BY ${orderBy.map(order).join(', ')}`,
    limit && `LIMIT ${value(limit)}`,
    offset && `OFFSET ${value(offset)}`,
    query.forUpdate && 'FOR UPDATE',
    query.allRows && 'ALL ROWS'
  ]
    .filter(Boolean)
    .join(' ');
}

const access = {
  user: 'WITH USER_MODE',
  system: 'WITH SYSTEM_MODE',
  securityEnforced: 'WITH SECURITY_ENFORCED'
} as const;

const named = (text: string, alias: string | undefined): string => (alias ? `${text} ${alias}` : text);
const paths = (fields: readonly (readonly string[])[]): string => fields.map((path) => path.join('.')).join(', ');

function selected(item: SoqlSelectItem): string {
  switch (item.kind) {
    case 'field':
      return named(item.path.join('.'), item.alias);
    case 'function':
      return named(operand(item), item.alias);
    case 'subquery':
      return `(${printQuery(item.query)})`;
    case 'fields':
      return `FIELDS(${item.set.toUpperCase()})`;
    case 'typeof': {
      const whens = item.whens.map((when) => `WHEN ${when.object} THEN ${paths(when.fields)}`);
      const otherwise = item.otherwise.length > 0 ? [`ELSE ${paths(item.otherwise)}`] : [];
      return ['TYPEOF', item.path.join('.'), ...whens, ...otherwise, 'END'].join(' ');
    }
  }
}

function operand(one: SoqlOperand): string {
  if (one.kind === 'field') return one.path.join('.');
  if (one.kind === 'function') return `${one.name}(${one.args.map(operand).join(', ')})`;
  return value(one);
}

function condition(one: SoqlCondition, nested = false): string {
  switch (one.kind) {
    case 'not':
      return `(NOT ${condition(one.item, true)})`;
    case 'compare':
      return `${operand(one.left)} ${one.operator.toUpperCase()} ${right(one.right)}`;
    default: {
      const text = one.items.map((item) => condition(item, true)).join(` ${one.kind.toUpperCase()} `);
      return nested ? `(${text})` : text;
    }
  }
}

function right(one: SoqlRight): string {
  if (one.kind === 'value') return value(one.value);
  return one.kind === 'query' ? `(${printQuery(one.query)})` : `(${one.values.map(value).join(', ')})`;
}

function order({ operand: by, descending, nulls }: SoqlOrder): string {
  return [operand(by), descending && 'DESC', nulls && `NULLS ${nulls.toUpperCase()}`].filter(Boolean).join(' ');
}

function value(one: SoqlValue): string {
  switch (one.kind) {
    case 'null':
      return 'NULL';
    case 'boolean':
      return String(one.value).toUpperCase();
    case 'string':
      return `'${one.value.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n')}'`;
    case 'currency':
      return one.code + one.text;
    case 'dateLiteral':
      return one.n === undefined ? one.name : `${one.name}:${one.n}`;
    case 'bind':
      return one.name.startsWith('$') ? `:tmpVar${Number(one.name.slice(1)) + 1}` : `:${one.name}`;
    default:
      return one.text;
  }
}
