import type { AssignExpression, Expression, StepExpression } from '../1-parse/ast/index.js';
import { bindExpression, bindValue } from './bind-expression.js';
import { denote } from './bind-names.js';
import { arithmetic } from './bind-operators.js';
import type { Bound, Target, Temp } from './bound/expressions.js';
import type { BodyContext } from './body-context.js';
import { numericName } from './conversion.js';
import { convertTo } from './convert.js';
import { bindError } from './errors.js';
import { isVisible } from './members.js';

/** `target = value`, `target op= value` */
export function assignment(ctx: BodyContext, node: AssignExpression): Bound {
  const target = bindTarget(ctx, node.target);
  const right = bindValue(ctx, node.value);
  if (!node.operator) {
    const value = isPolymorphicParent(target, right) ? right : convertTo(ctx, right, target.type, node);
    if (target.kind === 'local') ctx.assigned(target.local, value);
    return { kind: 'assign', target, value, type: target.type };
  }
  const old: Temp = { type: target.type };
  const combined = arithmetic(ctx, node.operator, { kind: 'temp', temp: old, type: target.type }, right, node);
  const value = convertTo(ctx, combined, target.type, node);
  return { kind: 'compound', target, old, value, type: target.type };
}

const isPolymorphicParent = (target: Target, value: Bound): boolean =>
  target.kind === 'record' && target.parent && value.type.kind === 'sobject';

/** `x++`, `--x` */
export function step(ctx: BodyContext, node: StepExpression): Bound {
  const operand = bindExpression(ctx, node.operand);
  if (!isTarget(operand)) throw bindError(node, 'stepOperand');
  const target = bindTarget(ctx, node.operand);
  const numeric = numericName(target.type);
  if (!numeric) throw bindError(node, 'stepOperand');
  return { kind: 'step', operator: node.operator, prefix: node.prefix, numeric, target, type: target.type };
}

/** What stands left of `=`, when it may be written. */
export function bindTarget(ctx: BodyContext, node: Expression): Target {
  const bound = inBrackets(
    node.kind === 'name' || node.kind === 'dot' ? written(ctx, node) : bindExpression(ctx, node)
  );
  if (!isTarget(bound)) throw bindError(node, 'notAssignable');
  switch (bound.kind) {
    case 'local':
      if (bound.local.final && bound.local.assigned) throw bindError(node, 'finalAssigned', bound.local.name);
      bound.local.assigned = true;
      break;
    case 'field':
      if (bound.field.kind === 'property' && !bound.field.setter && ctx.accessorOf !== bound.field) {
        throw bindError(node, 'notWritable', bound.field.name);
      }
      if (bound.field.setter) checkSetter(ctx, bound.field, node);
      if (bound.field.final && !mayInitialise(ctx, bound)) throw bindError(node, 'finalAssigned', bound.field.name);
      break;
    case 'property':
      if (!bound.field.setter) throw bindError(node, 'notWritable', bound.field.name);
      checkSetter(ctx, bound.field, node);
      break;
    case 'libraryProperty':
      if (!('set' in bound.member.member.implementation))
        throw bindError(node, 'notWritable', bound.member.member.name);
      break;
    case 'record':
    case 'index':
      break;
  }
  return bound;
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
    throw bindError(node, 'notVisible', 'Variable', field.name);
  }
}

/** Final fields are set where the class or object is initialised. */
function mayInitialise(ctx: BodyContext, target: Target & { kind: 'field' }): boolean {
  return ctx.initialises && target.field.owner === ctx.owner;
}

function isTarget(bound: Bound): bound is Target {
  return ['local', 'field', 'property', 'libraryProperty', 'record', 'index'].includes(bound.kind);
}
