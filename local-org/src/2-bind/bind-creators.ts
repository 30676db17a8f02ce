import { memberOfGap } from './platform-gaps.js';
import type { Expression, NewArray, NewCollection, NewMap, NewObject, Position } from '../1-parse/ast/index.js';
import { typeRefText } from '../1-parse/ast/index.js';
import { listOf, sameType, T, type ApexType } from '../kernel/types.js';
import { shownType } from './shown-types.js';
import { bindValue } from './bind-expression.js';
import { reportUnsupported } from './bind-fields.js';
import type { Bound } from './bound/expressions.js';
import type { BodyContext } from './body-context.js';
import { applyConversion, conversionOf, convertTo } from './convert.js';
import { bindError, type BindError } from './errors.js';
import { fullSignature } from './declare-members.js';
import { isException } from './link.js';
import { isVisible, libraryMembers } from './members.js';
import { isGenericRecord, isNamed } from './subtyping.js';
import { callText, chooseOverload, type Choice } from './overloads.js';
import { recordMember } from './record-fields.js';
import type { ClassSymbol, ConstructorSymbol } from './symbols.js';
import { resolveType } from './type-resolution.js';

/** `new X(…)` */
export function newObject(ctx: BodyContext, node: NewObject): Bound {
  const type = resolveType(ctx.project, ctx.owner, node.type);
  if (type.kind === 'sobject') return newRecord(ctx, type.name, node);
  if (node.args.some(isPair)) throw bindError(node, 'fieldUnexpected', shownType(type));
  const args = node.args.map((arg) => bindValue(ctx, arg));
  if (type.kind === 'class') {
    const symbol = ctx.project.class(type.name);
    if (!symbol || symbol.kind !== 'class') throw bindError(node, 'notConstructible', shownType(type));
    if (symbol.abstract) throw bindError(node, 'abstractConstructed', symbol.name);
    const { chosen, args: converted } = chooseConstructor(ctx, symbol, args, node);
    return { kind: 'construct', of: symbol, constructor: chosen, args: converted, type };
  }
  return newPlatformObject(ctx, type, node, args);
}

function newPlatformObject(ctx: BodyContext, type: ApexType, node: Position, args: readonly Bound[]): Bound {
  if (type.kind !== 'platform') throw bindError(node, 'notConstructible', shownType(type));
  if (args.length === 0) {
    const empty = emptyCollection(type);
    if (empty) return empty;
  }
  const refused = initializerFault(ctx, type, node, args);
  if (refused) throw refused;
  const candidates = libraryMembers(ctx.project, type, 'constructor', '', true);
  const missing = () => memberOfGap(ctx.project, node, type, { kind: 'constructor', name: '', args: args.length });
  if (candidates.length === 0) throw missing() ?? bindError(node, 'notConstructible', shownType(type));
  const choice = chooseOverload(ctx, candidates, args);
  if (!choice) {
    const sized = sizedList(type, args);
    if (sized) return sized;
    throw missing() ?? bindError(node, 'unknownConstructor', shownType(type), callText('', args));
  }
  reportUnsupported(ctx, choice.chosen, node);
  return { kind: 'libraryCall', member: choice.chosen, args: choice.args, viaSuper: false, type };
}

/** `name = value` in brackets: the parser reads an assignment. */
const isPair = (arg: NewObject['args'][number]): boolean =>
  arg.kind === 'assign' && arg.operator === undefined && arg.target.kind === 'name';

/** A collection made from what it cannot be made from. */
function initializerError(type: ApexType, { type: from }: Bound, at: Position): BindError | undefined {
  const [first = T.Object] = type.kind === 'platform' ? type.args : [];
  const given = shownType(from);
  if (isNamed(type, 'List')) return bindError(at, 'listInitializer', given, shownType(first));
  if (isNamed(type, 'Set')) return bindError(at, 'setInitializer', given, shownType(first));
  return isNamed(type, 'Map') ? bindError(at, 'mapInitializer', given, shownType(type)) : undefined;
}

/** A list or set is made from one of just the same elements, a map from a map of just the same types or from a list of records. */
function initializerFault(
  ctx: BodyContext,
  type: ApexType,
  at: Position,
  args: readonly Bound[]
): BindError | undefined {
  const [given] = args;
  if (!given || args.length > 1 || type.kind !== 'platform') return undefined;
  return takes(type, given.type)
    ? undefined
    : (memberOfGap(ctx.project, at, given.type) ?? initializerError(type, given, at));
}

/** True also for what is no collection. */
function takes({ name, args: [first, second] }: ApexType & { kind: 'platform' }, from: ApexType): boolean {
  const [element, value] = from.kind === 'platform' ? from.args : [];
  switch (name) {
    case 'List':
    case 'Set': {
      if (name === 'List' && isNamed(from, 'Integer')) return true;
      const rows = isNamed(from, 'List') || isNamed(from, 'Set');
      return rows && element !== undefined && first !== undefined && sameType(element, first);
    }
    case 'Map':
      if (!first || !second || !element) return false;
      if (isNamed(from, 'Map')) return value !== undefined && sameType(element, first) && sameType(value, second);
      return isNamed(from, 'List') && isRecordMap(first, second, element);
    default:
      return true;
  }
}

/** `new Map<Id, Account>(accounts)`, `new Map<String, SObject>(accounts)` */
function isRecordMap(key: ApexType, value: ApexType, element: ApexType): boolean {
  const fits = element.kind === 'sobject' && (sameType(element, value) || isGenericRecord(value));
  return fits && ['Id', 'String', 'Object'].some((name) => isNamed(key, name));
}

