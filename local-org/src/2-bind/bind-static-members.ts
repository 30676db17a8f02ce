import type { DotExpression, Position } from '../1-parse/ast/index.js';
import { listOf, mapOf, sobjectType, T, type ApexType } from '../kernel/types.js';
import { libraryProperty, readField } from './bind-fields.js';
import { pageReference } from './bind-page.js';
import type { Denotation } from './bind-names.js';
import type { Bound } from './bound/expressions.js';
import type { BodyContext } from './body-context.js';
import { bindError } from './errors.js';
import { libraryMembers } from './members.js';
import { memberOfGap, unknownName } from './platform-gaps.js';
import { recordMember } from './record-fields.js';
import { findNamedType } from './type-resolution.js';
import type { ClassSymbol } from './symbols.js';

const token = (name: string): ApexType => ({ kind: 'platform', name, args: [] });

/** `X.name`, where X is a type, a namespace or one of the other roots. */
export function staticMember(
  ctx: BodyContext,
  target: Exclude<Denotation, { kind: 'value' }>,
  node: DotExpression
): Denotation {
  const { name } = node;
  switch (target.kind) {
    case 'labels':
      return label(ctx, target.namespace, node);
    case 'sobjectTypes': {
      const object = ctx.project.sobject(name);
      if (object === undefined) throw bindError(node, 'unknownType', name);
      const type = token('DescribeSObjectResult');
      return { kind: 'value', bound: { kind: 'token', token: { kind: 'describe', object }, type } };
    }
    case 'fieldTokens': {
      const member = recordMember(ctx.project, target.object, name);
      if (member?.kind !== 'field') throw bindError(node, 'unknownVariable', name);
      const { object } = target;
      return {
        kind: 'value',
        bound: { kind: 'token', token: { kind: 'field', object, field: member.name }, type: token('SObjectField') }
      };
    }
    case 'namespace':
      return namespaceMember(ctx, target.name, node);
    case 'type': {
      const found = typeMember(ctx, target.type, node);
      if (found) return found;
      const gap = memberOfGap(ctx.project, node, target.type, { kind: 'property', name: node.name });
      throw gap ?? bindError(node, 'unknownVariable', name);
    }
  }
}

/** `Label.Name`, `Label.Namespace.Name`. */
function label(ctx: BodyContext, namespace: string | undefined, node: DotExpression): Denotation {
  const name = namespace === undefined ? node.name : `${namespace}.${node.name}`;
  if (ctx.project.hasNamed('label', name)) return { kind: 'value', bound: { kind: 'label', name, type: T.String } };
  if (namespace === undefined) {
    if (ctx.project.hasNamed('labelNamespace', node.name)) return { kind: 'labels', namespace: node.name };
  }
  throw bindError(node, 'unknownLabel', name);
}

function namespaceMember(ctx: BodyContext, namespace: string, node: DotExpression): Denotation {
  const lower = namespace.toLowerCase();
  const name = node.name.toLowerCase();
  if (lower === 'page' || (lower === 'system' && name === 'page')) {
    if (lower === 'system') return { kind: 'namespace', name: 'Page' };
    return { kind: 'value', bound: pageReference(ctx, node) };
  }
  if (lower === 'system' && name === 'label') return { kind: 'labels' };
  if (lower === 'schema' && name === 'sobjecttype') return { kind: 'sobjectTypes' };
  if (lower === ctx.project.namespace) {
    const own = findNamedType(ctx.project, undefined, `${namespace}.${node.name}`);
    if (own) return { kind: 'type', type: own };
  }
  const property = staticProperty(ctx, token(namespace), node);
  if (property) return { kind: 'value', bound: property };
  // A namespace in front means the platform's type, also where a project class bears its name.
  const type =
    findNamedType(ctx.project, undefined, `${namespace}.${node.name}`) ??
    findNamedType(ctx.project, ctx.owner, node.name);
  if (type) return { kind: 'type', type };
  throw unknownName(ctx.project, node, `${namespace}.${node.name}`);
}

function typeMember(ctx: BodyContext, type: ApexType, node: DotExpression): Denotation | undefined {
  if (type.kind === 'class') {
    const symbol = ctx.project.class(type.name);
    return symbol && classMember(ctx, symbol, node);
  }
  if (type.kind === 'sobject') {
    const bound = recordToken(ctx, type.name, node);
    if (bound) return { kind: 'value', bound };
    const fields = node.name.toLowerCase() === 'fields' && type.name !== 'SObject';
    return fields ? { kind: 'fieldTokens', object: type.name } : undefined;
  }
  if (type.kind !== 'platform') return undefined;
  const constant = ctx.project
    .platform(type.name)
    ?.values.find((value) => value.toLowerCase() === node.name.toLowerCase());
  if (constant !== undefined) {
    return { kind: 'value', bound: { kind: 'enumConstant', of: undefined, platform: type.name, name: constant, type } };
  }
  const property = staticProperty(ctx, type, node);
  if (property) return { kind: 'value', bound: property };
  const nested = ctx.project.platform(`${type.name}.${node.name}`);
  return nested && { kind: 'type', type: token(nested.name) };
}

