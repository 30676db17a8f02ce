import { Big, RoundingMode, type BigDecimal } from 'bigdecimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApexDouble } from '../../src/kernel/scalars.js';
import {
  decimalAdd,
  decimalDivide,
  decimalMultiply,
  decimalSubtract,
  integerAdd,
  integerDivide,
  integerMultiply,
  longMultiply
} from '../../src/runtime/arithmetic.js';
import { compareNumbers } from '../../src/runtime/comparison.js';
import { doubleText } from '../../src/runtime/number-text.js';

/** A Decimal beside the exact fraction that it stands for. */
interface Exact {
  readonly decimal: BigDecimal;
  readonly numerator: bigint;
  readonly scale: number;
}

const power = (exponent: number): bigint => 10n ** BigInt(exponent);

/** The value's numerator at a larger scale. */
const shifted = (value: Exact, scale: number): bigint => value.numerator * power(scale - value.scale);
const size = (value: bigint): bigint => (value < 0n ? -value : value);

/** Numbers of every length, many of them close to where a JavaScript number ends to be exact, to powers of ten and to halves. */
const numerators: fc.Arbitrary<bigint> = fc
  .tuple(
    fc.constantFrom(1n, -1n),
    fc.oneof(
      fc.bigInt(0n, 10n ** 18n),
      fc.bigInt(0n, 2n ** 53n),
      fc.bigInt(0n, 100_000n),
      fc
        .tuple(
          fc.constantFrom(2n ** 53n, 2n ** 52n, 2n ** 31n, 10n ** 15n, 10n ** 16n, 5n * 10n ** 15n),
          fc.nat({ max: 10 }),
          fc.bigInt(-20n, 20n)
        )
        .map(([edge, digits, off]) => edge / power(digits) + off)
    )
  )
  .map(([sign, size]) => sign * size);

const scales = fc.integer({ min: 0, max: 9 });
const exact = (numerator: bigint, scale: number): Exact => ({ decimal: Big(numerator, scale), numerator, scale });
const decimals: fc.Arbitrary<Exact> = fc.tuple(numerators, scales).map(([n, scale]) => exact(n, scale));

/** Two decimals, now and then almost the same or almost opposite, so that next to nothing remains of their sum or difference. */
const pairs: fc.Arbitrary<readonly [Exact, Exact]> = fc
  .tuple(decimals, decimals, fc.constantFrom(0n, 1n, -1n), fc.bigInt(-1n, 1n))
  .map(([a, b, sign, off]) => {
    const scale = Math.max(a.scale, b.scale);
    return [a, sign === 0n ? b : exact((sign * shifted(a, scale)) / power(scale - b.scale) + off, b.scale)];
  });

/** What a rounding sees of a quotient that is not whole: its remainder twice, less the divisor; the digit before it; the sign. */
interface Remainder {
  readonly half: bigint;
  readonly odd: boolean;
  readonly negative: boolean;
}

/** Mode → whether the last digit goes one away from zero. Apex Reference, "RoundingMode Enum". */
const roundings = {
  UP: () => true,
  DOWN: () => false,
  CEILING: ({ negative }: Remainder) => !negative,
  FLOOR: ({ negative }: Remainder) => negative,
  HALF_UP: ({ half }: Remainder) => half >= 0n,
  HALF_DOWN: ({ half }: Remainder) => half > 0n,
  HALF_EVEN: ({ half, odd }: Remainder) => half > 0n || (half === 0n && odd)
};

/** Property tests of arithmetic are cheap: more cases than usual. */
const often = { numRuns: 3000 };

const integers = fc.integer({ min: -2147483648, max: 2147483647 });