/** `new List<X>(n)` is not documented, but the platform takes it like `new X[n]` (public code that runs on orgs uses it). */
function sizedList(type: ApexType, args: readonly Bound[]): Bound | undefined {
  const [size] = args;
  const element = type.kind === 'platform' && type.name === 'List' ? type.args[0] : undefined;
  if (!element || !size || args.length > 1 || !isNamed(size.type, 'Integer')) return undefined;
  return { kind: 'newList', collection: 'List', element, items: [], size, type };
}

function emptyCollection(type: ApexType): Bound | undefined {
  if (type.kind !== 'platform') return undefined;
  const [first, second] = type.args;
  if ((type.name === 'List' || type.name === 'Set') && first) {
    return { kind: 'newList', collection: type.name, element: first, items: [], type };
  }
  if (type.name === 'Map' && first && second) return { kind: 'newMap', key: first, value: second, entries: [], type };
  return undefined;
}

/** The constructor for the arguments; undefined stands for those that every exception has. */
export function chooseConstructor(
  ctx: BodyContext,
  of: ClassSymbol,
  args: readonly Bound[],
  at: Position
): Choice<ConstructorSymbol> | { chosen: undefined; args: readonly Bound[] } {
  const declared = of.constructors.filter((each) => each.declaration || !isException(of));
  const choice = chooseOverload(ctx, declared, args);
  if (choice) {
    if (!isVisible(choice.chosen, ctx.owner)) throw hiddenConstructor(at, choice.chosen);
    return choice;
  }
  if (isException(of)) {
    const inherited = chooseOverload(ctx, exceptionConstructors, args);
    if (inherited) return { chosen: undefined, args: inherited.args };
  }
  throw bindError(at, 'unknownConstructor', of.name, callText('', args));
}

export function hiddenConstructor(at: Position, { owner, params }: ConstructorSymbol): BindError {
  const signature = fullSignature({ owner, name: '<init>', returns: T.Void, params });
  return bindError(at, 'notVisible', 'Method', signature);
}

const exception: ApexType = { kind: 'platform', name: 'Exception', args: [] };

/** Apex Developer Guide, "Create Custom Exceptions": the four constructors that each custom exception has. */
const exceptionConstructors = [[], [T.String], [exception], [T.String, exception]].map((types) => ({
  params: types.map((type) => ({ type }))
}));

function newRecord(ctx: BodyContext, object: string, node: NewObject): Bound {
  if (object === 'SObject') throw bindError(node, 'notConstructible', 'SObject');
  const names = new Set<string>();
  const fields = node.args.map((arg) => {
    if (arg.kind !== 'assign' || arg.operator || arg.target.kind !== 'name') {
      throw bindError(node, 'fieldExpected', object);
    }
    const member = recordMember(ctx.project, object, arg.target.name);
    if (!member || member.kind === 'children') throw bindError(node, 'unknownField', arg.target.name, object);
    if (names.has(member.name)) throw bindError(arg, 'duplicateInitializer', member.name);
    names.add(member.name);
    return { name: member.name, value: parentOrField(ctx, member.type, member.kind, arg.value) };
  });
  return { kind: 'newRecord', object, fields, type: { kind: 'sobject', name: object } };
}

/** A polymorphic parent takes any record. */
function parentOrField(
  ctx: BodyContext,
  type: ApexType,
  kind: 'field' | 'parent',
  node: NewObject['args'][number]
): Bound {
  const value = bindValue(ctx, node);
  return kind === 'parent' && value.type.kind === 'sobject' ? value : convertTo(ctx, value, type, node);
}

/** `new X[3]`; in the brackets may also stand what the list is made from. */
export function newArray(ctx: BodyContext, node: NewArray): Bound {
  const element = resolveType(ctx.project, ctx.owner, node.element);
  const given = bindValue(ctx, node.size);
  if (isNamed(given.type, 'List') || isNamed(given.type, 'Set')) {
    return newPlatformObject(ctx, listOf(element), node, [given]);
  }
  if (!isNamed(given.type, 'Integer')) {
    throw initializerError(listOf(element), given, node) ?? bindError(node, 'notConstructible', shownType(element));
  }
  const size = given;
  return { kind: 'newList', collection: 'List', element, items: [], size, type: listOf(element) };
}

/** `new List<X>{…}`, `new Set<X>{…}`, `new X[]{…}`, `new Map<K, V>{}` */
export function newCollection(ctx: BodyContext, node: NewCollection): Bound {
  const type = resolveType(ctx.project, ctx.owner, node.type);
  const empty = emptyCollection(type);
  if (!empty || (empty.kind === 'newMap' && node.items.length > 0)) {
    throw bindError(node, 'notConstructible', typeRefText(node.type));
  }
  if (empty.kind !== 'newList') return empty;
  const items = node.items.map((item) => {
    const value = bindValue(ctx, item);
    const how = conversionOf(ctx, value, empty.element);
    if (!how) throw bindError(node, 'initialElement', shownType(empty.element), shownType(value.type));
    return applyConversion(value, empty.element, how);
  });
  return { ...empty, items };
}

/** `new Map<K, V>{ k => v }` */
export function newMap(ctx: BodyContext, node: NewMap): Bound {
  const type = resolveType(ctx.project, ctx.owner, node.type);
  const empty = emptyCollection(type);
  if (empty?.kind !== 'newMap') throw bindError(node, 'notConstructible', typeRefText(node.type));
  const part = (expression: Expression, to: ApexType, code: 'initialKey' | 'initialValue'): Bound => {
    const bound = bindValue(ctx, expression);
    const how = conversionOf(ctx, bound, to);
    if (!how) throw bindError(expression, code, shownType(bound.type), shownType(to));
    return applyConversion(bound, to, how);
  };
  const entries = node.entries.map(({ key, value }) => ({
    key: part(key, empty.key, 'initialKey'),
    value: part(value, empty.value, 'initialValue')
  }));
  return { ...empty, entries };
}
