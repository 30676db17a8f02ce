import { table } from './table.js';

const big = 'java.math.BigDecimal';
const page = 'Apex Reference Guide, "Decimal Class"';
const modes = 'java.math.RoundingMode, the table of rounding operations';
const numbers = 'java.text.DecimalFormat';

table('Decimal: scale and precision of results', [
  ['1.00 + 1', '2.00', `${big}.add: the larger scale`],
  ['1.5 - 1.50', '0.00', `${big}.subtract: the larger scale`],
  ['1.20 * 1.30', '1.5600', `${big}.multiply: the sum of the scales`],
  ['0.00 * 5', '0.00', `${big}.multiply`],
  ['9.00 / 3.0', '3.0', `${big}.divide: the preferred scale is the difference`],
  ['1.0 / 4', '0.25', `${big}.divide: as many digits as an exact quotient needs`],
  ['1 / 3.0', '0.333333333333333333333333333333333', 'Salesforce Stack Exchange, "Apex Division Losing Precision"'],
  ['10.0 / 3', '3.33333333333333333333333333333333', '33 digits in all'],
  ['-2.0 / 3', '-0.666666666666666666666666666666667', 'rounded half up'],
  ['1.0 / 7 * 7', '1.000000000000000000000000000000001', 'a seventh is rounded up in its last digit'],
  ['(0.1 + 0.2) * 10', '3.0', 'Apex Developer Guide, "Primitive Data Types"'],
  ['-(1.50)', '-1.50', `${big}.negate`],
  ['1.50.abs()', '1.50', page],
  ['0.1 + 0.2 == 0.3', 'true', 'Apex Developer Guide, "Primitive Data Types"'],
  ['1.10.scale()', '2', page],
  ['Decimal.valueOf(100L).scale()', '0', page],
  ['123.45.precision()', '5', page],
  ['123.123.precision()', '6', page],
  ["Decimal.valueOf('1.2E+5').scale()", '-4', `${big}: a number with an exponent`],
  ['2.5.pow(2)', '6.25', page],
  ['2.0.pow(10).intValue()', '1024', page],
  ['1.5.pow(0)', '1', page],
  ['0.5.pow(3)', '0.125', `${big}.pow`],
  ['1.10.pow(2)', '1.2100', `${big}.pow: the scale times the exponent`]
]);

table('Decimal: setScale', [
  ['Decimal.valueOf(5L).setScale(2)', '5.00', page],
  ['5.455.setScale(2)', '5.46', `${page}: half even`],
  ['5.445.setScale(2)', '5.44', `${page}: half even`],
  ['5.44501.setScale(2)', '5.45', `${page}: half even`],
  ['-5.445.setScale(2)', '-5.44', `${page}: half even`],
  ["Decimal.valueOf('4000').setScale(-3)", '4E+3', `${page}: 4*10^3`],
  ["Decimal.valueOf('4499').setScale(-3).toPlainString()", '4000', page],
  ['1.5.setScale(33).scale()', '33', page],
  ['1.5.setScale(34)', 'System.MathException: Scale must be between -33 and 33', page],
  ['1.25.setScale(1, RoundingMode.UP)', '1.3', page],
  ['1.21.setScale(1, RoundingMode.UP)', '1.3', page],
  ['1.29.setScale(1, RoundingMode.DOWN)', '1.2', page],
  ['(-1.29).setScale(1, RoundingMode.CEILING)', '-1.2', page],
  ['(-1.21).setScale(1, RoundingMode.FLOOR)', '-1.3', page],
  ['1.25.setScale(1, RoundingMode.HALF_DOWN)', '1.2', page],
  ['1.26.setScale(1, RoundingMode.HALF_DOWN)', '1.3', page],
  ['1.25.setScale(1, RoundingMode.HALF_UP)', '1.3', page],
  ['1.20.setScale(1, RoundingMode.UNNECESSARY)', '1.2', page],
  ['1.21.setScale(1, RoundingMode.UNNECESSARY)', 'System.MathException: Rounding necessary', page]
]);

/** The inputs of the Java table of rounding operations, and what each mode makes of them. */
const rounded: Readonly<Record<string, readonly string[]>> = {
  UP: ['6', '3', '2', '2', '1', '-1', '-2', '-2', '-3', '-6'],
  DOWN: ['5', '2', '1', '1', '1', '-1', '-1', '-1', '-2', '-5'],
  CEILING: ['6', '3', '2', '2', '1', '-1', '-1', '-1', '-2', '-5'],
  FLOOR: ['5', '2', '1', '1', '1', '-1', '-2', '-2', '-3', '-6'],
  HALF_UP: ['6', '3', '2', '1', '1', '-1', '-1', '-2', '-3', '-6'],
  HALF_DOWN: ['5', '2', '2', '1', '1', '-1', '-1', '-2', '-2', '-5'],
  HALF_EVEN: ['6', '2', '2', '1', '1', '-1', '-1', '-2', '-2', '-6']
};
const inputs = ['5.5', '2.5', '1.6', '1.1', '1.0', '-1.0', '-1.1', '-1.6', '-2.5', '-5.5'];

