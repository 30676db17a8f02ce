import type { DotExpression, Expression, NameExpression, Position } from '../1-parse/ast/index.js';
import type { ApexType } from '../kernel/types.js';
import { describeField, fieldSet, sharingReason, staticMember } from './bind-static-members.js';
import { bindExpression } from './bind-expression.js';
import { readField, readMember } from './bind-fields.js';
import type { Bound } from './bound/expressions.js';
import type { BodyContext } from './body-context.js';
import { isQuery, onlyRow, rowType } from './convert.js';
import { bindError, type BindError } from './errors.js';
import { findVariable, type NameUse } from './find-variable.js';
import { checkReadable, findField, isVisible } from './members.js';
import { unknownName } from './platform-gaps.js';
import { placed } from './placed.js';
import { navigate } from './safe-navigation.js';
import type { ClassSymbol, FieldSymbol } from './symbols.js';
import { findNamedType } from './type-resolution.js';

/** What a name or dotted name may stand for. */
export type Denotation =
  /** `fieldsOf`: the `fields` of a described object, whose own fields follow. */
  | { readonly kind: 'value'; readonly bound: Bound; readonly fieldsOf?: string }
  | { readonly kind: 'type'; readonly type: ApexType }
  | { readonly kind: 'namespace'; readonly name: string }
  /** `Schema.SObjectType` */
  | { readonly kind: 'sobjectTypes' }
  /** `namespace`: `Label.Site`, whose labels follow. */
  | { readonly kind: 'labels'; readonly namespace?: string }
  /** `Account.fields`, `Account.SObjectType.fields`: the tokens of an object's fields. */
  | { readonly kind: 'fieldTokens'; readonly object: string };

/** Finds out what an expression in front of a dot is; other expressions are values. */
export function denote(ctx: BodyContext, node: Expression, use: NameUse = 'value'): Denotation {
  const found = denotation(ctx, node, use);
  if (found.kind === 'value') placed(found.bound, node.line);
  return found;
}

function denotation(ctx: BodyContext, node: Expression, use: NameUse): Denotation {
  if (node.kind === 'name') return denoteName(ctx, node, use);
  if (node.kind === 'dot') return denoteDot(ctx, node, use);
  return { kind: 'value', bound: bindExpression(ctx, node) };
}

export function valueOf(denotation: Denotation, node: NameExpression | DotExpression): Bound {
  if (denotation.kind !== 'value') throw bindError(node, 'unknownVariable', node.name);
  const { bound } = denotation;
  checkReadable(bound, node);
  return bound;
}

function denoteName(ctx: BodyContext, node: NameExpression, use: NameUse): Denotation {
  const value = variable(ctx, node, use);
  if (value) return { kind: 'value', bound: value };
  const found = denoteType(ctx, node.name);
  if (found) return found;
  throw unknownName(ctx.project, node, node.name);
}

/** A type, namespace or other thing that is no variable. */
export function denoteType(ctx: BodyContext, name: string): Denotation | undefined {
  const type = findNamedType(ctx.project, ctx.owner, name);
  switch (name.toLowerCase()) {
    case 'label':
      if (type?.kind !== 'class') return { kind: 'labels' };
      break;
    case 'sobjecttype':
      if (type?.kind !== 'class') return { kind: 'sobjectTypes' };
      break;
    case 'system':
    case 'schema':
      if (type?.kind !== 'class') return { kind: 'namespace', name };
      break;
  }
  if (type) return { kind: 'type', type };
  return isNamespace(ctx, name) ? { kind: 'namespace', name } : undefined;
}

function isNamespace(ctx: BodyContext, name: string): boolean {
  const key = name.toLowerCase();
  if (ctx.project.library.isNamespace(key)) return true;
  return key === 'page' || (key !== '' && key === ctx.project.namespace);
}

/** A local variable, or a field that the name may mean here. */
function variable(ctx: BodyContext, node: NameExpression, use: NameUse): Bound | undefined {
  const local = ctx.local(node.name);
  if (local) return { kind: 'local', local, type: local.type };
  const field = findVariable(ctx, node.name, use);
  if (!field) return undefined;
  // A variable at the top of a trigger gets its value where it is declared.
  const before = ctx.triggerBody ? { line: node.line, column: node.column + 1 } : ctx.before;
  if (field.owner === ctx.owner && node !== ctx.calledOn && isAhead(before, field))
    throw bindError(node, 'forwardReference', field.name);
  if (field.static) return readField(ctx, field, undefined, node);
  if (ctx.chaining) throw bindError(node, 'earlyField', field.name);
  return readField(ctx, field, { kind: 'this', type: ctx.owner.type }, node);
}

