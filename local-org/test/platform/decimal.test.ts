import { table } from './table.js';

const page = 'Apex Reference Guide, "Decimal Class"';
const math = 'Apex Reference Guide, "Math Class"';

table('Decimal', [
  ['0.1 + 0.2', '0.3', 'Apex Developer Guide, "Primitive Data Types"'],
  ['1.10 + 2.2', '3.30', 'java.math.BigDecimal.add'],
  ['1.10 * 2.0', '2.200', 'java.math.BigDecimal.multiply'],
  ['10.00 / 4', '2.50', 'java.math.BigDecimal.divide: the preferred scale'],
  ['1.0 / 3', '0.333333333333333333333333333333333'],
  ['2.0 / 3', '0.666666666666666666666666666666667'],
  ['1.0 / 0', 'System.MathException: Divide by 0'],
  ['5.245.setScale(2)', '5.24', 'https://www.issacc.com/something-about-rounding/'],
  ['5.235.setScale(2)', '5.24', 'https://www.issacc.com/something-about-rounding/'],
  ['5.245.setScale(2, RoundingMode.HALF_UP)', '5.25', page],
  ['(-5.5).round(RoundingMode.UP)', '-6', page],
  ['5.5.round(RoundingMode.CEILING)', '6', page],
  ['(-1.1).round(RoundingMode.CEILING)', '-1', page],
  ['(-1.1).round(RoundingMode.FLOOR)', '-2', page],
  ['(-2.7).round(RoundingMode.DOWN)', '-2', page],
  ['5.5.round(RoundingMode.HALF_DOWN)', '5', page],
  ['5.5.round(RoundingMode.HALF_EVEN)', '6', page],
  ['2.5.round()', '2', page],
  ['4.5.round(RoundingMode.UNNECESSARY)', 'System.MathException: Rounding necessary'],
  ['19.0.divide(100.0, 3)', '0.190', page],
  [
    'Decimal.valueOf(5).divide(3, 30)',
    '1.666666666666666666666666666667',
    'Salesforce Stack Exchange, "Apex Division Losing Precision"'
  ],
  ['1.0.divide(0, 2)', 'System.MathException: Divide by 0'],
  ['4.12.pow(2)', '16.9744', page],
  ['123456.7.precision()', '7', page],
  ['0.003.scale()', '3', page],
  ['1.2300.stripTrailingZeros()', '1.23', page],
  ['12345.6789.toPlainString()', '12345.6789', page],
  ["Decimal.valueOf('1E+3').toPlainString()", '1000', page],
  ["Decimal.valueOf('0.0000001')", '1E-7', 'java.math.BigDecimal.toString'],
  ["Decimal.valueOf('abc')", 'System.TypeException: Invalid decimal: abc'],
  ['Decimal.valueOf(3.14159265d)', '3.14159265', page],
  ['1.1 == 1.10', 'true', page],
  ['new Set<Decimal>{1.1, 1.10}.size()', '2', page],
  ['3.99.intValue()', '3', page],
  ['(-3.99).longValue()', '-3', page],
  ['1234567.891.format()', '1,234,567.891', page],
  ['(-5).format()', '-5', page],
  ['1234567.format()', '1,234,567', page]
]);

table('Math', [
  ['Math.abs(-42)', '42', math],
  ['Math.abs(-42.7)', '42.7', math],
  ['Math.ceil(4.1)', '5', math],
  ['Math.floor(-4.1)', '-5', math],
  ['Math.max(3, 6)', '6', math],
  ['Math.min(-1.5, 1.25)', '-1.5', math],
  ['Math.mod(-7, 3)', '-1', math],
  ['Math.mod(12, 0)', 'System.MathException: Divide by 0'],
  ['Math.pow(2.0, 10)', '1024.0', math],
  ['Math.round(4.5)', '4', math],
  ['Math.round(5.5)', '6', math],
  ['Math.roundToLong(4.7d)', '5', math],
  ['Math.signum(-12.3)', '-1', math],
  ['Math.sqrt(16.0d)', '4.0', math],
  ['Math.log10(1000.0d)', '3.0', math]
]);

table('Integer, Long, Double and Boolean', [
  ['2147483647 + 1', '-2147483648', 'java.lang.Integer'],
  ['7 / 2', '3', 'Apex Developer Guide, "Expression Operators"'],
  ['5 / 0', 'System.MathException: Divide by 0'],
  ["Integer.valueOf('123')", '123'],
  ["Integer.valueOf('12.3')", 'System.TypeException: Invalid integer: 12.3'],
  ["Integer.valueOf('2147483648')", 'System.TypeException: Invalid integer: 2147483648'],
  ['Integer.valueOf(3.7)', '3'],
  ['Integer.valueOf((Object) null)', 'null', 'SFDO-Community/declarative-lookup-rollup-summaries, RollupService'],
  ["Integer.valueOf((Object) '123.00')", '123', 'a public suite'],
  ["Long.valueOf('123.00')", '123', 'a public suite'],
  ["Long.valueOf('9223372036854775807') + 1", '-9223372036854775808'],
  ["Double.valueOf('1e8')", '1.0E8', 'java.lang.Double.toString'],
  ["Double.valueOf('x')", 'System.TypeException: Invalid double: x'],
  ['4.5d.round()', '5', 'Apex Reference Guide, "Double Class"'],
  ['4.9d.intValue()', '4'],
  ["Boolean.valueOf('TRUE')", 'true'],
  ["Boolean.valueOf('yes')", 'false'],
  ['1 == 1.0', 'true'],
  ['1L == 1', 'true']
]);