function classMember(ctx: BodyContext, symbol: ClassSymbol, node: DotExpression): Denotation | undefined {
  const key = node.name.toLowerCase();
  const constant = symbol.declaration.constants.find((name) => name.toLowerCase() === key);
  if (symbol.kind === 'enum' && constant !== undefined) {
    const bound: Bound = { kind: 'enumConstant', of: symbol, platform: undefined, name: constant, type: symbol.type };
    return { kind: 'value', bound };
  }
  // Static fields and inner types are not inherited by the name of a subclass; static methods are.
  const field = symbol.fields.get(key);
  if (field?.static) return { kind: 'value', bound: readField(ctx, field, undefined, node) };
  const inner = symbol.inner.get(key);
  return inner && { kind: 'type', type: inner.type };
}

/** `Account.SObjectType` and `Account.Name`. An object may have a field of the name SObjectType (ObjectPermissions has): it goes first. */
function recordToken(ctx: BodyContext, object: string, node: DotExpression): Bound | undefined {
  const member = object === 'SObject' ? undefined : recordMember(ctx.project, object, node.name);
  if (member?.kind === 'field') {
    return { kind: 'token', token: { kind: 'field', object, field: member.name }, type: token('SObjectField') };
  }
  if (node.name.toLowerCase() !== 'sobjecttype') return undefined;
  return { kind: 'token', token: { kind: 'sobject', object }, type: token('SObjectType') };
}

/** `….fields.Name` of a described object. */
export function describeField(ctx: BodyContext, object: string, name: string): Bound | undefined {
  const member = recordMember(ctx.project, object, name);
  if (member?.kind !== 'field') return undefined;
  return {
    kind: 'token',
    token: { kind: 'describeField', object, field: member.name },
    type: token('DescribeFieldResult')
  };
}

/** `SObjectType.X.FieldSets.Name` (Apex Reference, "FieldSet Class"). */
export function fieldSet(ctx: BodyContext, target: Bound, node: DotExpression): Bound | undefined {
  if (target.kind !== 'libraryProperty' || target.member.owner.name !== 'DescribeSObjectResult') return undefined;
  const described = target.target;
  if (described?.kind !== 'token' || described.token.kind !== 'describe') return undefined;
  if (target.type.kind !== 'platform' || target.type.name !== 'SObjectTypeFieldSets') return undefined;
  const { object } = described.token;
  if (!ctx.project.hasNamed('fieldSet', `${object}.${node.name}`)) throw bindError(node, 'unknownVariable', node.name);
  return { kind: 'token', token: { kind: 'fieldSet', object, name: node.name }, type: token('FieldSet') };
}

/** `Thing__Share.RowCause.Manual`: the text of a sharing reason. */
export function sharingReason(ctx: BodyContext, target: Bound, node: DotExpression): Bound | undefined {
  if (target.kind !== 'token' || target.token.kind !== 'field' || target.token.field !== 'RowCause') return undefined;
  const wanted = node.name.toLowerCase();
  const reasons = ctx.project.schema.field(target.token.object, 'RowCause')?.picklist ?? [];
  const found = reasons.find(({ value }) => value.toLowerCase() === wanted);
  if (found) return { kind: 'constant', value: found.value, type: T.String };
  if (!wanted.endsWith('__c')) return undefined;
  throw bindError(node, 'unsupported', `the sharing reason ${node.name}`, 'it is not in its schema');
}

function staticProperty(ctx: BodyContext, type: ApexType, node: DotExpression & Position): Bound | undefined {
  const [member] = libraryMembers(ctx.project, type, 'property', node.name, true);
  if (!member) return undefined;
  const bound = libraryProperty(ctx, member, undefined, node);
  return ctx.triggerObject !== undefined && member.owner.name === 'Trigger'
    ? { ...bound, type: triggerType(bound.type, ctx.triggerObject) }
    : bound;
}

/** Inside a trigger, Trigger.new and its like are typed by the trigger's object. */
function triggerType(type: ApexType, object: string): ApexType {
  if (type.kind !== 'platform') return type;
  if (type.name === 'List') return listOf(sobjectType(object));
  return type.name === 'Map' ? mapOf(T.Id, sobjectType(object)) : type;
}
