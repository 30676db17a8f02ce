import type { CriteriaField } from 'apex/RouteController';

/** Comparisons of criteria, as SOQL writes them. */
export const OPERATORS = [
  { label: '=', value: '=' },
  { label: '≠', value: '!=' },
  { label: '<', value: '<' },
  { label: '≤', value: '<=' },
  { label: '>', value: '>' },
  { label: '≥', value: '>=' },
  { label: 'IN', value: 'IN' },
  { label: 'NOT IN', value: 'NOT IN' },
  { label: 'LIKE', value: 'LIKE' }
];

/** `Account.BillingCountry IN ('DE', 'AT')` of a field, a comparison and what was typed; no text at all is NULL. */
export function conditionOf(field: CriteriaField, operator: string, typed: string): string {
  const path = field.path ?? '';
  if (!operator.endsWith('IN')) return `${path} ${operator} ${literalOf(field, typed)}`;
  const values = typed.split(',').map((each) => literalOf(field, each));
  return `${path} ${operator} (${values.join(', ')})`;
}

function literalOf(field: CriteriaField, typed: string): string {
  const text = typed.trim();
  if (text === '') return 'NULL';
  if (field.type === 'boolean') return text.toUpperCase();
  if (field.type !== 'text') return text;
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}
