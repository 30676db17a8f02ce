import type { SqlValue } from '../store/connection.js';
import { familyOf } from './encoding.js';
import type { Expression } from './scope.js';

export interface Folded {
  readonly sql: string;
  fold(value: SqlValue): SqlValue;
}

/**
 * SQLite ignores the case of ASCII letters only. Where the values to compare with have other letters, the capital of each of
 * them is replaced in the column as well: `É` is `é`, and neither is `e`.
 */
export function withoutCase(left: Expression, values: readonly SqlValue[]): Folded {
  const asIs: Folded = { sql: left.sql, fold: (value) => value };
  if (familyOf(left.shape) !== 'text' || left.shape.caseSensitive) return asIs;
  const letters = new Set<string>();
  for (const value of values) {
    if (typeof value !== 'string') continue;
    for (const letter of value.match(/[^\0-\x7f]/gu) ?? []) {
      const [small, capital] = [letter.toLowerCase(), letter.toUpperCase()];
      // A letter like `ß`, whose capital is two letters, has no other case here.
      if (small !== capital && small.length === capital.length) letters.add(small);
    }
  }
  if (letters.size === 0) return asIs;
  let sql = left.sql;
  for (const letter of letters) sql = `replace(${sql}, '${letter.toUpperCase()}', '${letter}')`;
  const fold = (value: SqlValue) => (typeof value === 'string' ? value.replace(/[^\0-\x7f]/gu, lowered) : value);
  return { sql: `(${sql} COLLATE NOCASE)`, fold };
}

const lowered = (letter: string): string =>
  letter.toLowerCase().length === letter.toUpperCase().length ? letter.toLowerCase() : letter;
