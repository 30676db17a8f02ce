import { mangle } from '../2-bind/names.js';
import type { ClassSymbol, ConstructorSymbol } from '../2-bind/symbols.js';

/** `create` is a static function that makes the object, `initialise` the method that runs the constructor on it. */
export function constructorNames(constructor: ConstructorSymbol): {
  readonly create: string;
  readonly initialise: string;
} {
  const suffix = mangle(constructor.params);
  return { create: `$new${suffix}`, initialise: `$init${suffix}` };
}

/** The name of a JavaScript function as stack traces need it: `Outer$Inner$method`; see kernel/exception.ts. */
export function frameName(owner: ClassSymbol, member: string): string {
  const path = owner.name.startsWith('Trigger.') ? owner.name.slice('Trigger.'.length) : owner.name;
  return `${path.replaceAll('.', '$')}$${member}`;
}

/** Where the body of a @future method is kept: under its own name it only puts the call into the queue. */
export const bodyName = (jsName: string): string => `${jsName}$now`;

/** From this count of calls on a function asks how deep the stack really is (code/support checkDepth). */
export const nearDeepest = 900;
