import type { AssignExpression, Expression, StepExpression } from '../1-parse/ast/index.js';
import { bindExpression } from './bind-expression.js';
import { denote } from './bind-names.js';
import { combining } from './bind-operators.js';
import type { Bound, Target, Temp } from './bound/expressions.js';
import type { BodyContext } from './body-context.js';
import { numericName } from './conversion.js';
import { convertTo } from './convert.js';
import { bindError, type BindError } from './errors.js';
import { checkReadable, hiddenField, isVisible } from './members.js';
import { shownType } from './shown-types.js';

/** `target = value`, `target op= value` */
export function assignment(ctx: BodyContext, node: AssignExpression): Bound {
  const target = bindTarget(ctx, node.target);
  const right = bindExpression(ctx, node.value);
  if (!node.operator) {
    const value = isPolymorphicParent(target, right) ? right : convertTo(ctx, right, target.type, node);
    if (target.kind === 'local') ctx.assigned(target.local, value);
    return { kind: 'assign', target, value, type: target.type };
  }
  checkReadable(target, node.target);
  const old: Temp = { type: target.type };
  const combined = combining(ctx, node.operator, { kind: 'temp', temp: old, type: target.type }, right, node);
  const value = convertTo(ctx, combined, target.type, node);
  return { kind: 'compound', target, old, value, type: target.type };
}

const isPolymorphicParent = (target: Target, value: Bound): boolean =>
  target.kind === 'record' && target.parent && value.type.kind === 'sobject';

/** `x++`, `--x` */
export function step(ctx: BodyContext, node: StepExpression): Bound {
  const target = bindTarget(ctx, node.operand);
  checkReadable(target, node.operand);
  const numeric = numericName(target.type);
  if (!numeric) throw notNumeric(node, shownType(target.type));
  return { kind: 'step', operator: node.operator, prefix: node.prefix, numeric, target, type: target.type };
}

function notNumeric({ prefix, operator, operand }: StepExpression, type: string): BindError {
  if (!prefix) return bindError(operand, 'postfixOperand', type);
  return bindError(operand, 'prefixOperand', operator === '++' ? 'increment' : 'decrement', type);
}

/** What stands left of `=`, when it may be written. */
export function bindTarget(ctx: BodyContext, node: Expression): Target {
  const bound = inBrackets(
    node.kind === 'name' || node.kind === 'dot' ? written(ctx, node) : bindExpression(ctx, node)
  );
  if (!isTarget(bound)) throw bindError(node, 'notAssignable');
  switch (bound.kind) {
    case 'local':
      // `final` on a local variable or parameter says nothing: the platform lets it be assigned again.
      break;
    case 'field':
      if (bound.field.kind === 'property' && !bound.field.setter) throw hiddenField(node, bound.field);
      if (bound.field.setter) checkSetter(ctx, bound.field, node);
      if (bound.field.final && !mayInitialise(ctx, bound)) throw bindError(node, 'finalAssigned', bound.field.name);
      break;
    case 'property':
      if (!bound.field.setter) throw hiddenField(node, bound.field);
      checkSetter(ctx, bound.field, node);
      break;
    case 'libraryProperty':
      if (bound.member.owner.name === 'Trigger') throw bindError(node, 'notAssignable');
      if (!('set' in bound.member.member.implementation))
        throw bindError(node, 'notWritable', bound.member.member.name);
      break;
    case 'record':
      // A field of the only row of a query is read, never written.
      if (bound.target.kind === 'convert' || isOfOldRow(bound.target)) throw bindError(node, 'notAssignable');
      break;
    case 'index':
      break;
  }
  return bound;
}

/** `Trigger.old[0]`, and parents of it; who takes the record by other ways finds out when it is written. */
function isOfOldRow(bound: Bound): boolean {
  if (bound.kind === 'group') return isOfOldRow(bound.operand);
  if (bound.kind === 'record') return isOfOldRow(bound.target);
  if (bound.kind !== 'index') return false;
  const list = inBrackets(bound.target);
  return (
    list.kind === 'libraryProperty' &&
    list.member.owner.name === 'Trigger' &&
    list.member.member.name.toLowerCase() === 'old'
  );
}

function written(ctx: BodyContext, node: Expression): Bound {
  const denotation = denote(ctx, node);
  if (denotation.kind !== 'value') throw bindError(node, 'notAssignable');
  return denotation.bound;
}

function inBrackets(bound: Bound): Bound {
  return bound.kind === 'group' ? inBrackets(bound.operand) : bound;
}

function checkSetter(ctx: BodyContext, field: (Target & { kind: 'property' })['field'], node: Expression): void {
  const { setter } = field;
  if (setter && !isVisible({ ...field, visibility: setter.visibility }, ctx.owner)) {
    throw hiddenField(node, field);
  }
}

/**
 * Final fields are set where the class or object is initialised, as often as one likes, also by a subclass. Initialisers set those of
 * the class and of objects alike, constructors and accessors those of their own kind.
 */
function mayInitialise(ctx: BodyContext, target: Target & { kind: 'field' }): boolean {
  const mine = target.field.owner.source === ctx.owner.source || isVisible(target.field, ctx.owner);
  const either = !ctx.constructs && !ctx.accessorOf;
  return ctx.initialises && mine && (either || target.field.static === ctx.static);
}

function isTarget(bound: Bound): bound is Target {
  return ['local', 'field', 'property', 'libraryProperty', 'record', 'index'].includes(bound.kind);
}
