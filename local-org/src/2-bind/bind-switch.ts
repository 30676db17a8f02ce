import type { Expression, Position, SwitchCase, SwitchStatement } from '../1-parse/ast/index.js';
import { T, typeName, type ApexType } from '../kernel/types.js';
import { shownType } from './shown-types.js';
import { bindValue } from './bind-expression.js';
import { bindBlock } from './bind-statement.js';
import type { Bound } from './bound/expressions.js';
import type { BoundCase, BoundStatement } from './bound/statements.js';
import type { BodyContext } from './body-context.js';
import { applyConversion, conversionOf } from './convert.js';
import { bindError } from './errors.js';
import { isGenericRecord } from './subtyping.js';
import { resolveType } from './type-resolution.js';

/** What a switch is on, as its labels need to know it. */
interface Subject {
  readonly at: Position;
  readonly type: ApexType;
  readonly enumConstants: readonly string[] | undefined;
  readonly seen: Set<string>;
}

/** `switch on`: Integer, Long, String, enums and SObject (Apex Developer Guide, "Switch Statements"). */
export function bindSwitch(ctx: BodyContext, node: SwitchStatement): BoundStatement {
  const value = bindValue(ctx, node.value);
  const { type } = value;
  const enumConstants = constantsOf(ctx, type);
  const scalar = type.kind === 'platform' && ['Integer', 'Long', 'String'].includes(type.name);
  if (!scalar && !enumConstants && !isGenericRecord(type)) {
    throw bindError(node.value, 'switchType', shownType(type));
  }
  const subject: Subject = { at: node, type, enumConstants, seen: new Set() };
  const cases = node.cases.map((each, i): BoundCase => {
    if (each.labels.kind === 'else' && i < node.cases.length - 1) throw bindError(node, 'switchElse');
    return bindCase(ctx, each, subject);
  });
  return { kind: 'switch', line: node.line, value, cases };
}

function bindCase(ctx: BodyContext, node: SwitchCase, subject: Subject): BoundCase {
  const { line, labels } = node;
  switch (labels.kind) {
    case 'else':
      return { line, labels, body: bindBlock(ctx, node.body) };
    case 'type': {
      const type = resolveType(ctx.project, ctx.owner, labels.type);
      if (!isGenericRecord(subject.type)) throw bindError(labels.type, 'switchNoRecord', shownType(subject.type));
      if (type.kind !== 'sobject') {
        throw bindError(labels.type, 'switchConversion', shownType(type), shownType(subject.type));
      }
      if (isGenericRecord(type)) throw bindError(labels.type, 'switchMatching', shownType(type));
      once(subject, typeName(type), typeName(type));
      return ctx.nested(() => {
        const local = ctx.declareLocal(node, labels.name, type);
        return { line, labels: { kind: 'type', type, local }, body: bindBlock(ctx, node.body) };
      });
    }
    case 'values': {
      const values = labels.values.map((each) => label(ctx, each, subject));
      return { line, labels: { kind: 'values', values }, body: bindBlock(ctx, node.body) };
    }
  }
}

function once({ at, seen }: Subject, key: string, shown: string): void {
  if (seen.has(key)) throw bindError(at, 'switchDuplicate', shown);
  seen.add(key);
}

function label(ctx: BodyContext, node: Expression, subject: Subject): Bound {
  const { type, enumConstants } = subject;
  if (node.kind === 'name' || node.kind === 'dot') {
    if (!enumConstants) {
      // A name must be known before it can be the wrong one.
      bindValue(ctx, node);
      throw bindError(node, 'switchEnum');
    }
    if (node.kind === 'dot') throw bindError(node, 'switchQualified');
    const constant = enumConstants.find((name) => name.toLowerCase() === node.name.toLowerCase());
    if (constant === undefined) throw bindError(node, 'unknownVariable', node.name);
    once(subject, constant, constant);
    const of = type.kind === 'class' ? ctx.project.class(type.name) : undefined;
    return { kind: 'enumConstant', of, platform: of ? undefined : typeName(type), name: constant, type };
  }
  const bound = folded(bindValue(ctx, node));
  if (bound.kind !== 'constant') throw bindError(node, 'switchLiteral');
  if (isGenericRecord(type) && bound.value !== null) throw bindError(node, 'switchRecords');
  const how = conversionOf(ctx, bound, type);
  if (!how) throw bindError(subject.at, 'switchConversion', shownType(bound.type), shownType(type));
  once(subject, bound.value === null ? 'null' : `value ${bound.value}`, String(bound.value));
  const converted = folded(applyConversion(bound, type, how));
  return bound.value === null ? { ...bound, type: T.Null } : converted;
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