/** Whether a field is declared at or behind the place of the initialiser that names it. */
function isAhead(before: Position | undefined, field: FieldSymbol): boolean {
  if (!before) return false;
  return field.line > before.line || (field.line === before.line && field.column >= before.column);
}

/** What a dynamic query may name: local variables, then the fields of the class. */
export function variablesInScope(ctx: BodyContext): { readonly name: string; readonly value: Bound }[] {
  const found = new Map<string, { readonly name: string; readonly value: Bound }>();
  const add = (name: string, value: () => Bound): void => {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, { name: key, value: value() });
  };
  for (const local of ctx.locals()) add(local.name, () => ({ kind: 'local', local, type: local.type }));
  for (let owner: ClassSymbol | undefined = ctx.owner; owner; owner = owner.superclass) {
    for (const field of owner.fields.values()) {
      const readable = field.kind === 'field' || field.getter !== undefined;
      if (!readable || (ctx.static && !field.static) || !isVisible(field, ctx.owner)) continue;
      const at = { line: field.line, column: 1 };
      add(field.name, () =>
        readField(ctx, field, field.static ? undefined : { kind: 'this', type: ctx.owner.type }, at)
      );
    }
  }
  return [...found.values()];
}

function denoteDot(ctx: BodyContext, node: DotExpression, use: NameUse): Denotation {
  if (node.target.kind === 'super') return { kind: 'value', bound: superMember(ctx, node) };
  if (node.target.kind === 'this' && ctx.triggerBody) {
    const own = variable(ctx, { ...node, kind: 'name' }, use);
    if (own) return { kind: 'value', bound: own };
  }
  const target = denote(ctx, node.target, node.safe ? 'value' : use === 'call' ? 'call' : 'path');
  if (target.kind !== 'value') {
    if (node.safe) throw noValue(node.target);
    return staticMember(ctx, target, node);
  }
  checkReadable(target.bound, node.target);
  if (target.fieldsOf) {
    const field = describeField(ctx, target.fieldsOf, node.name);
    if (field) return { kind: 'value', bound: field };
  }
  const set = fieldSet(ctx, target.bound, node);
  if (set) return { kind: 'value', bound: set };
  const { bound } = target;
  if (bound.kind === 'token' && bound.token.kind === 'sobject' && node.name.toLowerCase() === 'fields') {
    return { kind: 'fieldTokens', object: bound.token.object };
  }
  const cause = sharingReason(ctx, target.bound, node);
  if (cause) return { kind: 'value', bound: cause };
  return memberOfValue(ctx, target.bound, node);
}

/** `Type?.member`: what stands before the operator must be a value. */
export function noValue(target: Expression): BindError {
  const name = target.kind === 'name' || target.kind === 'dot' ? target.name : '';
  return bindError(target, 'unknownVariable', name);
}

/** `super.name`: the accessors of the superclass, even where this class overrides them. */
function superMember(ctx: BodyContext, node: DotExpression): Bound {
  if (ctx.static && !ctx.triggerBody) throw bindError(node, 'superInStatic');
  const field = ctx.owner.superclass && findField(ctx.owner.superclass, node.name);
  if (!field || field.static) throw bindError(node, 'unknownVariable', node.name);
  const bound = readField(ctx, field, { kind: 'this', type: ctx.owner.type }, node);
  return bound.kind === 'property' ? { ...bound, viaSuper: true } : bound;
}

function memberOfValue(ctx: BodyContext, target: Bound, node: DotExpression): Denotation {
  const row = node.safe && isQuery(target) ? rowType(target.type) : undefined;
  const from = row ? onlyRow(target, row, 'rowIfAny') : target;
  const bound = navigate(from, node.safe, (value) =>
    throughMember(value, readMember(ctx, value, node.name, node), node)
  );
  const described = target.kind === 'token' && target.token.kind === 'describe' && node.name.toLowerCase() === 'fields';
  return described ? { kind: 'value', bound, fieldsOf: target.token.object } : { kind: 'value', bound };
}

/**
 * `object.record.Field` is null when the record is, as a field of a parent record is; only the Id, and a record named without its
 * object, must be there.
 */
function throughMember(target: Bound, read: Bound, node: DotExpression): Bound {
  const isMember = (target.kind === 'field' || target.kind === 'property') && target.target !== undefined;
  if (!isMember || node.target.kind !== 'dot' || read.kind !== 'record' || read.field === 'Id') return read;
  return { ...read, ofMember: true };
}
