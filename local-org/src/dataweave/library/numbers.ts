import { Big } from 'bigdecimal.js';
import { WeaveError } from '../errors.js';
import { number, numberText, type WeaveValue } from '../values.js';
import { intOf, numberOf, ofText, type Functions } from './define.js';

function fromRadix(text: string, radix: number): WeaveValue {
  const negative = text.startsWith('-');
  let total = 0n;
  for (const digit of text.replace(/^-/, '')) {
    const value = Number.parseInt(digit, radix);
    if (Number.isNaN(value)) throw new WeaveError(`${text} is no number of base ${radix}`);
    total = total * BigInt(radix) + BigInt(value);
  }
  return Big(negative ? -total : total);
}

const toRadix = (value: WeaveValue, radix: number): WeaveValue =>
  value === null ? null : BigInt(numberText(numberOf(value, 'toRadixNumber')).split('.')[0] ?? '0').toString(radix);

/** dw::core::Numbers */
export const numbersModule: Functions = {
  fromBinary: [1, ofText((text) => fromRadix(text, 2))],
  fromHex: [1, ofText((text) => fromRadix(text, 16))],
  fromRadixNumber: [2, ofText((text, radix) => fromRadix(text, intOf(radix ?? null, 'fromRadixNumber')))],
  toBinary: [1, (value) => toRadix(value, 2)],
  toHex: [1, (value) => toRadix(value, 16)],
  toRadixNumber: [2, (value, radix) => toRadix(value, intOf(radix ?? null, 'toRadixNumber'))]
};

const plain = (value: WeaveValue, name: string): number => Number(numberOf(value, name).toPlainString());
const ofDouble = (name: string, run: (value: number) => number): Functions[string] => [
  1,
  (value) => {
    const result = run(plain(value, name));
    return Number.isFinite(result) ? number(result) : null;
  }
];

/** dw::util::Math. What has no result is null: the language has NaN there. */
export const mathFunctions: Functions = {
  acos: ofDouble('acos', Math.acos),
  asin: ofDouble('asin', Math.asin),
  atan: ofDouble('atan', Math.atan),
  cos: ofDouble('cos', Math.cos),
  sin: ofDouble('sin', Math.sin),
  tan: ofDouble('tan', Math.tan),
  log10: ofDouble('log10', Math.log10),
  logn: ofDouble('logn', Math.log),
  toDegrees: ofDouble('toDegrees', (value) => (value * 180) / Math.PI),
  toRadians: ofDouble('toRadians', (value) => (value * Math.PI) / 180)
};
