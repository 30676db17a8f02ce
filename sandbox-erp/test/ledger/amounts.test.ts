import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  extend,
  fromBase,
  parseScaled,
  proportion,
  toBase,
  toDecimalText,
  toNumber
} from '../../src/ledger/amounts.js';

describe('parseScaled', () => {
  it.each([
    ['12450', 2, 1245000],
    ['1.005', 2, 101],
    ['-1.005', 2, -101],
    ['1.0049999', 2, 100],
    ['.5', 2, 50],
    ['1e3', 2, 100000],
    ['1.5e-3', 5, 150],
    ['-0', 2, 0],
    ['0.1', 5, 10000]
  ])('reads %s with %d decimals as %d', (text, scale, expected) => {
    expect(parseScaled(text, scale)).toBe(expected);
  });

  it.each(['', '.', 'abc', '1,000', '1e99', '99999999999999999', '--1', '1 2'])('refuses %j', (text) => {
    expect(parseScaled(text, 2)).toBeUndefined();
  });
});

describe('amounts', () => {
  it('rounds a line half away from zero to the cent', () => {
    expect(extend(300_000, 33_500)).toBe(101);
    expect(extend(-300_000, 33_500)).toBe(-101);
  });

  it('keeps every cent when an amount is shown and read again', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (cents) => parseScaled(toDecimalText(cents, 2), 2) === cents));
  });

  it('shows cents as the shortest JSON number', () => {
    expect(JSON.stringify([toNumber(1245000, 2), toNumber(-5, 2), toNumber(9650000, 5)])).toBe('[12450,-0.05,96.5]');
  });

  it('converts to the base currency and back without losing a cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }), (cents) => {
        expect(fromBase(toBase(cents, 1_270_000), 1_270_000)).toBe(cents);
      })
    );
  });

  it('takes proportions of negative wholes', () => {
    expect([proportion(1000, 1, 3), proportion(1000, -1, -3), proportion(-1000, 1, 3), proportion(1, 1, 0)]).toEqual([
      333, 333, -333, 0
    ]);
  });
});
