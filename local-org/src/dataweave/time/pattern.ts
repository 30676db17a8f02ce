import { WeaveError } from '../errors.js';

/** A pattern of java.time.format.DateTimeFormatter: letters with their count, and plain text. */
export type PatternPart = { readonly letter: string; readonly count: number } | string;

export function patternParts(pattern: string): PatternPart[] {
  const parts: PatternPart[] = [];
  for (const [whole, quoted, letters] of pattern.matchAll(/'((?:[^']|'')*)'|(([A-Za-z])\3*)|[^A-Za-z']/g)) {
    if (quoted !== undefined) parts.push(quoted === '' ? "'" : quoted.replaceAll("''", "'"));
    else if (letters !== undefined) parts.push({ letter: letters[0] ?? '', count: letters.length });
    else if (whole !== '[' && whole !== ']') parts.push(whole);
  }
  return parts;
}

export const months = 'January February March April May June July August September October November December'.split(
  ' '
);
/** Monday first, as ISO counts. */
export const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

export const badLetter = (letter: string): WeaveError => new WeaveError(`Unknown pattern letter: ${letter}`);
