import type { CallExpression, ConstructorCall, Position } from '../1-parse/ast/index.js';
import { T, type ApexType } from '../kernel/types.js';
import { shownType } from './shown-types.js';
import { bindValue } from './bind-expression.js';
import { reportUnsupported } from './bind-fields.js';
import { chooseConstructor } from './bind-creators.js';
import { denote, noValue, variablesInScope, type Denotation } from './bind-names.js';
import type { Bound, LibraryCall } from './bound/expressions.js';
import type { BodyContext } from './body-context.js';
import { enumInstanceCall, enumStaticCall, enumStaticSignature } from './enum-calls.js';
import { collectionError } from './check-collections.js';
import { comparedType, conversion } from './conversion.js';
import { bindError, type BindError } from './errors.js';
import { isException, platformRoot } from './link.js';
import { fullSignature } from './declare-members.js';
import {
  checkReadable,
  findMethods,
  isVisible,
  libraryMembers,
  outersOfSuperclasses,
  type LibraryMember
} from './members.js';
import { memberOfGap } from './platform-gaps.js';
import { callText, chooseOverload } from './overloads.js';
import { hasOnlyStatics } from './project.js';
import { navigate } from './safe-navigation.js';
import { isNamed } from './subtyping.js';
import type { ClassSymbol, MethodSymbol } from './symbols.js';

/** `foo(…)`, `target.foo(…)`, `Type.foo(…)`, `super.foo(…)`. */
export function bindCall(ctx: BodyContext, node: CallExpression): Bound {
  const args = node.args.map((arg) => bindValue(ctx, arg));
  if (!node.target) return unqualified(ctx, node, args);
  if (node.target.kind === 'super') return superCall(ctx, node, args);
  const target = node.safe ? denote(ctx, node.target) : ctx.whileCalledOn(node.target, (of) => denote(ctx, of, 'call'));
  if (target.kind !== 'value') {
    if (node.safe) throw noValue(node.target);
    return staticCall(ctx, target, node, args);
  }
  checkReadable(target.bound, node.target);
  const error = fieldError(target.bound, node, args);
  if (error) return error;
  return navigate(target.bound, node.safe, (value) => instanceCall(ctx, value, node, args));
}

function unqualified(ctx: BodyContext, node: CallExpression, args: readonly Bound[]): Bound {
  for (let around: ClassSymbol | undefined = ctx.owner; around; around = around.outer) {
    const own = around === ctx.owner;
    const candidates = findMethods(ctx.project, around, node.name).filter(
      (method) => method.static || (own && !ctx.static)
    );
    const choice = chooseOverload(ctx, candidates, args, { name: node.name, at: node });
    if (choice) {
      if (ctx.chaining && !choice.chosen.static) throw bindError(node, 'earlyMethod', fullSignature(choice.chosen));
      const self: Bound | undefined = choice.chosen.static ? undefined : { kind: 'this', type: ctx.owner.type };
      return userCall(ctx, choice.chosen, self, choice.args, node);
    }
  }
  for (const around of outersOfSuperclasses(ctx.owner)) {
    const statics = (around.methods.get(node.name.toLowerCase()) ?? []).filter((method) => method.static);
    const choice = chooseOverload(ctx, statics, args, { name: node.name, at: node });
    if (choice) return userCall(ctx, choice.chosen, undefined, choice.args, node);
  }
  if (ctx.static) {
    const instance = chooseOverload(ctx, findMethods(ctx.project, ctx.owner, node.name), args);
    if (instance) throw bindError(node, 'instanceCallFromStatic', fullSignature(instance.chosen));
  }
  if (!ctx.static) {
    const self: Bound = { kind: 'this', type: ctx.owner.type };
    if (node.name.toLowerCase() === 'clone' && args.length === 0) {
      return { kind: 'cloneObject', operand: self, type: ctx.owner.type };
    }
    const inherited = libraryCall(ctx, ctx.owner.type, node, args, self);
    if (inherited) return inherited;
  }
  throw unknownMethod(node, args, ctx.owner.name);
}

