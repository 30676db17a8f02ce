import { describe, expect, test } from 'vitest';
import { evaluate } from './harness.js';

/** Expression, its value as text, and statements in front of it. */
const cases: Record<string, readonly (readonly [string, string, string?])[]> = {
  integers: [
    ['2147483647 + 1', '-2147483648'],
    ['-2147483647 - 2', '2147483647'],
    ['65536 * 65536', '0'],
    ['7 / 2', '3'],
    ['-7 / 2', '-3'],
    ['Math.mod(-7, 3)', '-1'],
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['5 & 3', '1'],
    ['5 | 3', '7'],
    ['5 ^ 3', '6'],
    ['1 << 33', '2'],
    ['-8 >> 1', '-4'],
    ['-8 >>> 28', '15'],
    ['~5', '-6'],
    ['(n) - 1', '4', 'Integer n = 5;'],
    ['i++ + ++i', '12', 'Integer i = 5;'],
    ['i', '9', 'Integer i = 5; i += 4;'],
    ['i', '20', 'Integer i = 5; i <<= 2;'],
    ['i', '1', 'Integer i = 5; i &= 3;']
  ],
  longs: [
    ['9223372036854775807L + 1', '-9223372036854775808'],
    ['2147483647 + 1L', '2147483648'],
    ['5L / 2', '2'],
    ['l', '3', 'Long l = 2; l++;'],
    ['l + 1', '2147483648', 'Long l = 2147483647;']
  ],
  'doubles and decimals': [
    ['1.0 / 3', '0.333333333333333333333333333333333'],
    ['1.50 + 1', '2.50'],
    ['1.5d + 1', '2.5'],
    ['d * 2', '2.50', 'Decimal d = 1.25;'],
    ['d', '3', 'Decimal d = 3;'],
    ['d', '1.5', 'Double d = 1.5;'],
    ['d + 1L', '2.5', 'Double d = 1.5;'],
    ['(Integer) 3.99', '3'],
    ['(Long) 3.99', '3'],
    ['1 == 1.0', 'true'],
    ['1.10 == 1.1', 'true'],
    ['2 < 2.5', 'true'],
    ['-d', '-1.5', 'Decimal d = 1.5;']
  ],
  strings: [
    ["'a' + 1 + 2", 'a12'],
    ["1 + 2 + 'a'", '3a'],
    ["'a' + null", 'anull'],
    ['s + t', 'nullnull', 'String s; String t;'],
    ['s + 1', 'null1', 'String s;'],
    ["'x' + 1.50 + true + 5L", 'x1.50true5'],
    ["'a' + new List<Integer>{ 1, 2 }", 'a(1, 2)'],
    ['s', 'ab', "String s = 'a'; s += 'b';"],
    ['s', 'null1', 'String s; s += 1;'],
    ["'Abc' == 'aBC'", 'true'],

    ["'Abc' != 'abc'", 'false'],
    ["'Abc'.equals('abc')", 'false'],
    ["'a' < 'B'", 'true'],
    ["'it\\'s \\u0041\\n'", "it's A\n"]
  ],
  'null and comparison': [
    ['i < 5', 'false', 'Integer i;'],
    ['i > 5', 'false', 'Integer i;'],
    ['i == null', 'true', 'Integer i;'],
    ['s == null', 'true', 'String s;'],
    ['null == s', 'true', 'String s;'],
    ['a ?? b', '2', 'Integer a; Integer b = 2;'],
    ["a ?? 'x' + 'y'", 'xy', 'String a;'],
    ['a?.length()', 'null', 'String a;'],
    ['a?.trim().length()', 'null', 'String a;'],
    ['a?.trim().length()', '1', "String a = ' x ';"],
    ["a?.trim().length() == null ? 'none' : 'some'", 'none', 'String a;']
  ],
  booleans: [
    ['true && !false', 'true'],
    ['true ^ true', 'false'],
    ['true & false', 'false'],
    ['false | true', 'true'],
    ["b ? 'y' : 'n'", 'y', 'Boolean b = true;']
  ],
  collections: [
    ['new List<Integer>{ 1, 2 }[1]', '2'],
    ['new Integer[3]', '(null, null, null)'],
    ['new Integer[]{ 4, 5 }', '(4, 5)'],
    ['l', '(9)', 'List<Integer> l = new List<Integer>{ 1 }; l[0] = 9;'],
    ['l', '(5)', 'List<Integer> l = new List<Integer>{ 1 }; l[0] += 4;'],
    ['l', '(2, 1)', 'List<Integer> l = new Integer[2]; Integer i = 0; l[i++] = 2; l[i++] = 1;'],
    ['m', '{a=1, b=2}', "Map<String, Integer> m = new Map<String, Integer>{ 'a' => 1 }; m.put('b', 2);"],
    ['new Set<Integer>{ 1, 1, 2 }.size()', '2'],
    ['new List<Integer>{ 1 } == new List<Integer>{ 1 }', 'true'],
    ['new List<Integer>{ 1 } === new List<Integer>{ 1 }', 'false'],
    ["new Map<Integer, List<String>>{ 1 => new List<String>{ 'a' } }.get(1)[0]", 'a'],
    ['new List<List<Integer>>{ new List<Integer>{ 7 } }[0][0]', '7']
  ],
  types: [
    ['(Object) 1 instanceof Integer', 'true'],
    ["(Object) 'a' instanceof Integer", 'false'],
    ['((Integer) o) + 1', '6', 'Object o = 5;'],
    ['d', '5', 'Object o = 5; Decimal d = (Decimal) o;'],
    ["(Id) '001000000000001'", '001000000000001AAA'],
    ['String.valueOf(1) + String.valueOf(2.50)', '12.50'],
    ['i == s', 'true', "Id i = '001000000000001AAA'; String s = '001000000000001';"],
    ['Integer.class', 'Integer'],
    ['List<String>.class', 'List<String>']
  ]
};

for (const [topic, rows] of Object.entries(cases)) {
  describe(topic, () => {
    const named = rows.map(([expression, expected, before]) => ({ expression, expected, before }));
    test.each(named)('$expression is $expected', async ({ expression, expected, before }) => {
      expect(await evaluate(expression, before)).toBe(expected);
    });
  });
}
