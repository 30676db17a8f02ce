import type { PlatformClassSource } from '../define.js';

/** A text of at least one character, all of which match. */
const all = (pattern: RegExp) => (_tx: unknown, self: string) => pattern.test(self);

/** What kind of characters a text holds (org.apache.commons.lang.StringUtils, which the platform's methods follow). */
export const stringChecks: PlatformClassSource['members'] = {
  'Boolean isAllLowerCase()': all(/^\p{Ll}+$/u),
  'Boolean isAllUpperCase()': all(/^\p{Lu}+$/u),
  'Boolean isAlpha()': all(/^\p{L}+$/u),
  'Boolean isAlphaSpace()': all(/^[\p{L} ]*$/u),
  'Boolean isAlphanumeric()': all(/^[\p{L}\p{Nd}]+$/u),
  'Boolean isAlphanumericSpace()': all(/^[\p{L}\p{Nd} ]*$/u),
  'Boolean isAsciiPrintable()': all(/^[ -~]*$/),
  'Boolean isNumeric()': all(/^\p{Nd}+$/u),
  'Boolean isNumericSpace()': all(/^[\p{Nd} ]*$/u),
  'Boolean isWhitespace()': all(/^\s*$/)
};
