import { WeaveError } from '../errors.js';
import { WeaveFunction, type WeaveValue } from '../values.js';

/** Calls a function with as many of the arguments as it takes. What is no function is the same value at each call. */
export function apply(callee: WeaveValue, ...args: readonly WeaveValue[]): WeaveValue {
  return callee instanceof WeaveFunction ? callee.call(args.slice(0, callee.arity)) : callee;
}

/** Calls what must be a function. */
export function callFunction(callee: WeaveValue, args: readonly WeaveValue[], name: string): WeaveValue {
  if (!(callee instanceof WeaveFunction)) throw new WeaveError(`${name} is no function`);
  if (args.length > callee.arity) {
    throw new WeaveError(`Too many arguments for ${callee.name}: ${args.length} instead of ${callee.arity}`);
  }
  return callee.call(args);
}

/** What an argument that is worked out late comes to; a function among such arguments is called. */
export function force(delayed: WeaveValue): WeaveValue {
  const value = apply(delayed);
  return value instanceof WeaveFunction && value.arity === 0 ? value.call([]) : value;
}
