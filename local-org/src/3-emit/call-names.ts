import type { Bound } from '../2-bind/bound/expressions.js';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from '../2-bind/symbols.js';
import type { ApexType } from '../kernel/types.js';

/** The names by which functions and calls find each other in the call graph. */

/** Of a method: by itself, and for calls that look at the object first, by name and number of parameters. */
export const namesOfMethod = (method: MethodSymbol): string[] =>
  method.static ? [itself(method)] : [itself(method), dispatched(method.name, method.params.length)];

const itself = ({ owner, jsName }: MethodSymbol): string => `${owner.name}.${jsName}`;
const dispatched = (name: string, params: number): string => `${name.toLowerCase()}/${params}`;

/** Of a constructor, and of whatever gives the fields of an object their first values. */
export const nameOfConstruction = (of: ClassSymbol): string => `new ${of.name}`;

export const namesOfAccessor = (field: FieldSymbol): string[] => [ofField(field), `.${field.name.toLowerCase()}`];

const ofField = ({ owner, name }: FieldSymbol): string => `${owner.name}.${name.toLowerCase()}`;

/** What the library may call of an object that it is handed. */
const callbacks = ['compare/2', 'compareto/1', 'equals/1', 'hashcode/0', 'tostring/0'];
export const iterated = ['iterator/0', 'hasnext/0', 'next/0'];

/** The names that evaluating an expression may call, its parts left aside. */
export function calledBy(bound: Bound): readonly string[] {
  switch (bound.kind) {
    case 'call': {
      const { method, viaSuper } = bound;
      const fixed = method.static || viaSuper || !mayBeOverridden(method);
      return [fixed ? itself(method) : dispatched(method.name, method.params.length)];
    }
    case 'construct':
      return [nameOfConstruction(bound.of)];
    case 'chained':
      return bound.of ? [nameOfConstruction(bound.of)] : [];
    case 'property':
      return [nameOfProperty(bound.field)];
    case 'assign':
    case 'compound':
    case 'step':
      return bound.target.kind === 'property' ? [nameOfProperty(bound.target.field)] : [];
    case 'libraryCall': {
      const { member, target, args } = bound;
      const name = dispatched(member.member.name, args.length);
      const own = member.overridable && !bound.viaSuper ? [name] : [];
      const handed = target ? [target, ...args] : args;
      return handed.some(({ type }) => mayHoldObjects(type)) ? [...own, ...callbacks, ...iterated] : own;
    }
    case 'concat':
      return bound.parts.some(({ type }) => mayHoldObjects(type)) ? ['tostring/0'] : [];
    case 'equal':
      return bound.operands === 'any' && mayHoldObjects(bound.left.type) ? ['equals/1'] : [];
    case 'newList':
      return bound.collection === 'Set' && mayHoldObjects(bound.element) ? ['equals/1', 'hashcode/0'] : [];
    case 'newMap':
      return mayHoldObjects(bound.key) ? ['equals/1', 'hashcode/0'] : [];
    default:
      return [];
  }
}

function mayBeOverridden(method: MethodSymbol): boolean {
  return method.virtual || method.abstract || method.override || method.owner.kind === 'interface';
}

function nameOfProperty(field: FieldSymbol): string {
  const open = field.declaration.modifiers.words.some(
    (word) => word === 'virtual' || word === 'abstract' || word === 'override'
  );
  return open ? `.${field.name.toLowerCase()}` : ofField(field);
}

/** Platform types without values of their own: whatever is in them is an object of the project, perhaps. */
const open = new Set(['Object', 'Iterable', 'Iterator', 'Comparable', 'Comparator', 'Callable']);

function mayHoldObjects(type: ApexType): boolean {
  if (type.kind === 'class') return true;
  return type.kind === 'platform' && (open.has(type.name) || type.args.some(mayHoldObjects));
}
