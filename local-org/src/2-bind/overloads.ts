import { typeName, type ApexType } from '../kernel/types.js';
import type { Bound } from './bound/expressions.js';
import type { BodyContext } from './body-context.js';
import type { Position } from '../1-parse/ast/index.js';
import { conversion, type Conversion } from './conversion.js';
import { bindError } from './errors.js';
import { applyConversion, conversionOf } from './convert.js';

interface Callable {
  readonly params: readonly { readonly type: ApexType }[];
}

export interface Choice<C extends Callable> {
  readonly chosen: C;
  /** The arguments, converted to the parameter types. */
  readonly args: readonly Bound[];
}

/** Two candidates that no argument tells apart. */
const sameFit = (a: readonly Conversion[], b: readonly Conversion[]): boolean =>
  a.every((each, i) => each.cost === b[i]?.cost);

/**
 * The overload whose parameters fit the arguments best: the smallest sum of conversion costs, then the more specific one. A `null`
 * that several methods of the project take alike is refused (`named`); the library's own overloads are not asked for that.
 */
export function chooseOverload<C extends Callable>(
  ctx: BodyContext,
  candidates: readonly C[],
  args: readonly Bound[],
  named?: { readonly name: string; readonly at: Position }
): Choice<C> | undefined {
  let best: { candidate: C; conversions: Conversion[]; cost: number } | undefined;
  let rival: C | undefined;
  for (const candidate of candidates) {
    const conversions = fit(ctx, candidate, args);
    if (!conversions) continue;
    const cost = conversions.reduce((sum, each) => sum + each.cost, 0);
    const better = !best || cost < best.cost || (cost === best.cost && moreSpecific(ctx, candidate, best.candidate));
    if (best && cost === best.cost && sameFit(conversions, best.conversions)) rival = best.candidate;
    else if (better) rival = undefined;
    if (better) best = { candidate, conversions, cost };
  }
  if (!best) return undefined;
  if (rival && named && args.some((arg) => arg.type.kind === 'null')) {
    const { at, name } = named;
    throw bindError(at, 'ambiguousMethod', `void ${callText(name, args).replaceAll(/\bnull\b/g, 'NULL')}`);
  }
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
