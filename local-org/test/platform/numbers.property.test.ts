import { Big, type BigDecimal } from 'bigdecimal.js';
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

const decimals: fc.Arbitrary<Exact> = fc
  .tuple(fc.bigInt(-(10n ** 18n), 10n ** 18n), fc.integer({ min: 0, max: 9 }))
  .map(([numerator, scale]) => ({ decimal: Big(numerator, scale), numerator, scale }));

const power = (exponent: number): bigint => 10n ** BigInt(exponent);
const shifted = (value: Exact, scale: number): bigint => value.numerator * power(scale - value.scale);
const integers = fc.integer({ min: -2147483648, max: 2147483647 });

describe('Decimal arithmetic against exact fractions', () => {
  it('adds and subtracts at the larger scale without losing a digit', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const scale = Math.max(a.scale, b.scale);

        const sum = decimalAdd(a.decimal, b.decimal);
        const difference = decimalSubtract(a.decimal, b.decimal);

        expect([sum.unscaledValue(), sum.scale()]).toEqual([shifted(a, scale) + shifted(b, scale), scale]);
        expect([difference.unscaledValue(), difference.scale()]).toEqual([
          shifted(a, scale) - shifted(b, scale),
          scale
        ]);
      })
    );
  });

  it('multiplies to the sum of the scales', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const product = decimalMultiply(a.decimal, b.decimal);

        expect([product.unscaledValue(), product.scale()]).toEqual([a.numerator * b.numerator, a.scale + b.scale]);
      })
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
          const size = (value: bigint) => (value < 0n ? -value : value);
          expect(size(2n * distance) <= size(denominator)).toBe(true);
          expect(quotient.precision()).toBeLessThanOrEqual(33);
        }
      )
    );
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
