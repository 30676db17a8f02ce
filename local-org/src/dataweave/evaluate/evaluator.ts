import { WeaveError } from '../errors.js';
import type { Declaration, Expression } from '../syntax/tree.js';
import {
  WeaveFunction,
  WeaveKey,
  WeaveNamespace,
  WeaveObject,
  WeaveRegex,
  WeaveTypeValue,
  type WeaveValue
} from '../values.js';
import { namedType } from '../syntax/types.js';
import { callFunction } from './call.js';
import { coerce } from './coerce.js';
import { makeFunction } from './functions.js';
import { evaluateMatch } from './match.js';
import { evaluateObject } from './objects.js';
import { negate, operations } from './operators.js';
import { Scope } from './scope.js';
import { evaluateSelect } from './selectors.js';
import { toText, type Schema } from './text.js';
import { isOfType, type NamedTypes } from './type-of.js';
import { evaluateUpdate } from './update-cases.js';

/** The value of an expression among the names of a scope. A failure learns its place on the way up. */
export function evaluate(expression: Expression, scope: Scope): WeaveValue {
  try {
    return compute(expression, scope);
  } catch (error) {
    if (error instanceof WeaveError) error.at ??= expression.at;
    else if (error instanceof RangeError) throw new WeaveError('Maximum depth of calls exceeded', expression.at);
    throw error;
  }
}

function compute(expression: Expression, scope: Scope): WeaveValue {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'regex':
      return new WeaveRegex(expression.source);
    case 'text':
      return expression.parts.map((part) => (typeof part === 'string' ? part : toText(evaluate(part, scope)))).join('');
    case 'name':
      return nameValue(expression.name, scope);
    case 'type':
      return new WeaveTypeValue(expression.type);
    case 'array':
      return expression.items.flatMap(({ value, when }) =>
        when === undefined || isTrue(evaluate(when, scope)) ? [evaluate(value, scope)] : []
      );
    case 'object':
      return evaluateObject(expression.entries, scope);
    case 'lambda':
      return makeFunction('', expression, scope);
    case 'call':
      return evaluateCall(expression, scope);
    case 'binary':
      return evaluateBinary(expression, scope);
    case 'unary':
      if (expression.operator === 'not') return !isTrue(evaluate(expression.operand, scope));
      return negate(evaluate(expression.operand, scope));
    case 'select':
      return evaluateSelect(expression, scope);
    case 'as':
      return coerce(
        evaluate(expression.value, scope),
        expression.type,
        schemaOf(expression.type, scope),
        typesOf(scope)
      );
    case 'is':
      return isOfType(evaluate(expression.value, scope), expression.type, typesOf(scope));
    case 'if':
      return evaluate(isTrue(evaluate(expression.condition, scope)) ? expression.then : expression.otherwise, scope);
    case 'default':
      return evaluate(expression.value, scope) ?? evaluate(expression.fallback, scope);
    case 'match':
      return evaluateMatch(expression, scope);
    case 'update':
      return evaluateUpdate(expression, scope);
    case 'do': {
      const inner = new Scope(scope);
      declare(expression.declarations, inner);
      return evaluate(expression.body, inner);
    }
  }
}

const typeNames = new Set(
  'Any Array Binary Boolean CData Comparable Date DateTime Dictionary Enum Function Iterator Key LocalDateTime LocalTime Namespace Nothing Null Number Object Period Range Regex SimpleType String Time TimeZone Type Uri'.split(
    ' '
  )
);

function nameValue(name: string, scope: Scope): WeaveValue {
  const value = scope.get(name);
  if (value !== undefined) return value;
  const type = scope.type(name);
  if (type) return new WeaveTypeValue(type);
  const uri = scope.namespace(name);
  if (uri !== undefined) return new WeaveNamespace(name, uri);
  if (typeNames.has(name)) return new WeaveTypeValue(namedType(name));
  throw new WeaveError(`Unable to resolve reference of: \`${name}\`.`);
}

function evaluateCall(expression: Expression & { kind: 'call' }, scope: Scope): WeaveValue {
  const callee = evaluate(expression.callee, scope);
  const args = expression.arguments.map((arg) => evaluate(arg, scope));
  return callFunction(callee, args, expression.callee.kind === 'name' ? expression.callee.name : 'The expression');
}

function evaluateBinary({ operator, left, right }: Expression & { kind: 'binary' }, scope: Scope): WeaveValue {
  if (operator === 'and') return isTrue(evaluate(left, scope)) && isTrue(evaluate(right, scope));
  if (operator === 'or') return isTrue(evaluate(left, scope)) || isTrue(evaluate(right, scope));
  return operations[operator](evaluate(left, scope), evaluate(right, scope));
}

/** A condition's value: a Boolean, or a text that says one. */
export function isTrue(value: WeaveValue): boolean {
  if (typeof value === 'boolean') return value;
  return coerce(value, namedType('Boolean'), undefined, () => undefined) === true;
}

/** The types that the script has declared. */
export const typesOf =
  (scope: Scope): NamedTypes =>
  (name) =>
    scope.type(name);

function schemaOf(type: (Expression & { kind: 'as' })['type'], scope: Scope): Schema | undefined {
  if (type.kind === 'name' && type.schema === undefined) {
    const declared = scope.type(type.name);
    return declared && schemaOf(declared, scope);
  }
  const written = 'schema' in type ? type.schema : undefined;
  const value = written && evaluate(written, scope);
  return value instanceof WeaveObject ? new Map(value.pairs.map(({ key, value: of }) => [key.name, of])) : undefined;
}

/** Makes the variables, functions, types and namespaces of a header known. Imports are the library's business. */
export function declare(declarations: readonly Declaration[], scope: Scope): void {
  for (const each of declarations) {
    if (each.kind === 'var') scope.setLater(each.name, () => evaluate(each.value, scope));
    else if (each.kind === 'type') scope.setType(each.name, each.type);
    else if (each.kind === 'namespace') scope.setNamespace(each.prefix, each.uri);
    else if (each.kind === 'fun') {
      const before = scope.own(each.name);
      scope.set(each.name, makeFunction(each.name, each, scope, before instanceof WeaveFunction ? before : undefined));
    }
  }
}

/** The text of a key: of a Key, a text or another simple value. */
export const keyText = (value: WeaveValue): string => (value instanceof WeaveKey ? value.name : toText(value));
