import { table } from './table.js';

const operators = 'Apex Developer Guide, "Expression Operators"';
const java = 'java.lang';

table('Integer', [
  ['2147483647 + 1', '-2147483648', `${java}.Integer: 32 bits`],
  ['-2147483647 - 2', '2147483647', `${java}.Integer: 32 bits`],
  ['65536 * 65536', '0', `${java}.Integer: 32 bits`],
  ['46341 * 46341', '-2147479015', `${java}.Integer: 32 bits`],
  ['-7 / 2', '-3', `${java}.Integer: cut toward zero`],
  ['Math.mod(-7, 2)', '-1', `${java}.Integer: the sign of the dividend`],
  ['1 / 0', 'System.MathException: Divide by 0', operators],
  ['5 & 3', '1', operators],
  ['5 | 3', '7', operators],
  ['5 ^ 3', '6', operators],
  ['1 << 31', '-2147483648', operators],
  ['1 << 33', '2', `${java}.Integer: the low five bits of the count`],
  ['-8 >> 1', '-4', operators],
  ['-8 >>> 28', '15', operators],
  ["Integer.valueOf('-12')", '-12'],
  ["Integer.valueOf('+12')", '12'],
  ["Integer.valueOf('012')", '12'],
  ["Integer.valueOf(' 12')", 'System.TypeException: Invalid integer:  12'],
  ["Integer.valueOf('')", 'System.TypeException: Invalid integer: '],
  ["Integer.valueOf('1e3')", 'System.TypeException: Invalid integer: 1e3'],
  ["Integer.valueOf('2147483647')", '2147483647'],
  ["Integer.valueOf('-2147483649')", 'System.TypeException: Invalid integer: -2147483649'],
  ['Integer.valueOf((String) null)', 'System.NullPointerException: Argument cannot be null.'],
  ['Integer.valueOf(-3.99)', '-3', 'Apex Reference Guide, "Integer Class"'],
  ['1234567.format()', '1,234,567', 'Apex Reference Guide, "Integer Class"'],
  ['Integer.MAX_VALUE', '2147483647', `${java}.Integer`],
  ['42.hashCode()', '42', `${java}.Integer.hashCode`]
]);

table('Long', [
  ['9223372036854775807L + 1', '-9223372036854775808', `${java}.Long: 64 bits`],
  ['2147483647L + 1', '2147483648', operators],
  ['3000000000L * 4', '12000000000', operators],
  ['-7L / 2', '-3', `${java}.Long: cut toward zero`],
  ['1L / 0', 'System.MathException: Divide by 0', operators],
  ['1L << 40', '1099511627776', operators],
  ['-1L >>> 60', '15', operators],
  ['(3000000000L).intValue()', '-1294967296', `${java}.Long.intValue`],
  ["Long.valueOf('9223372036854775808')", 'System.TypeException: Invalid long: 9223372036854775808'],
  ["Long.valueOf('x')", 'System.TypeException: Invalid long: x'],
  ['123456789012L.format()', '123,456,789,012', 'Apex Reference Guide, "Long Class"'],
  ['4294967296L.hashCode()', '1', `${java}.Long.hashCode`],
  ['Math.abs(-9223372036854775807L)', '9223372036854775807', `${java}.Math.abs`]
]);

table('Double', [
  ['0.1d + 0.2d', '0.30000000000000004', `${java}.Double`],
  ['1.0d / 3', '0.3333333333333333', `${java}.Double`],
  ['1.0d / 0', 'System.MathException: Divide by 0', operators],
  ["Double.valueOf('1e7')", '1.0E7', `${java}.Double.toString`],
  ['9999999.0d', '9999999.0', `${java}.Double.toString`],
  ['0.001d', '0.001', `${java}.Double.toString`],
  ['0.0001d', '1.0E-4', `${java}.Double.toString`],
  ['123456789.125d', '1.23456789125E8', `${java}.Double.toString`],
  ['-0.5d', '-0.5', `${java}.Double.toString`],
  ["Double.valueOf('1.5')", '1.5'],
  ["Double.valueOf('abc')", 'System.TypeException: Invalid double: abc'],
  ['Double.valueOf((String) null)', 'System.NullPointerException: Argument cannot be null.'],
  ['(2.5d).round()', '3', 'Apex Reference Guide, "Double Class"'],
  ['(-2.5d).round()', '-2', `${java}.Math.round: half up`],
  ['(1.9d).intValue()', '1', 'Apex Reference Guide, "Double Class"'],
  ['(-1.9d).longValue()', '-1', 'Apex Reference Guide, "Double Class"'],
  ['(1234567.891d).format()', '1,234,567.891', 'Apex Reference Guide, "Double Class"'],
  ['(1.5d).hashCode() == (1.5d).hashCode()', 'true', `${java}.Double.hashCode`]
]);

table('Boolean', [
  ["Boolean.valueOf('true')", 'true', 'Apex Reference Guide, "Boolean Class"'],
  ["Boolean.valueOf('True ')", 'false', 'Apex Reference Guide, "Boolean Class"'],
  ['Boolean.valueOf((Object) true)', 'true', 'Apex Reference Guide, "Boolean Class"'],
  ['true ^ true', 'false', operators]
]);

table('Math', [
  ['Math.ceil(-4.9)', '-4', `${java}.Math.ceil`],
  ['Math.floor(4.9d)', '4.0', `${java}.Math.floor`],
  ['Math.rint(2.5d)', '2.0', `${java}.Math.rint`],
  ['Math.rint(3.5)', '4', `${java}.Math.rint`],
  ['Math.round(2.5)', '2', 'Apex Reference Guide, "Math Class": half even for Decimal'],
  ['Math.round(-2.5)', '-2', 'Apex Reference Guide, "Math Class": half even for Decimal'],
  ['Math.round(3.5)', '4', 'Apex Reference Guide, "Math Class"'],
  ['Math.roundToLong(4.5)', '4', 'Apex Reference Guide, "Math Class": half even for Decimal'],
  ['Math.abs(-2147483647)', '2147483647', `${java}.Math.abs`],
  ['Math.max(1, 2L)', '2', `${java}.Math.max`],
  ['Math.min(1.5, 2)', '1.5', `${java}.Math.min`],
  ['Math.min(Decimal.valueOf(7), 2).setScale(1)', '2.0', 'the overload that takes more arguments as they are'],
  ['Math.mod(7L, -3L)', '1', `${java}.Long: the sign of the dividend`],
  ['Math.pow(2, 0.5d)', '1.4142135623730951', `${java}.Math.pow`],
  ['Math.sqrt(2.0d)', '1.4142135623730951', `${java}.Math.sqrt`],
  ['Math.cbrt(27.0d)', '3.0', `${java}.Math.cbrt`],
  ['Math.exp(0.0d)', '1.0', `${java}.Math.exp`],
  ['Math.log(1.0d)', '0.0', `${java}.Math.log`],
  ['Math.signum(-2.5d)', '-1.0', `${java}.Math.signum`],
  ['Math.atan2(0.0d, 1.0d)', '0.0', `${java}.Math.atan2`],
  ['Math.random() < 1', 'true', `${java}.Math.random`],
  ['Math.abs((Decimal) null)', 'System.NullPointerException: Argument cannot be null.']
]);
