import type { Position } from '../1-parse/ast/index.js';
import type { Bound } from './bound/expressions.js';
import type { BodyContext } from './body-context.js';
import { isQuery, onlyRow, rowType } from './convert.js';
import { bindError } from './errors.js';
import { findField, hiddenField, isVisible, libraryMembers, type LibraryMember } from './members.js';
import { memberOfGap } from './platform-gaps.js';
import { recordMember } from './record-fields.js';
import { isNamed } from './subtyping.js';
import type { FieldSymbol } from './symbols.js';

/** `target.name` of a value. */
export function readMember(ctx: BodyContext, target: Bound, name: string, at: Position): Bound {
  const { type } = target;
  if (type.kind === 'class') {
    const symbol = ctx.project.class(type.name);
    const field = symbol && findField(symbol, name);
    if (field && !field.static) return readField(ctx, field, target, at);
    if (field && symbol) throw bindError(at, 'staticFromInstance', field.name, symbol.name);
    const constant = symbol?.declaration.constants.find((one) => one.toLowerCase() === name.toLowerCase());
    if (symbol && constant !== undefined) throw bindError(at, 'staticFromInstance', constant, symbol.name);
  }
  if (type.kind === 'sobject') {
    const member = recordMember(ctx.project, type.name, name);
    if (member) {
      return { kind: 'record', target, field: member.name, parent: member.kind === 'parent', type: member.type };
    }
  }
  const [property] = libraryMembers(ctx.project, type, 'property', name, false);
  if (property) return libraryProperty(ctx, property, target, at);
  const row = isQuery(target) ? rowType(type) : undefined;
  if (row) {
    return readMember(ctx, onlyRow(target, row), name, at);
  }
  const gap = memberOfGap(ctx.project, at, type, { kind: 'property', name });
  if (gap) throw gap;
  if (target.kind === 'record' && !target.parent && type.kind !== 'sobject' && !isNamed(type, 'List')) {
    throw bindError(at, 'notForeignKey', target.field);
  }
  throw bindError(at, 'unknownVariable', name);
}

/** A field or property of the project; without target it is static. Inside its own accessors a property means its stored value. */
export function readField(ctx: BodyContext, field: FieldSymbol, target: Bound | undefined, at: Position): Bound {
  if (!isVisible(field, ctx.owner)) throw hiddenField(at, field);
  const on = target && !field.static ? { target } : {};
  if (isStored(ctx, field)) return { kind: 'field', ...on, field, type: field.type };
  const { getter } = field;
  if (!getter && !field.setter) throw bindError(at, 'notReadable', field.name);
  if (getter && !isVisible({ ...field, visibility: getter.visibility }, ctx.owner)) {
    throw hiddenField(at, field);
  }
  return { kind: 'property', ...on, field, viaSuper: false, type: field.type };
}

/** Whether code here reads and writes the stored value rather than calling accessors. */
function isStored(ctx: BodyContext, field: FieldSymbol): boolean {
  return field.kind === 'field' || field.direct || ctx.accessorOf === field;
}

export function libraryProperty(
  ctx: BodyContext,
  member: LibraryMember,
  target: Bound | undefined,
  at: Position
): Bound {
  reportUnsupported(ctx, member, at);
  return target
    ? { kind: 'libraryProperty', target, member, type: member.returns }
    : { kind: 'libraryProperty', member, type: member.returns };
}

/** A member that Salesforce has and the local org has not is a compile error; the code around it runs until it gets there. */
export function reportUnsupported(ctx: BodyContext, member: LibraryMember, at: Position): void {
  const { implementation, signature } = member.member;
  if (typeof implementation !== 'object' || !('unsupported' in implementation)) return;
  const error = bindError(at, 'unsupported', `${member.owner.name}: ${signature}`, implementation.unsupported);
  ctx.diagnostics.addGap(ctx.owner.source, error);
}
