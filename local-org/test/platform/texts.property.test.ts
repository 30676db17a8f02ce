import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { javaRegex, replaceAll, split } from '../../src/runtime/regex.js';
import { doubleText } from '../../src/runtime/number-text.js';
import { stringHash } from '../../src/runtime/hash.js';

const words = fc.string({ unit: fc.constantFrom('a', 'b', '.', ',', '$', '\\', '(', ' ', 'é', '😀'), maxLength: 12 });
const quoted = (text: string): string => `\\Q${text.replaceAll('\\E', '\\E\\\\E\\Q')}\\E`;

describe('splitting and joining', () => {
  it('gives the text back when all parts are kept', () => {
    fc.assert(
      fc.property(words, fc.constantFrom(',', '.', 'a', '$', '\\'), (text, separator) => {
        expect(split(text, quoted(separator), -1).join(separator)).toBe(text);
      })
    );
  });

  it('drops nothing but empty parts at the end otherwise', () => {
    fc.assert(
      fc.property(words, (text) => {
        const all = split(text, ',', -1);
        const kept = split(text, ',', 0);

        expect(all.slice(0, kept.length)).toEqual(kept);
        expect(all.slice(kept.length).every((part) => part === '')).toBe(true);
      })
    );
  });

  it('never makes more parts than allowed', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 5 }), (text, limit) => {
        const parts = split(text, ',', limit);

        expect(parts.length).toBeLessThanOrEqual(limit);
        expect(parts.join(',')).toBe(text);
      })
    );
  });
});

describe('a quoted pattern', () => {
  it('matches its own text and nothing else', () => {
    fc.assert(
      fc.property(words, words, (text, other) => {
        const regex = javaRegex(`(?:${quoted(text)})(?![\\s\\S])`, 'y');

        expect(regex.test(text)).toBe(true);
        regex.lastIndex = 0;
        expect(regex.test(other)).toBe(other === text);
      })
    );
  });

  it('is replaced as the plain text is', () => {
    fc.assert(
      fc.property(
        words,
        words.filter((part) => part !== ''),
        (text, part) => {
          expect(replaceAll(text, quoted(part), '<>')).toBe(text.replaceAll(part, '<>'));
        }
      )
    );
  });
});

describe('numbers and hashes', () => {
  it('a Double is its text', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(doubleText(value))).toBe(value);
        expect(doubleText(value)).toMatch(/^-?\d+\.\d+(E-?\d+)?$/);
      })
    );
  });

  it('the hash of a text is the polynomial of its characters, in 32 bits', () => {
    fc.assert(
      fc.property(words, (text) => {
        let sum = 0n;
        for (let i = 0; i < text.length; i++) sum = sum * 31n + BigInt(text.charCodeAt(i));

        expect(stringHash(text)).toBe(Number(BigInt.asIntN(32, sum)));
      })
    );
  });
});
