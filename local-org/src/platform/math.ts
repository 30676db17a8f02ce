import { Big, type BigDecimal, RoundingMode } from 'bigdecimal.js';
import { ApexDouble } from '../kernel/scalars.js';
import { required } from '../runtime/arguments.js';
import { decimalToDouble, doubleToDecimal, toDecimal, toInteger, toLong } from '../runtime/conversion.js';
import { mathException } from '../runtime/exceptions.js';
import { platformClass, type PlatformClassSource } from './define.js';

type D = ApexDouble | null;
type M = BigDecimal | null;

const double = (value: number): ApexDouble => new ApexDouble(value);
const of = (value: D): number => required(value, 1).value;
/** The Decimal overloads of the transcendental functions compute in double precision, as the platform's do. */
const viaDouble = (value: M, compute: (x: number) => number): BigDecimal =>
  doubleToDecimal(double(compute((decimalToDouble(required(value, 1)) as ApexDouble).value))) as BigDecimal;

/** Both overloads of a function of one number. */
const both = (name: string, param: string, compute: (x: number) => number): PlatformClassSource['members'] => ({
  [`static Decimal ${name}(Decimal ${param})`]: (_tx, value: M) => viaDouble(value, compute),
  [`static Double ${name}(Double ${param})`]: (_tx, value: D) => double(compute(of(value)))
});

function halfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

export const mathClass = platformClass({
  name: 'System.Math',
  members: {
    'static Double PI {get}': { get: () => double(Math.PI) },
    'static Double E {get}': { get: () => double(Math.E) },
    'static Decimal abs(Decimal decimalValue)': (_tx, value: M) => required(value, 1).abs(),
    'static Double abs(Double doubleValue)': (_tx, value: D) => double(Math.abs(of(value))),
    'static Integer abs(Integer integerValue)': (_tx, value: number | null) => Math.abs(required(value, 1)) | 0,
    'static Long abs(Long longValue)': (_tx, value: bigint | null) => {
      const v = required(value, 1);
      return BigInt.asIntN(64, v < 0n ? -v : v);
    },
    ...both('acos', 'decimalAngle', Math.acos),
    ...both('asin', 'decimalAngle', Math.asin),
    ...both('atan', 'decimalAngle', Math.atan),
    'static Decimal atan2(Decimal xCoordinate, Decimal yCoordinate)': (_tx, x: M, y: M) =>
      viaDouble(x, (left) => Math.atan2(left, required(y, 2).numberValue())),
    'static Double atan2(Double xCoordinate, Double yCoordinate)': (_tx, x: D, y: D) =>
      double(Math.atan2(of(x), required(y, 2).value)),
    ...both('cbrt', 'decimalValue', Math.cbrt),
    'static Decimal ceil(Decimal decimalValue)': (_tx, value: M) =>
      required(value, 1).setScale(0, RoundingMode.CEILING),
    'static Double ceil(Double doubleValue)': (_tx, value: D) => double(Math.ceil(of(value))),
    ...both('cos', 'decimalAngle', Math.cos),
    ...both('cosh', 'decimalAngle', Math.cosh),
    ...both('exp', 'exponentDecimal', Math.exp),
    'static Decimal floor(Decimal decimalValue)': (_tx, value: M) => required(value, 1).setScale(0, RoundingMode.FLOOR),
    'static Double floor(Double doubleValue)': (_tx, value: D) => double(Math.floor(of(value))),
    ...both('log', 'decimalValue', Math.log),
    ...both('log10', 'decimalValue', Math.log10),
    'static Decimal max(Decimal decimalValue1, Decimal decimalValue2)': (_tx, a: M, b: M) =>
      required(a, 1).compareTo(required(b, 2)) >= 0 ? a : b,
    'static Double max(Double doubleValue1, Double doubleValue2)': (_tx, a: D, b: D) =>
      double(Math.max(of(a), required(b, 2).value)),
    'static Integer max(Integer integerValue1, Integer integerValue2)': (_tx, a: number | null, b: number | null) =>
      Math.max(required(a, 1), required(b, 2)),
    'static Long max(Long longValue1, Long longValue2)': (_tx, a: bigint | null, b: bigint | null) =>
      required(a, 1) >= required(b, 2) ? a : b,
    'static Decimal min(Decimal decimalValue1, Decimal decimalValue2)': (_tx, a: M, b: M) =>
      required(a, 1).compareTo(required(b, 2)) <= 0 ? a : b,
    'static Double min(Double doubleValue1, Double doubleValue2)': (_tx, a: D, b: D) =>
      double(Math.min(of(a), required(b, 2).value)),
    'static Integer min(Integer integerValue1, Integer integerValue2)': (_tx, a: number | null, b: number | null) =>
      Math.min(required(a, 1), required(b, 2)),
    'static Long min(Long longValue1, Long longValue2)': (_tx, a: bigint | null, b: bigint | null) =>
      required(a, 1) <= required(b, 2) ? a : b,
    'static Integer mod(Integer integerValue1, Integer integerValue2)': (_tx, a: number | null, b: number | null) => {
      if (required(b, 2) === 0) throw mathException('Divide by 0');
      return (required(a, 1) % (b as number)) | 0;
    },
    'static Long mod(Long longValue1, Long longValue2)': (_tx, a: bigint | null, b: bigint | null) => {
      if (required(b, 2) === 0n) throw mathException('Divide by 0');
      return required(a, 1) % (b as bigint);
    },
    'static Double pow(Double doubleValue, Double exponent)': (_tx, a: D, b: D) =>
      double(Math.pow(of(a), required(b, 2).value)),
    'static Double random()': () => double(Math.random()),
    'static Decimal rint(Decimal decimalValue)': (_tx, value: M) =>
      required(value, 1).setScale(0, RoundingMode.HALF_EVEN),
    'static Double rint(Double doubleValue)': (_tx, value: D) => double(halfEven(of(value))),
    // The Double overload rounds halves up (Math.round of Java), the Decimal one to even; see the page of each.
    'static Integer round(Double doubleValue)': (_tx, value: D) => toInteger(double(Math.floor(of(value) + 0.5))),
    'static Integer round(Decimal decimalValue)': (_tx, value: M) =>
      toInteger(required(value, 1).setScale(0, RoundingMode.HALF_EVEN)),
    'static Long roundToLong(Decimal decimalValue)': (_tx, value: M) =>
      toLong(required(value, 1).setScale(0, RoundingMode.HALF_EVEN)),
    'static Long roundToLong(Double doubleValue)': (_tx, value: D) => toLong(double(Math.floor(of(value) + 0.5))),
    'static Decimal signum(Decimal decimalValue)': (_tx, value: M) => toDecimal(required(value, 1).signum()) ?? Big(0),
    'static Double signum(Double doubleValue)': (_tx, value: D) => double(Math.sign(of(value))),
    ...both('sin', 'decimalAngle', Math.sin),
    ...both('sinh', 'decimalAngle', Math.sinh),
    ...both('sqrt', 'decimalValue', Math.sqrt),
    ...both('tan', 'decimalAngle', Math.tan),
    ...both('tanh', 'decimalAngle', Math.tanh)
  }
});
