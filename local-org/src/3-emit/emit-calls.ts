import type { Bound, ChainedConstructor, Construct, LibraryCall, MethodCall } from '../2-bind/bound/expressions.js';
import { isNamed } from '../2-bind/subtyping.js';
import { emitExpression, present, superPrototype } from './emit-expression.js';
import { constructorNames } from './names.js';
import type { FunctionScope } from './function-scope.js';

export function argumentList(fn: FunctionScope, args: readonly Bound[]): string {
  return ['$x', ...args.map((arg) => emitExpression(fn, arg))].join(', ');
}

export function call(fn: FunctionScope, bound: MethodCall): string {
  const { method, target } = bound;
  const args = argumentList(fn, bound.args);
  if (bound.viaSuper) {
    const rest = bound.args.map((arg) => `, ${emitExpression(fn, arg)}`).join('');
    return `${superPrototype(fn)}.${method.jsName}.call(this, $x${rest})`;
  }
  const on = target ? present(fn, target) : fn.pool.class(method.owner);
  return `${on}.${method.jsName}(${args})`;
}

/** Library functions are called directly; where a project class may override the method, the object is asked first. */
export function libraryCall(fn: FunctionScope, bound: LibraryCall): string {
  const { member, target, args } = bound;
  const implementation = fn.pool.library(member);
  const rest = args.map((arg) => `, ${emitExpression(fn, arg)}`).join('');
  if (!target) {
    const generic = member.member.kind === 'constructor' && member.owner.typeParameters.length > 0;
    const first = generic
      ? `, ${fn.pool.type(bound.type)}`
      : bound.record === undefined
        ? ''
        : `, ${JSON.stringify(bound.record)}`;
    return `${implementation}($x${first}${rest}${variables(fn, bound)})`;
  }
  const self = receiver(fn, member, target);
  if (!member.overridable || bound.viaSuper) return `${implementation}($x, ${self}${rest})`;
  const key = JSON.stringify(`m$${member.member.name.toLowerCase()}$${args.length}`);
  return `${fn.support('virtualCall')}($x, ${self}, ${key}, ${implementation}${rest})`;
}

/** The object that a library method is called on. The text of a Blob that is null has a message of its own. */
function receiver(fn: FunctionScope, { owner, member }: LibraryCall['member'], target: Bound): string {
  if (owner.name !== 'Blob' || member.name !== 'toString') return present(fn, target);
  return `(${emitExpression(fn, target)} ?? ${fn.support('noArgument')}())`;
}

/** A look-up of the caller's variables by name, for dynamic SOQL. */
function variables(fn: FunctionScope, bound: LibraryCall): string {
  if (!bound.variables) return '';
  const cases = bound.variables.map(
    ({ name, value }) => `case ${JSON.stringify(name)}: return ${emitExpression(fn, value)};`
  );
  return `, ($b) => { switch ($b.toLowerCase()) { ${cases.join(' ')} default: ${fn.support('unknownBind')}($b); } }`;
}

export function construct(fn: FunctionScope, bound: Construct): string {
  const of = fn.pool.class(bound.of);
  if (bound.constructor) return `${of}.${constructorNames(bound.constructor).create}(${argumentList(fn, bound.args)})`;
  return `${fn.support('newException')}($x, ${of}, ${exceptionArguments(fn, bound.args)})`;
}

/** `this(…)` and `super(…)`; above the project's classes there is nothing to construct but an exception's message and cause. */
export function chained(fn: FunctionScope, bound: ChainedConstructor): string {
  const { of } = bound;
  if (bound.constructor && of) {
    const { initialise } = constructorNames(bound.constructor);
    // Never looked up on the object: a subclass may have a constructor of the same parameters.
    const rest = bound.args.map((arg) => `, ${emitExpression(fn, arg)}`).join('');
    return `${fn.pool.class(of)}.prototype.${initialise}.call(this, $x${rest})`;
  }
  return bound.args.length === 0
    ? 'undefined'
    : `${fn.support('initException')}(this, ${exceptionArguments(fn, bound.args)})`;
}

/** Message and cause of `new E()`, `new E(message)`, `new E(cause)`, `new E(message, cause)`. */
function exceptionArguments(fn: FunctionScope, args: readonly Bound[]): string {
  const [first, second] = args;
  if (!first) return 'null, null';
  if (second) return `${emitExpression(fn, first)}, ${emitExpression(fn, second)}`;
  const text = emitExpression(fn, first);
  return isNamed(first.type, 'String') ? `${text}, null` : `null, ${text}`;
}
