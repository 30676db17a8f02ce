import type { SoqlQuery } from '../../soql/ast.js';

/** Where names of objects, fields and relationships stand in a query; all other texts are values. */
const named = new Set(['object', 'path', 'fields']);

/** A name without the project's own namespace in front. */
export function withoutPrefix(namespace: string, name: string): string {
  const own = namespace !== '' && name.toLowerCase().startsWith(`${namespace}__`);
  return own ? name.slice(namespace.length + 2) : name;
}

/** The query with the project's own namespace taken off its names: `ns__Thing__c` is the project's `Thing__c`. */
export function withoutNamespace(query: SoqlQuery, namespace: string): SoqlQuery {
  if (namespace === '') return query;
  const bare = (path: string): string =>
    path
      .split('.')
      .map((name) => withoutPrefix(namespace, name))
      .join('.');
  const visit = (value: unknown, isName: boolean): unknown => {
    if (typeof value === 'string') return isName ? bare(value) : value;
    if (Array.isArray(value)) return value.map((item) => visit(item, isName));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, visit(each, named.has(key))]));
  };
  return visit(query, false) as SoqlQuery;
}
