import { typeName, type ApexType } from '../kernel/types.js';

/**
 * The part of a JavaScript name that tells overloads apart: `$integer$list_string_`, a lone `$` without parameters. Always there, so
 * that no method of Apex takes a name that JavaScript uses itself (`toString`, `constructor`, `name`).
 */
export function mangle(params: readonly { readonly type: ApexType }[]): string {
  if (params.length === 0) return '$';
  return params.map((param) => `$${typeName(param.type).toLowerCase().replaceAll(/\W/g, '_')}`).join('');
}

const reserved = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for ' +
    'function if implements import in instanceof interface let new null package private protected public return static super switch ' +
    'this throw true try typeof undefined var void while with yield NaN Infinity'
  ).split(' ')
);

/** The JavaScript name of a local variable: its own, with a `$` where JavaScript reserves it. */
export function localName(name: string): string {
  return reserved.has(name) ? `${name}$` : name;
}
