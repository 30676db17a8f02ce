import type { Bound } from './bound/expressions.js';

/** The expression with its line, unless it has one. The chain behind `?.` stands where its last member does. */
export function placed(bound: Bound, line: number): Bound {
  bound.line ??= line;
  if (bound.kind === 'safe') placed(bound.body, line);
  return bound;
}
