import type { Bound, Temp } from './bound/expressions.js';

/**
 * Goes on behind a target. Behind `a?.b` the rest of the chain belongs to what is skipped when `a` is null; with `safe` a new
 * such chain begins here.
 */
export function navigate(target: Bound, safe: boolean, step: (target: Bound) => Bound): Bound {
  if (target.kind === 'safe') {
    const body = navigate(target.body, safe, step);
    return { ...target, body, type: body.type };
  }
  if (!safe) return step(target);
  const temp: Temp = { type: target.type };
  const body = step({ kind: 'temp', temp, type: target.type });
  return { kind: 'safe', source: target, temp, body, type: body.type };
}
