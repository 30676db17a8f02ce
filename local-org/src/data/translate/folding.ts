import type { SqlValue } from '../store/connection.js';
import { familyOf, type Shape } from './encoding.js';
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

/** Letters beyond ASCII whose case a sort and a grouping ignore: Latin, Greek and Cyrillic. */
const smallLetters = [...codes([0xe0, 0xfe], [0x100, 0x24f], [0x3ac, 0x3ce], [0x430, 0x45f])]
  .map((code) => String.fromCharCode(code))
  .filter((small) => small !== small.toUpperCase() && small.toUpperCase().toLowerCase() === small)
  .join('');

function* codes(...bounds: readonly (readonly [number, number])[]): Iterable<number> {
  for (const [first, last] of bounds) for (let code = first; code <= last; code++) yield code;
}

/** A text in capitals. One of ASCII letters alone, which is as long in bytes, is spared the walk over its letters. */
export function capitalsSql(sql: string): string {
  const letter = `substr(${sql}, i, 1)`;
  const capital = `substr('${smallLetters.toUpperCase()}', nullif(instr('${smallLetters}', ${letter}), 0), 1)`;
  const places = `WITH RECURSIVE place(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM place WHERE i < length(${sql}))`;
  const walked = `(${places} SELECT group_concat(coalesce(${capital}, upper(${letter})), '') FROM place)`;
  return `(CASE WHEN octet_length(${sql}) = length(${sql}) THEN upper(${sql}) ELSE ${walked} END)`;
}

const freeTexts: ReadonlySet<Shape['type']> = new Set(['string', 'url', 'email', 'phone']);

/** By what values are told apart: free texts without regard to case. The values of the other types are of one spelling. */
export function withoutCaseKey(shape: Shape, sql: string): string {
  return freeTexts.has(shape.type) && !shape.caseSensitive ? `${capitalsSql(sql)} COLLATE BINARY` : sql;
}
