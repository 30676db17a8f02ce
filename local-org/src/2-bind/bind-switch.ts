import type { Expression, SwitchCase, SwitchStatement } from '../1-parse/ast/index.js';
import { typeName, type ApexType } from '../kernel/types.js';
import { bindValue } from './bind-expression.js';
import { bindBlock } from './bind-statement.js';
import type { Bound } from './bound/expressions.js';
import type { BoundCase, BoundStatement } from './bound/statements.js';
import type { BodyContext } from './body-context.js';
import { convertTo } from './convert.js';
import { bindError } from './errors.js';
import { resolveType } from './type-resolution.js';

/** `switch on`: Integer, Long, String, enums and records (Apex Developer Guide, "Switch Statements"). */
export function bindSwitch(ctx: BodyContext, node: SwitchStatement): BoundStatement {
  const value = bindValue(ctx, node.value);
  const enumConstants = constantsOf(ctx, value.type);
  const scalar = value.type.kind === 'platform' && ['Integer', 'Long', 'String'].includes(value.type.name);
  if (!scalar && !enumConstants && value.type.kind !== 'sobject') {
    throw bindError(node, 'switchType', typeName(value.type));
  }
  const seen = new Set<string>();
  const cases = node.cases.map((each, i): BoundCase => {
    if (each.labels.kind === 'else' && i < node.cases.length - 1) throw bindError(each, 'switchElse');
    return bindCase(ctx, each, value, enumConstants, seen);
  });
  return { kind: 'switch', line: node.line, value, cases };
}

function bindCase(
  ctx: BodyContext,
  node: SwitchCase,
  value: Bound,
  enumConstants: readonly string[] | undefined,
  seen: Set<string>
): BoundCase {
  const { line, labels } = node;
  switch (labels.kind) {
    case 'else':
      return { line, labels, body: bindBlock(ctx, node.body) };
    case 'type': {
      const type = resolveType(ctx.project, ctx.owner, labels.type);
      if (value.type.kind !== 'sobject' || type.kind !== 'sobject') {
        throw bindError(node, 'switchLabel', typeName(type));
      }
      return ctx.nested(() => {
        const local = ctx.declare(node, labels.name, type);
        return { line, labels: { kind: 'type', type, local }, body: bindBlock(ctx, node.body) };
      });
    }
    case 'values': {
      const values = labels.values.map((each) => {
        const bound = label(ctx, each, value.type, enumConstants);
        const text =
          bound.kind === 'enumConstant'
            ? bound.name
            : bound.kind === 'constant'
              ? `${typeof bound.value} ${bound.value}`
              : '';
        if (seen.has(text)) throw bindError(each, 'switchDuplicate', text);
        seen.add(text);
        return bound;
      });
      return { line, labels: { kind: 'values', values }, body: bindBlock(ctx, node.body) };
    }
  }
}

function label(
  ctx: BodyContext,
  node: Expression,
  type: ApexType,
  enumConstants: readonly string[] | undefined
): Bound {
  if (enumConstants && (node.kind === 'name' || node.kind === 'dot')) {
    const constant = enumConstants.find((name) => name.toLowerCase() === node.name.toLowerCase());
    if (constant === undefined) throw bindError(node, 'switchLabel', node.name);
    const of = type.kind === 'class' ? ctx.project.class(type.name) : undefined;
    return { kind: 'enumConstant', of, platform: of ? undefined : typeName(type), name: constant, type };
  }
  const bound = folded(convertTo(ctx, bindValue(ctx, node), type, node));
  if (bound.kind !== 'constant' || bound.value === undefined) throw bindError(node, 'switchLabel', node.kind);
  return bound;
}

/** Labels are constants: a sign or a widening is worked out here. */
function folded(bound: Bound): Bound {
  if (bound.kind === 'negate' && bound.operator === '-' && bound.operand.kind === 'constant') {
    const { value } = bound.operand;
    if (typeof value === 'number') return { ...bound.operand, value: -value };
    if (typeof value === 'string') return { ...bound.operand, value: `-${value}` };
  }
  if (bound.kind === 'convert' && bound.operation === 'integerToLong') {
    const inner = folded(bound.operand);
    if (inner.kind === 'constant') return { kind: 'constant', value: String(inner.value), type: bound.type };
  }
  return bound;
}

/** The constants of an enum type, of the project or the platform. */
function constantsOf(ctx: BodyContext, type: ApexType): readonly string[] | undefined {
  if (type.kind === 'class') {
    const symbol = ctx.project.class(type.name);
    return symbol?.kind === 'enum' ? symbol.declaration.constants : undefined;
  }
  const platform = type.kind === 'platform' ? ctx.project.platform(type.name) : undefined;
  return platform?.kind === 'enum' ? platform.values : undefined;
}