table(
  'Decimal: rounding modes',
  Object.entries(rounded).flatMap(([mode, results]) =>
    results.map((result, i) => [`(${inputs[i]}).round(RoundingMode.${mode})`, result, modes] as const)
  )
);

table('Decimal: texts', [
  ["Decimal.valueOf('12.3E+7')", '1.23E+8', `${big}.toString`],
  ["Decimal.valueOf('1.23E+3')", '1.23E+3', `${big}.toString`],
  ["Decimal.valueOf('1.23E-5')", '0.0000123', `${big}.toString: no exponent as small as that`],
  ["Decimal.valueOf('0.00000012')", '1.2E-7', `${big}.toString`],
  ["Decimal.valueOf('-1.50')", '-1.50', big],
  ["Decimal.valueOf('+1.5')", '1.5', big],
  ["Decimal.valueOf('.5')", '0.5', big],
  ["Decimal.valueOf('5.')", '5', big],
  ["Decimal.valueOf('007.10')", '7.10', big],
  ["Decimal.valueOf('1.23E-9').toPlainString()", '0.00000000123', page],
  ["Decimal.valueOf('1E+10').toPlainString()", '10000000000', page],
  ["Decimal.valueOf('1,000')", 'System.TypeException: Invalid decimal: 1,000'],
  ["Decimal.valueOf('')", 'System.TypeException: Invalid decimal: '],
  ["Decimal.valueOf('1.5d')", 'System.TypeException: Invalid decimal: 1.5d'],
  ['Decimal.valueOf((String) null)', 'System.NullPointerException: Argument cannot be null.'],
  ['Decimal.valueOf(12345678901L)', '12345678901', page],
  ['Decimal.valueOf(1.0d)', '1.0', page],
  ['Decimal.valueOf(0.1d)', '0.1', page],

  ['100.00.stripTrailingZeros()', '1E+2', `${big}.stripTrailingZeros`],
  ['0.00.stripTrailingZeros()', '0', `${big}.stripTrailingZeros`],
  ['1.50.stripTrailingZeros()', '1.5', page],
  ["'' + 1.50", '1.50', big],
  ['String.valueOf(-0.5)', '-0.5', big],
  ['1234567.8915.format()', '1,234,567.892', `${numbers}: three decimals`],
  ['0.0005.format()', '0', `${numbers}: three decimals, half even`],
  ['0.0015.format()', '0.002', `${numbers}: three decimals, half even`],
  ['1.50.format()', '1.5', numbers],
  ['(-1234.5).format()', '-1,234.5', numbers]
]);

table('Decimal: conversions and comparisons', [
  ['1.99.intValue()', '1', page],
  ['(-1.99).intValue()', '-1', page],
  ['2147483648.5.longValue()', '2147483648', page],
  ['1.25.doubleValue()', '1.25', page],
  ['12.5.round()', '12', `${page}: half even`],
  ['13.5.round()', '14', `${page}: half even`],
  ['(-12.5).round()', '-12', `${page}: half even`],
  ['1.0 == 1.00', 'true', page],
  ['1.0.equals(1.00)', 'true', page],
  ['1.1 < 1.10', 'false', page],
  ['1.2 > 1.1', 'true', page],
  ['1.5 == 1.5d', 'true', 'Apex Developer Guide, "Expression Operators"'],
  ['1 == 1.0 && 1L == 1.0d', 'true', 'Apex Developer Guide, "Expression Operators"'],
  ["new Map<Decimal, String>{1.0 => 'a', 1.00 => 'b'}.size()", '2', page],
  ['5.0.divide(2, 0)', '2', `${page}: half even`],
  ['7.0.divide(2, 0)', '4', `${page}: half even`],
  ['1.0.divide(3, 5)', '0.33333', page],
  ['2.0.divide(3, 2, RoundingMode.DOWN)', '0.66', page],
  ['2.0.divide(3, 2, RoundingMode.UNNECESSARY)', 'System.MathException: Rounding necessary', page],
  ['1.0.divide(0, 2)', 'System.MathException: Divide by 0', page],
  ['1.0.divide(null, 2)', 'System.NullPointerException: Argument cannot be null.']
]);