function superCall(ctx: BodyContext, node: CallExpression, args: readonly Bound[]): Bound {
  if (ctx.static && !ctx.triggerBody) throw bindError(node.target ?? node, 'superInStatic');
  const self: Bound = { kind: 'this', type: ctx.owner.type };
  const { superclass } = ctx.owner;
  const choice = superclass && chooseOverload(ctx, findMethods(ctx.project, superclass, node.name), args);
  if (choice?.chosen.abstract) throw bindError(node, 'abstractCall', fullSignature(choice.chosen));
  if (choice) return { ...userCall(ctx, choice.chosen, self, choice.args, node), viaSuper: true };
  if (superclass && node.name.toLowerCase() === 'clone' && args.length === 0) {
    return { kind: 'cloneObject', operand: self, type: superclass.type };
  }
  const inherited = libraryCall(ctx, platformRoot(ctx.owner), node, args, self);
  if (!inherited) throw unknownMethod(node, args, superclass?.name ?? (ctx.triggerBody ? 'Object' : baseClass));
  if (ctx.triggerBody) return inherited;
  // What every object answers can be overridden, but not called from a class that extends none.
  if (!superclass && !isException(ctx.owner)) {
    const { member, returns, params } = inherited.member;
    const signature = { owner: { name: baseClass }, name: member.name, returns, params };
    throw bindError(node, 'notVisible', 'Method', fullSignature(signature));
  }
  return { ...inherited, viaSuper: true };
}

/** What messages call the class above all others. */
const baseClass = 'System.ApexBaseClass';

function instanceCall(ctx: BodyContext, target: Bound, node: CallExpression, args: readonly Bound[]): Bound {
  const { type } = target;
  const symbol = type.kind === 'class' ? ctx.project.class(type.name) : undefined;
  if (type.kind === 'class') {
    if (symbol?.kind === 'enum') {
      const call = enumInstanceCall(symbol, target, node, args);
      if (call) return call;
    }
    const methods = symbol ? findMethods(ctx.project, symbol, node.name) : [];
    const instance = methods.filter((method) => !method.static);
    const choice = chooseOverload(ctx, instance, args, { name: node.name, at: node });
    if (choice) return userCall(ctx, choice.chosen, target, choice.args, node);
    const other = chooseOverload(ctx, methods, args);
    if (other) throw bindError(node, 'staticCallFromInstance', fullSignature(other.chosen));
  }
  const call = libraryCall(ctx, type, node, args, target);
  if (call) return typedByReceiver(call, type);
  if (symbol?.kind === 'class' && node.name.toLowerCase() === 'clone' && args.length === 0) {
    return { kind: 'cloneObject', operand: target, type };
  }
  throw (
    memberOfGap(ctx.project, node, type, { kind: 'method', name: node.name, args: args.length }) ??
    staticOfValue(ctx, type, node, args) ??
    unknownMethod(node, args, shownType(type))
  );
}

/** A static method of the library, or of an enum, called on a value, as on a variable that bears the name of its type. */
function staticOfValue(
  ctx: BodyContext,
  type: ApexType,
  node: CallExpression,
  args: readonly Bound[]
): BindError | undefined {
  const symbol = type.kind === 'class' ? ctx.project.class(type.name) : undefined;
  if (symbol?.kind === 'enum') {
    const signature = enumStaticSignature(symbol, node.name, args.length);
    return signature === undefined ? undefined : bindError(node, 'staticCallFromInstance', signature);
  }
  const choice = chooseOverload(ctx, libraryMembers(ctx.project, type, 'method', node.name, true), args);
  if (!choice) return undefined;
  const { owner, member, returns, params } = choice.chosen;
  return bindError(node, 'staticCallFromInstance', fullSignature({ owner, name: member.name, returns, params }));
}

/** `clone` of an Account is an Account. */
function typedByReceiver(call: Bound & { kind: 'libraryCall' }, type: ApexType): Bound {
  const isClone = type.kind === 'sobject' && call.member.member.name.toLowerCase() === 'clone';
  return isClone ? { ...call, type } : call;
}

