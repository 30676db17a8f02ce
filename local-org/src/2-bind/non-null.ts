import type { Bound } from './bound/expressions.js';

/** Library methods whose result is never null, by class; their use in arithmetic needs no check. */
const neverNull: Readonly<Record<string, ReadonlySet<string>>> = {
  List: new Set(['size', 'isempty', 'contains', 'indexof']),
  Set: new Set(['size', 'isempty', 'contains', 'add', 'remove', 'addall', 'removeall', 'containsall']),
  Map: new Set(['size', 'isempty', 'containskey']),
  String: new Set([
    'length',
    'indexof',
    'compareto',
    'equals',
    'equalsignorecase',
    'contains',
    'startswith',
    'endswith'
  ]),
  Math: new Set(['abs', 'mod', 'round', 'min', 'max', 'floor', 'ceil'])
};

/**
 * True when an expression cannot be null. Locals count as not null until BodyContext.settleNulls has seen all assignments, so
 * the answer is final only when the whole body is bound.
 */
export function isNonNull(bound: Bound): boolean {
  switch (bound.kind) {
    case 'constant':
      return bound.value !== null;
    case 'local':
      return bound.local.nonNull;
    case 'this':
    case 'construct':
    case 'newRecord':
    case 'newList':
    case 'newMap':
    case 'instanceOf':
    case 'arithmetic':
    case 'concat':
    case 'compare':
    case 'equal':
    case 'logical':
    case 'booleanBits':
    case 'not':
    case 'negate':
    case 'step':
    case 'moveDate':
    case 'soql':
    case 'sosl':
    case 'token':
    case 'enumConstant':
    case 'cloneObject':
      return true;
    case 'group':
    case 'cast':
      return isNonNull(bound.operand);
    case 'convert':
      return bound.operation !== 'singleRow' && bound.operation !== 'rowIfAny' && isNonNull(bound.operand);
    case 'assign':
      return isNonNull(bound.value);
    case 'compound':
      return isNonNull(bound.value);
    case 'conditional':
      return isNonNull(bound.whenTrue) && isNonNull(bound.whenFalse);
    case 'coalesce':
      return isNonNull(bound.right);
    case 'libraryCall':
      return neverNull[bound.member.owner.name]?.has(bound.member.member.name.toLowerCase()) ?? false;
    default:
      return false;
  }
}
