import type { Soql, Sosl, Token } from '../2-bind/bound/expressions.js';
import { sharingMode } from '../2-bind/symbols.js';
import { emitExpression } from './emit-expression.js';
import type { FunctionScope } from './function-scope.js';

/** Static SOQL: the query is a constant of the script, its binds are evaluated in order. */
export function soql(fn: FunctionScope, bound: Soql): string {
  const query = fn.pool.constant(JSON.stringify(bound.query));
  const binds = `[${bound.binds.map((bind) => emitExpression(fn, bind)).join(', ')}]`;
  const access = bound.query.access === 'securityEnforced' ? 'user' : bound.query.access;
  const name = fn.support(bound.result === 'rows' ? 'query' : 'countQuery');
  return `${name}($x, ${query}, ${binds}, ${accessMode(fn, access)})`;
}

/** Static SOSL, likewise. */
export function sosl(fn: FunctionScope, bound: Sosl): string {
  const search = fn.pool.constant(JSON.stringify(bound.search));
  const binds = `[${bound.binds.map((bind) => emitExpression(fn, bind)).join(', ')}]`;
  const access = bound.search.access === 'securityEnforced' ? 'user' : bound.search.access;
  return `${fn.support('search')}($x, ${search}, ${binds}, ${accessMode(fn, access)})`;
}

/**
 * How a statement reaches data. Written out it is as written; otherwise user mode as of API version 67, except in triggers.
 * Sharing comes from the class's keyword; without one (or with `inherited`) from the caller, found when it runs.
 */
export function accessMode(fn: FunctionScope, written: 'user' | 'system' | undefined): string {
  const { source } = fn.script;
  const secure = source.apiVersion >= 67;
  const inTrigger = source.kind === 'trigger';
  const mode = written ?? (secure && !inTrigger ? 'user' : 'system');
  const sharing = sharingMode(fn.owner);
  if (mode === 'user' || sharing === 'with' || (sharing === 'none' && secure && !inTrigger)) {
    return fn.pool.constant(`{mode: "${mode}", sharing: true}`);
  }
  if (sharing === 'without') return fn.pool.constant(`{mode: "${mode}", sharing: false}`);
  return `${fn.support(inTrigger ? 'triggerAccess' : 'inheritedAccess')}($x, "${mode}")`;
}

export function token(fn: FunctionScope, bound: Token): string {
  const { token: of } = bound;
  switch (of.kind) {
    case 'type':
      return fn.pool.constant(`$.typeToken(${JSON.stringify(of.of)})`);
    case 'sobject':
      return fn.pool.constant(`$.sobjectToken(${JSON.stringify(of.object)})`);
    case 'field':
      return fn.pool.constant(`$.fieldToken(${JSON.stringify(of.object)}, ${JSON.stringify(of.field)})`);
    case 'describe':
      return `${fn.support('describe')}($x, ${JSON.stringify(of.object)})`;
    case 'fieldSet':
      return `${fn.support('fieldSet')}($x, ${JSON.stringify(of.object)}, ${JSON.stringify(of.name)})`;
    case 'describeField':
      return `${fn.support('describeField')}($x, ${JSON.stringify(of.object)}, ${JSON.stringify(of.field)})`;
  }
}