function staticCall(
  ctx: BodyContext,
  target: Exclude<Denotation, { kind: 'value' }>,
  node: CallExpression,
  args: readonly Bound[]
): Bound {
  const type: ApexType | undefined =
    target.kind === 'type'
      ? target.type
      : target.kind === 'namespace'
        ? { kind: 'platform', name: ctx.project.platform(`System.${target.name}`)?.name ?? target.name, args: [] }
        : target.kind === 'labels'
          ? { kind: 'platform', name: 'Label', args: [] }
          : undefined;
  if (!type) throw unknownMethod(node, args, 'System');
  const symbol = type.kind === 'class' ? ctx.project.class(type.name) : undefined;
  if (symbol) {
    const enumCall = symbol.kind === 'enum' ? enumStaticCall(ctx, symbol, node, args) : undefined;
    if (enumCall) return enumCall;
    const methods = findMethods(ctx.project, symbol, node.name);
    const choice = chooseOverload(
      ctx,
      methods.filter((method) => method.static),
      args,
      { name: node.name, at: node }
    );
    if (choice) return userCall(ctx, choice.chosen, undefined, choice.args, node);
    const instance = chooseOverload(ctx, methods, args);
    if (instance) throw bindError(node, 'instanceCallFromStatic', fullSignature(instance.chosen));
    throw unknownMethod(node, args, symbol.name);
  }
  if (type.kind === 'sobject' && node.name.toLowerCase() === 'getsobjecttype' && args.length === 0) {
    const returns: ApexType = { kind: 'platform', name: 'SObjectType', args: [] };
    return { kind: 'token', token: { kind: 'sobject', object: type.name }, type: returns };
  }
  const namesake = type.kind === 'sobject' ? namesakeOf(ctx, type.name) : undefined;
  const candidates = libraryMembers(ctx.project, namesake ?? staticsOf(ctx, type), 'method', node.name, true);
  const choice = chooseOverload(ctx, candidates, args);
  if (!choice)
    throw (
      memberOfGap(ctx.project, node, namesake ?? type, { kind: 'method', name: node.name, args: args.length }) ??
      unknownMethod(node, args, shownType(type))
    );
  reportUnsupported(ctx, choice.chosen, node);
  const { chosen } = choice;
  const base = { kind: 'libraryCall', member: chosen, args: choice.args, viaSuper: false } as const;
  if (type.kind === 'sobject' && !namesake) return { ...base, record: type.name, type: ofRecord(chosen.returns, type) };
  const variables = isDynamicQuery(chosen) ? boundByName(ctx) : {};
  return { ...base, ...variables, type: chosen.returns };
}

/** The class that has an object's name and nothing but static methods. */
function namesakeOf(ctx: BodyContext, object: string): ApexType | undefined {
  const platform = ctx.project.platform(object);
  return platform && hasOnlyStatics(platform) ? { kind: 'platform', name: platform.name, args: [] } : undefined;
}

/** The library lists the static methods of custom settings and custom metadata types under a class of their own. */
function staticsOf(ctx: BodyContext, type: ApexType): ApexType {
  if (type.kind !== 'sobject') return type;
  const kind = ctx.project.schema.object(type.name)?.kind;
  const name = kind === 'customMetadata' ? 'CustomMetadata' : kind === 'customSetting' ? 'CustomSetting' : 'SObject';
  return { kind: 'platform', name, args: [] };
}

const dynamicQueries = new Set(['query', 'countquery', 'getquerylocator', 'getcursor', 'getpaginationcursor']);

/** The text of these may name variables of the caller, also those that take an access level. */
function isDynamicQuery(member: LibraryMember): boolean {
  const name = member.member.name.toLowerCase();
  return member.owner.name === 'Database' && dynamicQueries.has(name);
}

