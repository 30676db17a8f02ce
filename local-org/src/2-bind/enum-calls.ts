import type { CallExpression } from '../1-parse/ast/index.js';
import { listOf, T } from '../kernel/types.js';
import type { Bound } from './bound/expressions.js';
import type { BodyContext } from './body-context.js';
import { convertTo } from './convert.js';
import type { ClassSymbol } from './symbols.js';

/** `Color.values()`, `Color.valueOf('RED')`. */
export function enumStaticCall(
  ctx: BodyContext,
  of: ClassSymbol,
  node: CallExpression,
  args: readonly Bound[]
): Bound | undefined {
  const [text] = args;
  switch (node.name.toLowerCase()) {
    case 'values':
      return text ? undefined : { kind: 'enumOperation', operation: 'values', of, type: listOf(of.type) };
    case 'valueof':
      if (!text || args.length > 1) return undefined;
      return {
        kind: 'enumOperation',
        operation: 'valueOf',
        of,
        operand: convertTo(ctx, text, T.String, node),
        type: of.type
      };
    default:
      return undefined;
  }
}

/** The signature of a static method of an enum, as messages show it. */
export function enumStaticSignature(of: ClassSymbol, name: string, args: number): string | undefined {
  switch (name.toLowerCase()) {
    case 'values':
      return args === 0 ? `List<${of.name}> ${of.name}.values()` : undefined;
    case 'valueof':
      return args === 1 ? `${of.name} ${of.name}.valueOf(String)` : undefined;
    default:
      return undefined;
  }
}

/** `color.name()`, `color.ordinal()`. */
export function enumInstanceCall(
  of: ClassSymbol,
  operand: Bound,
  node: CallExpression,
  args: readonly Bound[]
): Bound | undefined {
  if (args.length > 0) return undefined;
  switch (node.name.toLowerCase()) {
    case 'name':
      return { kind: 'enumOperation', operation: 'name', of, operand, type: T.String };
    case 'ordinal':
      return { kind: 'enumOperation', operation: 'ordinal', of, operand, type: T.Integer };
    default:
      return undefined;
  }
}
