import { type BigDecimal, RoundingMode } from 'bigdecimal.js';
import type { ApexEnumValue, ApexValue } from '../kernel/object.js';
import type { ApexDouble } from '../kernel/scalars.js';
import { required } from '../runtime/arguments.js';
import { toDecimal, toDouble, toInteger, toLong } from '../runtime/conversion.js';
import { sameValue } from '../runtime/equality.js';
import { mathException } from '../runtime/exceptions.js';
import { hashOf } from '../runtime/hash.js';
import { platformClass } from './define.js';
import { formatNumber } from './number-format.js';
import { orNull, parseDecimal } from './number-parsing.js';

type Mode = ApexEnumValue | null;

const modes: Readonly<Record<string, RoundingMode>> = {
  UP: RoundingMode.UP,
  DOWN: RoundingMode.DOWN,
  CEILING: RoundingMode.CEILING,
  FLOOR: RoundingMode.FLOOR,
  HALF_UP: RoundingMode.HALF_UP,
  HALF_DOWN: RoundingMode.HALF_DOWN,
  HALF_EVEN: RoundingMode.HALF_EVEN,
  UNNECESSARY: RoundingMode.UNNECESSARY
};

const modeOf = (mode: Mode, position: number): RoundingMode =>
  modes[required(mode, position).name] ?? RoundingMode.HALF_EVEN;

/** Runs a computation of the decimal library; its refusal to round (UNNECESSARY) is a MathException. */
function rounding(compute: () => BigDecimal): BigDecimal {
  try {
    return compute();
  } catch (error) {
    if (error instanceof RangeError) throw mathException('Rounding necessary');
    throw error;
  }
}

/** The scales that the platform takes (Apex Reference, "Decimal Class", setScale): -32 to 33. */
function scaleOf(scale: number | null, position: number): number {
  const value = required(scale, position);
  if (value < -32 || value > 33) throw mathException('Scale must be between -33 and 33');
  return value;
}

function divide(self: BigDecimal, divisor: BigDecimal | null, scale: number | null, mode: RoundingMode): BigDecimal {
  const by = required(divisor, 1);
  if (by.signum() === 0) throw mathException('Divide by 0');
  return rounding(() => self.divide(by, scaleOf(scale, 2), mode));
}

export const decimalClass = platformClass({
  name: 'System.Decimal',
  members: {
    'static Decimal valueOf(Double doubleToDecimal)': (_tx, value: ApexDouble | null) => parseDecimal(value),
    'static Decimal valueOf(Long longToDecimal)': (_tx, value: bigint | null) => parseDecimal(value),
    'static Decimal valueOf(String stringToDecimal)': (_tx, value: string | null) => parseDecimal(value),
    'static Decimal valueOf(Object fieldValue)': (_tx, value: ApexValue) => orNull(value, parseDecimal),
    'Decimal abs()': (_tx, self: BigDecimal) => self.abs(),
    'Decimal divide(Decimal divisor, Integer scale)': (
      _tx,
      self: BigDecimal,
      divisor: BigDecimal | null,
      scale: number | null
    ) => divide(self, divisor, scale, RoundingMode.HALF_EVEN),
    'Decimal divide(Decimal divisor, Integer scale, RoundingMode roundingMode)': (
      _tx,
      self: BigDecimal,
      divisor: BigDecimal | null,
      scale: number | null,
      mode: Mode
    ) => divide(self, divisor, scale, modeOf(mode, 3)),
    'Double doubleValue()': (_tx, self: BigDecimal) => toDouble(self),
    'Boolean equals(Object other)': (tx, self: BigDecimal, other: ApexValue) => sameValue(tx, self, other),
    'String format()': (tx, self: BigDecimal) => formatNumber(tx.user, self.toPlainString()),
    'Integer hashCode()': (tx, self: BigDecimal) => hashOf(tx, self),
    'Integer intValue()': (_tx, self: BigDecimal) => toInteger(self),
    'Long longValue()': (_tx, self: BigDecimal) => toLong(self),
    'Decimal pow(Integer exponent)': (_tx, self: BigDecimal, exponent: number | null) => {
      const power = required(exponent, 1);
      if (power < 0 || power > 32767) throw mathException('Invalid exponent');
      return self.pow(power);
    },
    'Integer precision()': (_tx, self: BigDecimal) => Math.max(self.precision(), self.scale()),
    'Long round()': (_tx, self: BigDecimal) => toLong(self.setScale(0, RoundingMode.HALF_EVEN)),
    'Long round(RoundingMode roundingMode)': (_tx, self: BigDecimal, mode: Mode) =>
      toLong(rounding(() => self.setScale(0, modeOf(mode, 1)))),
    'Integer scale()': (_tx, self: BigDecimal) => self.scale(),
    'Decimal setScale(Integer scale)': (_tx, self: BigDecimal, scale: number | null) =>
      self.setScale(scaleOf(scale, 1), RoundingMode.HALF_EVEN),
    'Decimal setScale(Integer scale, RoundingMode roundingMode)': (
      _tx,
      self: BigDecimal,
      scale: number | null,
      mode: Mode
    ) => rounding(() => self.setScale(scaleOf(scale, 1), modeOf(mode, 2))),
    'Decimal stripTrailingZeros()': (_tx, self: BigDecimal) => self.stripTrailingZeros(),
    'Decimal decimalValue()': (_tx, self: BigDecimal) => toDecimal(self),
    'String toPlainString()': (_tx, self: BigDecimal) => self.toPlainString(),
    'String toString()': (_tx, self: BigDecimal) => self.toString()
  }
});