/** Variables of ended blocks keep their last values for queries (10 tests of a public suite count on it). */
function boundByName(ctx: BodyContext): Pick<LibraryCall, 'variables' | 'ended'> {
  const variables = variablesInScope(ctx);
  const inScope = new Set(variables.map(({ name }) => name));
  const ended = ctx.ended.filter(({ name }) => !inScope.has(name.toLowerCase()));
  for (const local of ended) local.outlives = true;
  return { variables, ended: [...new Set(ended.map(({ name }) => name.toLowerCase()))] };
}

/** `record.Field.addError('…')` marks the field. */
function fieldError(target: Bound, node: CallExpression, args: readonly Bound[]): Bound | undefined {
  const [message] = args;
  if (target.kind !== 'record' || target.parent || !message || node.name.toLowerCase() !== 'adderror') return undefined;
  return { kind: 'fieldError', target: target.target, field: target.field, message, type: T.Void };
}

/** Static methods of custom settings and metadata types answer records of the type they are called on. */
function ofRecord(returns: ApexType, record: ApexType): ApexType {
  if (returns.kind === 'sobject' && returns.name === 'SObject') return record;
  if (returns.kind !== 'platform') return returns;
  return { ...returns, args: returns.args.map((arg) => ofRecord(arg, record)) };
}

function userCall(
  ctx: BodyContext,
  method: MethodSymbol,
  target: Bound | undefined,
  args: readonly Bound[],
  at: Position
): Bound & { kind: 'call' } {
  if (!isVisible(method, ctx.owner)) throw bindError(at, 'notVisible', 'Method', fullSignature(method));
  const on = target ? { target } : {};
  return { kind: 'call', ...on, method, args, viaSuper: false, type: method.returns };
}

function libraryCall(
  ctx: BodyContext,
  type: ApexType,
  node: CallExpression,
  args: readonly Bound[],
  target: Bound
): (Bound & { kind: 'libraryCall' }) | undefined {
  const candidates: LibraryMember[] = libraryMembers(ctx.project, type, 'method', node.name, false);
  const choice = chooseOverload(ctx, candidates, isNamed(type, 'List') ? comparatorsFor(ctx, type, node, args) : args);
  if (!choice) return undefined;
  const wrong = collectionError(ctx, type, node, args);
  if (wrong) throw wrong;
  reportUnsupported(ctx, choice.chosen, node);
  const { chosen } = choice;
  return {
    kind: 'libraryCall',
    target,
    member: chosen,
    args: choice.args,
    viaSuper: false,
    type: chosen.returns
  };
}

/** A list is sorted by a comparator of whatever its elements convert to, though such comparators do not convert to each other. */
function comparatorsFor(
  ctx: BodyContext,
  list: ApexType,
  node: CallExpression,
  args: readonly Bound[]
): readonly Bound[] {
  const [only] = args;
  const [element] = list.kind === 'platform' ? list.args : [];
  if (!only || !element || args.length > 1 || node.name.toLowerCase() !== 'sort') return args;
  const compared = comparedType(ctx.project, only.type);
  if (!compared) return args;
  if (!conversion(ctx.project, element, compared)) {
    throw bindError(node, 'comparatorType', shownType(compared), shownType(list));
  }
  return [{ ...only, type: { kind: 'platform', name: 'Comparator', args: [element] } }];
}

function unknownMethod(node: CallExpression, args: readonly Bound[], owner: string): BindError {
  return bindError(node, 'unknownMethod', callText(node.name, args), owner);
}

/** `this(…)` and `super(…)`. */
export function bindConstructorCall(ctx: BodyContext, node: ConstructorCall): Bound {
  if (node !== ctx.chainedCall) throw bindError(node, 'constructorCall', node.which);
  const args = ctx.whileChaining(() => node.args.map((arg) => bindValue(ctx, arg)));
  const of = node.which === 'this' ? ctx.owner : ctx.owner.superclass;
  const base = { kind: 'chained', which: node.which, of, type: T.Void } as const;
  if (of) {
    const { chosen, args: converted } = chooseConstructor(ctx, of, args, node);
    return { ...base, constructor: chosen, args: converted };
  }
  if (isException(ctx.owner)) return { ...base, constructor: undefined, args };
  throw bindError(node, 'noSuperType', ctx.owner.name);
}
