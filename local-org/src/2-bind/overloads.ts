import { typeName, type ApexType } from '../kernel/types.js';
import type { Bound } from './bound/expressions.js';
import type { BodyContext } from './body-context.js';
import { conversion, type Conversion } from './conversion.js';
import { applyConversion, conversionOf } from './convert.js';

interface Callable {
  readonly params: readonly { readonly type: ApexType }[];
}

export interface Choice<C extends Callable> {
  readonly chosen: C;
  /** The arguments, converted to the parameter types. */
  readonly args: readonly Bound[];
}

/** The overload whose parameters fit the arguments best: the smallest sum of conversion costs, then the more specific one. */
export function chooseOverload<C extends Callable>(
  ctx: BodyContext,
  candidates: readonly C[],
  args: readonly Bound[]
): Choice<C> | undefined {
  let best: { candidate: C; conversions: Conversion[]; cost: number } | undefined;
  for (const candidate of candidates) {
    const conversions = fit(ctx, candidate, args);
    if (!conversions) continue;
    const cost = conversions.reduce((sum, each) => sum + each.cost, 0);
    const better = !best || cost < best.cost || (cost === best.cost && moreSpecific(ctx, candidate, best.candidate));
    if (better) best = { candidate, conversions, cost };
  }
  if (!best) return undefined;
  const { candidate, conversions } = best;
  const converted = args.map((arg, i) => {
    const how = conversions[i];
    const param = candidate.params[i];
    return how && param ? applyConversion(arg, param.type, how) : arg;
  });
  return { chosen: candidate, args: converted };
}

function fit(ctx: BodyContext, candidate: Callable, args: readonly Bound[]): Conversion[] | undefined {
  if (candidate.params.length !== args.length) return undefined;
  const conversions: Conversion[] = [];
  for (const [i, arg] of args.entries()) {
    const param = candidate.params[i];
    const how = param && conversionOf(ctx, arg, param.type);
    if (!how) return undefined;
    conversions.push(how);
  }
  return conversions;
}

function moreSpecific(ctx: BodyContext, a: Callable, b: Callable): boolean {
  return a.params.every((param, i) => {
    const other = b.params[i];
    const there = other && conversion(ctx.project, param.type, other.type);
    const back = other && conversion(ctx.project, other.type, param.type);
    return there !== undefined && (back === undefined || there.cost <= back.cost);
  });
}

/** `foo(Integer, String)` as messages show a call. */
export function callText(name: string, args: readonly Bound[]): string {
  return `${name}(${args.map((arg) => typeName(arg.type)).join(', ')})`;
}
