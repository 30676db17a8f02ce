import { WeaveError } from '../errors.js';
import type { Expression, Parameter } from '../syntax/tree.js';
import { typeText, type WeaveType } from '../syntax/types.js';
import { WeaveFunction, type WeaveValue } from '../values.js';
import { coerce } from './coerce.js';
import { evaluate, typesOf } from './evaluator.js';
import { Scope } from './scope.js';
import { isOfType, typeName } from './type-of.js';

interface Source {
  readonly parameters: readonly Parameter[];
  readonly returns?: WeaveType;
  readonly body: Expression;
}

/** A function of the script. One of the same name before it takes the calls whose arguments do not fit here. */
export function makeFunction(name: string, source: Source, scope: Scope, before?: WeaveFunction): WeaveFunction {
  const { parameters } = source;
  const arity = Math.max(parameters.length, before?.arity ?? 0);
  const call = (args: readonly WeaveValue[]): WeaveValue =>
    before && !fits(parameters, args, scope) ? before.call(args) : run(name, source, scope, args);
  return new WeaveFunction(name, arity, call, (i) => {
    const fallback = parameters[i]?.fallback;
    return fallback && evaluate(fallback, scope);
  });
}

function fits(parameters: readonly Parameter[], args: readonly WeaveValue[], scope: Scope): boolean {
  if (args.length > parameters.length) return false;
  return parameters.every(({ type, fallback }, i) => {
    if (i >= args.length) return fallback !== undefined;
    return !type || isGeneric(type) || isOfType(args[i] ?? null, type, typesOf(scope));
  });
}

/** `T`, `R`: the name of a type parameter fits every value. */
const isGeneric = (type: WeaveType): boolean => type.kind === 'name' && /^[A-Z]\d?$/.test(type.name);

function run(
  name: string,
  { parameters, returns, body }: Source,
  scope: Scope,
  args: readonly WeaveValue[]
): WeaveValue {
  const inner = new Scope(scope);
  // Where parameters with defaults stand first, arguments that are missing are theirs.
  const shift = parameters[0]?.fallback && !parameters.at(-1)?.fallback ? parameters.length - args.length : 0;
  parameters.forEach((parameter, place) => {
    const i = place - shift;
    if (i >= 0 && i < args.length) inner.set(parameter.name, argument(parameter, args[i] ?? null, scope, name));
    else if (parameter.fallback) inner.set(parameter.name, evaluate(parameter.fallback, inner));
    else if (parameter.name.startsWith('$')) inner.set(parameter.name, null);
    else throw new WeaveError(`Missing argument ${parameter.name} of ${name || 'a function'}`);
  });
  const result = evaluate(body, inner);
  return returns && !isGeneric(returns) ? fitted(returns, result, scope) : result;
}

/** An argument as its parameter's type wants it: converted where the language does so by itself. */
function argument({ type, name }: Parameter, value: WeaveValue, scope: Scope, of: string): WeaveValue {
  if (!type || isGeneric(type)) return value;
  if (value === null && !isOfType(null, type, typesOf(scope))) {
    throw new WeaveError(
      `Expecting Type: \`${typeText(type)}\` for ${name} of ${of || 'a function'}, but got: \`${typeName(value)}\``
    );
  }
  return fitted(type, value, scope);
}

const fitted = (type: WeaveType, value: WeaveValue, scope: Scope): WeaveValue =>
  type.kind === 'function' || isOfType(value, type, typesOf(scope))
    ? value
    : coerce(value, type, undefined, typesOf(scope));