describe('Decimal arithmetic against exact fractions', () => {
  it('adds and subtracts at the larger scale without losing a digit', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const scale = Math.max(a.scale, b.scale);

        const sum = decimalAdd(a.decimal, b.decimal);
        const difference = decimalSubtract(a.decimal, b.decimal);

        expect([sum.unscaledValue(), sum.scale()]).toEqual([shifted(a, scale) + shifted(b, scale), scale]);
        expect([difference.unscaledValue(), difference.scale()]).toEqual([
          shifted(a, scale) - shifted(b, scale),
          scale
        ]);
        expect(sum.toString()).toBe(exact(shifted(a, scale) + shifted(b, scale), scale).decimal.toString());
      }),
      often
    );
  });

  it('orders Decimals by value, also those that arithmetic has made', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const scale = Math.max(a.scale, b.scale);
        const sign = (value: bigint) => (value < 0n ? -1 : value > 0n ? 1 : 0);
        const order = (x: BigDecimal, y: BigDecimal | number) => Math.sign(compareNumbers(x, y)) + 0;
        const difference = decimalSubtract(a.decimal, b.decimal);

        expect(order(a.decimal, b.decimal)).toBe(sign(shifted(a, scale) - shifted(b, scale)));
        expect(order(difference, b.decimal)).toBe(sign(shifted(a, scale) - 2n * shifted(b, scale)));
        expect(order(difference, 0)).toBe(sign(shifted(a, scale) - shifted(b, scale)));
      }),
      often
    );
  });

  it.each(Object.entries(roundings))('rounds %s as its name says', (name, isUp) => {
    const mode = RoundingMode[name as keyof typeof roundings];
    fc.assert(
      fc.property(decimals, scales, decimals, (a, scale, b) => {
        const expected = (numerator: bigint, denominator: bigint): bigint => {
          const [n, d] = [size(numerator), size(denominator)];
          const negative = numerator < 0n !== denominator < 0n;
          const whole = n / d;
          const up = n % d !== 0n && isUp({ half: 2n * (n % d) - d, odd: whole % 2n === 1n, negative });
          return (negative ? -1n : 1n) * (whole + (up ? 1n : 0n));
        };

        expect(a.decimal.setScale(scale, mode).unscaledValue()).toBe(
          expected(a.numerator * power(scale), power(a.scale))
        );
        if (b.numerator !== 0n)
          expect(a.decimal.divide(b.decimal, scale, mode).unscaledValue()).toBe(
            expected(a.numerator * power(b.scale) * power(scale), b.numerator * power(a.scale))
          );
      }),
      often
    );
  });

  it('multiplies to the sum of the scales', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const product = decimalMultiply(a.decimal, b.decimal);

        expect([product.unscaledValue(), product.scale()]).toEqual([a.numerator * b.numerator, a.scale + b.scale]);
      }),
      often
    );
  });

  it('divides to within half a unit of the 33rd significant digit', () => {
    fc.assert(
      fc.property(
        decimals,
        decimals.filter((value) => value.numerator !== 0n),
        (a, b) => {
          const quotient = decimalDivide(a.decimal, b.decimal);

          // |q - a/b| ≤ ½ · 10^-scale, brought to whole numbers by the common denominator.
          const scale = Math.max(quotient.scale(), 0);
          const q = quotient.setScale(scale).unscaledValue();
          const numerator = a.numerator * power(b.scale) * power(scale);
          const denominator = b.numerator * power(a.scale);
          const distance = q * denominator - numerator;
          expect(size(2n * distance) <= size(denominator)).toBe(true);
          expect(quotient.precision()).toBeLessThanOrEqual(33);
        }
      ),
      often
    );
  });

  it('takes a remainder just below half of an odd divisor for less than half', () => {
    const quotient = Big('450359962.7370496').divide(Big('9007199254740.993'), 1, RoundingMode.HALF_UP);

    expect(quotient.toString()).toBe('0.0');
  });

  it('orders numbers of all types by value', () => {
    fc.assert(
      fc.property(integers, integers, (a, b) => {
        const order = Math.sign(a - b);

        expect(Math.sign(compareNumbers(a, Big(b)))).toBe(order);
        expect(Math.sign(compareNumbers(BigInt(a), new ApexDouble(b)))).toBe(order);
        expect(Math.sign(compareNumbers(Big(a, 0), BigInt(b)))).toBe(order);
      })
    );
  });
});

describe('Integer and Long arithmetic', () => {
  it('wraps at 32 and 64 bits', () => {
    fc.assert(
      fc.property(integers, integers, (a, b) => {
        expect(integerAdd(a, b)).toBe(Number(BigInt.asIntN(32, BigInt(a) + BigInt(b))));
        expect(integerMultiply(a, b)).toBe(Number(BigInt.asIntN(32, BigInt(a) * BigInt(b))));
        if (b !== 0) expect(integerDivide(a, b)).toBe(Number(BigInt.asIntN(32, BigInt(a) / BigInt(b))));
      })
    );
    fc.assert(
      fc.property(fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n), fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n), (a, b) => {
        expect(longMultiply(a, b)).toBe(BigInt.asIntN(64, a * b));
      })
    );
  });
});

it('a Double shows itself in digits that read back as the same Double', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(Object.is(Number(doubleText(value)), value)).toBe(true);
      expect(doubleText(value)).toMatch(/^-?\d+\.\d+(?:E-?\d+)?$/);
    })
  );
});
