import { ApexList } from '../../../kernel/collections.js';
import { sobjectType } from '../../../kernel/types.js';
import type { SObjectValue } from '../../../kernel/sobject.js';
import { fieldList } from '../../records.js';
import { numberOf } from '../../values.js';
import { write } from '../assign.js';
import { type FlowFault, statementFault } from '../fault.js';
import type { LookupNode } from '../model.js';
import type { Scope } from '../scope.js';
import { prepared, rowsOf } from './query.js';

/** Get Records for all interviews that stand at it. */
export function lookUp(node: LookupNode, scopes: readonly Scope[]): (FlowFault | null)[] {
  try {
    const queries = scopes.map((scope) => prepared(scope, queryOf(node, scope)));
    rowsOf(scopes, queries).forEach((rows, i) => keep(node, scopes[i] as Scope, rows));
    return scopes.map(() => null);
  } catch (error) {
    const fault = statementFault('look up records', error);
    return scopes.map(() => fault);
  }
}

function queryOf(node: LookupNode, scope: Scope) {
  const named = [...new Set([...node.fields, ...node.outputs.map(({ field }) => field)])];
  const all = named.length === 0;
  const fields = all ? [fieldList(scope.tx, node.object) || 'Id'] : [...new Set(['Id', ...named])];
  const limit = numberOf(node.limit ? scope.value(node.limit) : null)?.numberValue();
  return {
    object: node.object,
    filters: node,
    fields,
    sortField: node.sortField,
    descending: node.descending,
    limit: isSingle(node, scope) ? 1 : limit
  };
}

/** One record is wanted, not a collection. */
function isSingle(node: LookupNode, scope: Scope): boolean {
  if (node.outputReference === undefined) return node.firstOnly || node.outputs.length > 0;
  const variable = scope.interview.frame.flow.resources.get(node.outputReference.toLowerCase());
  return variable?.kind === 'variable' && !variable.collection;
}

function keep(node: LookupNode, scope: Scope, rows: SObjectValue[]): void {
  const [first = null] = rows;
  if (node.outputs.length > 0) {
    if (!first && !node.nullIfNone) return;
    for (const { field, to } of node.outputs) write(scope, to, scope.walk(first, field.split('.')));
    return;
  }
  const type = sobjectType(scope.tx.org.schema.object(node.object)?.name ?? node.object);
  const value = isSingle(node, scope) ? first : new ApexList(type, rows);
  if (node.outputReference === undefined) scope.interview.frame.results.set(node.name.toLowerCase(), { value });
  else if (rows.length > 0 || node.nullIfNone) write(scope, node.outputReference, rows.length > 0 ? value : null);
}
