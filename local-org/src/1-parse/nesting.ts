import type { Position } from './ast/index.js';

/**
 * How deep brackets may be nested. The parser calls itself for each level, and how far the stack of a process reaches hangs on the
 * machine and on what was compiled before (cold code fails from about 900 levels of blocks): a bound well below gives the same
 * answer everywhere. No Apex that a person or a generator writes comes near it.
 */
const mostNested = 500;

/** Texts and comments are passed over, brackets are counted. */
const parts = /'(?:\\.|[^'\\\n])*'|\/\/.*|\/\*[^]*?\*\/|(?<opening>[({[])|(?<closing>[)}\]])/g;

/** The first bracket that is nested deeper than can be compiled; undefined in any other source. */
export function tooDeep(source: string): Position | undefined {
  let depth = 0;
  for (const { index, groups } of source.matchAll(parts)) {
    if (groups?.['opening'] !== undefined && ++depth > mostNested) return positionAt(source, index);
    if (groups?.['closing'] !== undefined) depth--;
  }
  return undefined;
}

function positionAt(source: string, index: number): Position {
  const lines = source.slice(0, index).split('\n');
  return { line: lines.length, column: (lines[lines.length - 1] ?? '').length + 1 };
}
