import type { Bound, ChainedConstructor, Construct, LibraryCall, MethodCall } from '../2-bind/bound/expressions.js';
import { isNonNull } from '../2-bind/non-null.js';
import { isNamed } from '../2-bind/subtyping.js';
import { emitExpression, present, superPrototype, upward } from './emit-expression.js';
import { constructorNames } from './names.js';
import type { FunctionScope } from './function-scope.js';

export function argumentList(fn: FunctionScope, args: readonly Bound[]): string {
  return ['$x', ...args.map((arg) => emitExpression(fn, arg))].join(', ');
}

export function call(fn: FunctionScope, bound: MethodCall): string {
  const { method, target } = bound;
  if (bound.viaSuper) {
    const rest = bound.args.map((arg) => `, ${emitExpression(fn, arg)}`).join('');
    return `${superPrototype(fn)}.${method.jsName}.${fn.mark()}call(this, $x${rest})`;
  }
  if (target && isLateChecked(target, bound.args)) {
    return lateChecked(
      fn,
      target,
      bound.args,
      (self, rest) => `(${self} ?? ${fn.support('npe')}()).${fn.mark()}${method.jsName}($x${rest})`
    );
  }
  const on = target ? present(fn, target) : fn.pool.class(method.owner);
  return `${on}.${fn.mark()}${method.jsName}(${argumentList(fn, bound.args)})`;
}

/** Library functions are called directly; where a project class may override the method, the object is asked first. */
export function libraryCall(fn: FunctionScope, bound: LibraryCall): string {
  const { member, target, args } = bound;
  const implementation = fn.library(member);
  const listed = (): string => args.map((arg) => `, ${emitExpression(fn, arg)}`).join('');
  if (!target) {
    const rest = listed();
    const generic = member.member.kind === 'constructor' && member.owner.typeParameters.length > 0;
    const first = generic
      ? `, ${fn.pool.type(bound.type)}`
      : bound.record === undefined
        ? ''
        : `, ${JSON.stringify(bound.record)}`;
    return `${implementation}($x${first}${rest}${variables(fn, bound)})`;
  }
  if (!member.overridable && isLateChecked(target, args)) {
    return lateChecked(
      fn,
      target,
      args,
      (self, late) => `${implementation}($x, ${self} ?? ${fn.support('npe')}()${late})`
    );
  }
  return upward(fn, receiver(fn, member, target), (self) => {
    const rest = listed();
    if (!member.overridable || bound.viaSuper) return `${implementation}($x, ${self}${rest})`;
    const key = JSON.stringify(`m$${member.member.name.toLowerCase()}$${args.length}`);
    return `${fn.support('virtualCall')}($x, ${self}, ${key}, ${fn.pool.library(member)}${rest})`;
  });
}

/** Whether a null receiver is found out only after an argument has changed something: the arguments come first. */
function isLateChecked(target: Bound, args: readonly Bound[]): boolean {
  return !isNonNull(target) && target.kind !== 'temp' && args.some(changes);
}

/** Library methods by name that change their object, or move on in it. */
const changing = new Set([
  'add',
  'addall',
  'clear',
  'next',
  'pop',
  'put',
  'putall',
  'remove',
  'removeall',
  'set',
  'sort'
]);

/** Whether evaluating changes something, as far as this can be seen from the expression itself. */
function changes(bound: Bound): boolean {
  switch (bound.kind) {
    case 'call':
    case 'assign':
    case 'compound':
    case 'step':
      return true;
    case 'libraryCall':
      return changing.has(bound.member.member.name.toLowerCase());
    case 'convert':
    case 'cast':
    case 'group':
      return changes(bound.operand);
    case 'concat':
      return bound.parts.some(changes);
    default:
      return false;
  }
}

function lateChecked(
  fn: FunctionScope,
  target: Bound,
  args: readonly Bound[],
  invoke: (self: string, rest: string) => string
): string {
  const values = [target, ...args].map((one) => emitExpression(fn, one));
  const temps = values.map(() => fn.temp());
  const [self = '', ...rest] = temps;
  const kept = temps.map((temp, i) => `${temp} = ${values[i] ?? ''}`).join(', ');
  return `(${kept}, ${invoke(self, rest.map((temp) => `, ${temp}`).join(''))})`;
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
  const ended = (bound.ended ?? []).map((name) => {
    const kept = fn.outliving(name);
    return `case ${JSON.stringify(name)}: if (${kept}) return ${kept}(); break;`;
  });
  return `, ($b) => { switch ($b.toLowerCase()) { ${[...cases, ...ended].join(' ')} } ${fn.support('unknownBind')}($b); }`;
}

export function construct(fn: FunctionScope, bound: Construct): string {
  const of = fn.pool.class(bound.of);
  if (bound.constructor)
    return `${of}.${fn.mark()}${constructorNames(bound.constructor).create}(${argumentList(fn, bound.args)})`;
  return `${fn.support('newException')}($x, ${of}, ${exceptionArguments(fn, bound.args)})`;
}

/** `this(…)` and `super(…)`; above the project's classes there is nothing to construct but an exception's message and cause. */
export function chained(fn: FunctionScope, bound: ChainedConstructor): string {
  const { of } = bound;
  if (bound.constructor && of) {
    const { initialise } = constructorNames(bound.constructor);
    // Never looked up on the object: a subclass may have a constructor of the same parameters.
    const rest = bound.args.map((arg) => `, ${emitExpression(fn, arg)}`).join('');
    return `${fn.pool.class(of)}.prototype.${initialise}.${fn.mark()}call(this, $x${rest})`;
  }
  const fields =
    of && bound.which === 'super' ? `${fn.pool.class(of)}.prototype.$fields${of.jsName}.call(this, $x)` : '';
  if (bound.args.length === 0) return fields || 'undefined';
  const made = `${fn.support('initException')}(this, ${exceptionArguments(fn, bound.args)})`;
  return fields ? `(${fields}, ${made})` : made;
}

/** Message and cause of `new E()`, `new E(message)`, `new E(cause)`, `new E(message, cause)`. */
function exceptionArguments(fn: FunctionScope, args: readonly Bound[]): string {
  const [first, second] = args;
  if (!first) return 'null, null';
  if (second) return `${emitExpression(fn, first)}, ${emitExpression(fn, second)}`;
  const text = emitExpression(fn, first);
  return isNamed(first.type, 'String') ? `${text}, null` : `null, ${text}`;
}
