import { Big, type BigDecimal, MathContext, RoundingMode } from 'bigdecimal.js';
import { WeaveError } from '../errors.js';
import { isArray, number, type WeaveValue } from '../values.js';
import { arrayOf, numberOf, type Engine, type Functions } from './define.js';

const sum = (values: WeaveValue, name: string): BigDecimal =>
  arrayOf(values, name).reduce<BigDecimal>((total, item) => total.add(numberOf(item, name)), Big(0));

function average(values: WeaveValue): WeaveValue {
  if (!isArray(values) || values.length === 0) throw new WeaveError('avg needs an array of numbers that is not empty');
  return sum(values, 'avg').divideWithMathContext(number(values.length), MathContext.DECIMAL128);
}

/** The sign is that of the dividend. */
function modulo(left: WeaveValue, right: WeaveValue): WeaveValue {
  const divisor = numberOf(right, 'mod');
  if (divisor.signum() === 0) throw new WeaveError('Division by zero');
  return numberOf(left, 'mod').remainder(divisor);
}

function power(base: WeaveValue, exponent: WeaveValue): WeaveValue {
  const [a, b] = [numberOf(base, 'pow'), Number(numberOf(exponent, 'pow').toPlainString())];
  if (Number.isInteger(b) && b >= 0 && b < 10_000) return a.pow(b);
  return number(Number(a.toPlainString()) ** b);
}

const rounded = (mode: RoundingMode, name: string) => (value: WeaveValue) => numberOf(value, name).setScale(0, mode);
const isWhole = (value: BigDecimal): boolean => value.stripTrailingZeros().scale() <= 0;
const isOddNumber = (value: WeaveValue, name: string): boolean => {
  const plain = numberOf(value, name);
  return isWhole(plain) && plain.remainder(number(2)).signum() !== 0;
};

/** Functions of dw::Core on numbers. */
export const numberFunctions = ({ random }: Engine): Functions => ({
  abs: [1, (value) => numberOf(value, 'abs').abs()],
  avg: [1, average],
  ceil: [1, rounded(RoundingMode.CEILING, 'ceil')],
  floor: [1, rounded(RoundingMode.FLOOR, 'floor')],
  // Half up, as the documentation has it for 1.5 and 3.5; -1.5 becomes -1.
  round: [1, (value) => numberOf(value, 'round').add(number('0.5')).setScale(0, RoundingMode.FLOOR)],
  mod: [2, modulo],
  pow: [2, power],
  sqrt: [1, (value) => numberOf(value, 'sqrt').sqrt(MathContext.DECIMAL128)],
  sum: [1, (values) => sum(values, 'sum')],
  isEven: [1, (value) => isWhole(numberOf(value, 'isEven')) && !isOddNumber(value, 'isEven')],
  isOdd: [1, (value) => isOddNumber(value, 'isOdd')],
  isInteger: [1, (value) => isWhole(numberOf(value, 'isInteger'))],
  isDecimal: [1, (value) => !isWhole(numberOf(value, 'isDecimal'))],
  random: [0, () => number(random())],
  randomInt: [1, (bound) => number(Math.floor(random() * Number(numberOf(bound, 'randomInt').toPlainString())))]
});
