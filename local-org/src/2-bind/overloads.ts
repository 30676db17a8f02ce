import { type ApexType } from '../kernel/types.js';
import { shownType } from './shown-types.js';
import type { Bound } from './bound/expressions.js';
import type { BodyContext } from './body-context.js';
import type { Position } from '../1-parse/ast/index.js';
import { conversion, type Conversion } from './conversion.js';
import { sameParameters } from './declare-members.js';
import { bindError } from './errors.js';
import { applyConversion, conversionOf } from './convert.js';
import { isInterfaceType } from './subtyping.js';

interface Callable {
  readonly params: readonly { readonly type: ApexType }[];
}

export interface Choice<C extends Callable> {
  readonly chosen: C;
  /** The arguments, converted to the parameter types. */
  readonly args: readonly Bound[];
}

interface Fit<C> {
  readonly candidate: C;
  readonly conversions: readonly Conversion[];
}

/**
 * The overload that fits the arguments best. Of the methods of a project (`named`) it is the one that is at least as near as every
 * other in each argument, and an error when there is none; of the library's the one with the smallest sum of distances.
 * Methods and constructors of a project take no Decimal for a Double, though an assignment does.
 */
export function chooseOverload<C extends Callable>(
  ctx: BodyContext,
  candidates: readonly C[],
  args: readonly Bound[],
  named?: { readonly name: string; readonly at: Position }
): Choice<C> | undefined {
  const fits = candidates.flatMap((candidate): Fit<C>[] => {
    const conversions = fit(ctx, candidate, args);
    if (!('member' in candidate) && conversions?.some(({ operation }) => operation === 'decimalToDouble')) return [];
    return conversions ? [{ candidate, conversions }] : [];
  });
  const [first] = fits;
  if (!first) return undefined;
  const best = fits.length === 1 ? first : named ? nearest(fits) : cheapest(ctx, fits);
  if (!best && named) throw bindError(named.at, 'ambiguousMethod', `void ${callText(named.name, args)}`);
  const { candidate, conversions } = best ?? first;
  const converted = args.map((arg, i) => {
    const how = conversions[i];
    const param = candidate.params[i];
    return how && param ? applyConversion(arg, param.type, how) : arg;
  });
  return { chosen: candidate, args: converted };
}

/** The method that no argument speaks against. Of methods with the same parameters the first one hides the others. */
function nearest<C extends Callable>(fits: readonly Fit<C>[]): Fit<C> | undefined {
  return fits.find((one, i) =>
    fits.every((other, j) => {
      if (i === j) return true;
      const costs = one.conversions.map(({ cost }, k) => cost - (other.conversions[k]?.cost ?? 0));
      if (costs.some((difference) => difference > 0)) return false;
      return costs.some((difference) => difference < 0) || (i < j && sameParameters(one.candidate, other.candidate));
    })
  );
}

function cheapest<C extends Callable>(ctx: BodyContext, fits: readonly Fit<C>[]): Fit<C> | undefined {
  let best: (Fit<C> & { readonly cost: number }) | undefined;
  for (const each of fits) {
    const cost = each.conversions.reduce((sum, how) => sum + how.cost, 0);
    const better = !best || cost < best.cost || (cost === best.cost && isNearer(ctx, each, best));
    if (better) best = { ...each, cost };
  }
  return best;
}

/** Of two that cost the same: the one that takes more arguments as they are (`Math.min(Decimal, Integer)`), else the narrower one. */
function isNearer<C extends Callable>(ctx: BodyContext, one: Fit<C>, other: Fit<C>): boolean {
  const exact = ({ conversions }: Fit<C>): number => conversions.filter(({ cost }) => cost === 0).length;
  const difference = exact(one) - exact(other);
  return difference === 0 ? moreSpecific(ctx, one.candidate, other.candidate) : difference > 0;
}

function fit(ctx: BodyContext, candidate: Callable, args: readonly Bound[]): Conversion[] | undefined {
  if (candidate.params.length !== args.length) return undefined;
  const conversions: Conversion[] = [];
  for (const [i, arg] of args.entries()) {
    const param = candidate.params[i];
    const how =
      param && (conversionOf(ctx, arg, param.type) ?? uncheckedArguments(ctx, candidate, arg.type, param.type));
    if (!how) return undefined;
    conversions.push(how);
  }
  return conversions;
}

/** Methods of a project take an Iterable, Iterator or Comparator whatever it is of: the platform does not look at their arguments. */
function uncheckedArguments(
  ctx: BodyContext,
  candidate: Callable,
  from: ApexType,
  to: ApexType
): Conversion | undefined {
  if ('member' in candidate || from.kind !== 'platform' || to.kind !== 'platform' || from.name !== to.name)
    return undefined;
  return from.args.length > 0 && isInterfaceType(ctx.project, to) ? { cost: 30 } : undefined;
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
  return `${name}(${args.map(({ type }) => shownType(type)).join(', ')})`;
}
