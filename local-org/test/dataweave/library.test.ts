import { describe, expect, test } from 'vitest';
import { valueOf } from './run.js';

/** A row a function, with the meaning that the DataWeave function reference gives it (dw::Core and the other modules). */
describe('dw::Core', () => {
  test.each([
    ['abs(-2.5)', '2.5'],
    ['avg([1, 1000])', '500.5'],
    ['[ceil(1.5), floor(1.5), round(1.5), round(1.2)]', '[2,1,2,1]'],
    ['[3 mod 2, 2.2 mod 2, -5 mod 3]', '[1,0.2,-2]'],
    ['2 pow 10', '1024'],
    ['sqrt(25)', '5'],
    ['sum([1, 2.5])', '3.5'],
    ['[isEven(4), isOdd(3), isInteger(1.0), isDecimal(1.1)]', '[true,true,true,true]'],
    ['[max([1, 3, 2]), min(["b", "a"]), max([])]', '[3,"a",null]'],
    ['[{ n: 1 }, { n: 3 }] maxBy $.n', '{"n":3}'],
    ['[{ n: 1 }, { n: 3 }] minBy $.n', '{"n":1}'],
    ['["jose", "pedro"] map (value, index) -> { (index): value }', '[{"0":"jose"},{"1":"pedro"}]'],
    ['[[1, 2], [3]] flatMap $', '[1,2,3]'],
    ['flatten([1, [2, [3]]])', '[1,2,[3]]'],
    ['{ a: 1, b: 2 } mapObject (v, k, i) -> { (upper(k)): v + i }', '{"A":1,"B":3}'],
    ['{ a: 1, b: 2 } filterObject (v, k, i) -> v > 1', '{"b":2}'],
    ['[9, 2, 3] filter ($ > 2)', '[9,3]'],
    ['null filter $', 'null'],
    ['"hello" filter $ != "l"', '"heo"'],
    ['[2, 3] reduce ($ + $$)', '5'],
    ['["a", "b"] reduce (item, acc = "z") -> acc ++ item', '"zab"'],
    ['[] reduce $', 'null'],
    [
      '[{ n: "a", l: 1 }, { n: "b", l: 2 }, { n: "c", l: 1 }] groupBy $.l mapObject { ($$): $.n }',
      '{"1":["a","c"],"2":["b"]}'
    ],
    ['{ a: 1, b: 2, c: 1 } groupBy $', '{"1":{"a":1,"c":1},"2":{"b":2}}'],
    ['[3, 1, 2] orderBy -$', '[3,2,1]'],
    ['{ b: 2, a: 1 } orderBy $$', '{"a":1,"b":2}'],
    ['[0, 1, 2, 2, 1] distinctBy $', '[0,1,2]'],
    ['{ a: "b", a: "b", c: "d" } distinctBy $', '{"a":"b","c":"d"}'],
    ['{ a: 1, b: 2 } pluck (v, k, i) -> [k, v, i]', '[["a",1,0],["b",2,1]]'],
    ['[0, 1] zip ["a", "b", "c"]', '[[0,"a"],[1,"b"]]'],
    ['unzip([[0, "a"], [1, "b"]])', '[[0,1],["a","b"]]'],
    ['[keysOf({ a: 1 }), namesOf({ a: 1 }), valuesOf({ a: 1 })]', '[["a"],["a"],[1]]'],
    ['entriesOf({ a: 1 })', '[{"key":"a","value":1,"attributes":{}}]'],
    ['[1, "x", true] joinBy "-"', '"1-x-true"'],
    ['"a,b,,c" splitBy ","', '["a","b","","c"]'],
    ['"192.88.99.0" splitBy /[.]/', '["192","88","99","0"]'],
    ['splitBy("a-b-c", "-", 2)', '["a","b-c"]'],
    ['"123-456" replace /(\\d)\\d/ with $[1] ++ "x"', '"1x3-4x6"'],
    ['"987-65" replace "-" with ""', '"98765"'],
    ['["Bond", "James", "Bond"] find "Bond"', '[0,2]'],
    ['"I heart DataWeave" find /\\w*ea\\w*(\\b)/', '[[2,7],[8,17]]'],
    ['"aabccdbce" find "a"', '[0,1]'],
    ['[[1, 2] contains 2, "mule" contains "ul", "mule" contains /x/, null contains 1]', '[true,true,false,false]'],
    ['["a-b" matches /\\w-\\w/, "a-b-" matches /\\w-\\w/]', '[true,false]'],
    ['"me@x.com" match /([a-z]*)@([a-z]*).com/', '["me@x.com","me","x"]'],
    ['"a1b22" scan /[a-z](\\d+)/', '[["a1","1"],["b22","22"]]'],
    ['[upper("a"), lower("B"), trim(" c "), "abc" startsWith "a", "abc" endsWith "x"]', '["A","b","c",true,false]'],
    ['[indexOf("abcb", "b"), lastIndexOf("abcb", "b"), indexOf([1, 2], 3)]', '[1,3,-1]'],
    ['[sizeOf([1, 2]), sizeOf({ a: 1 }), sizeOf("héé"), sizeOf(null)]', '[2,1,3,0]'],
    ['[isEmpty([]), isEmpty({}), isEmpty(""), isEmpty(null), isEmpty([1])]', '[true,true,true,true,false]'],
    ['[isBlank(" "), isBlank(null), isBlank("a")]', '[true,true,false]'],
    [
      '[typeOf(1), typeOf("a"), typeOf([]), typeOf({}), typeOf(null), typeOf(|2020-01-01|)]',
      '["Number","String","Array","Object","Null","Date"]'
    ],
    ['typeOf("a") == String', 'true'],
    ['now()', '"2026-03-10T18:30:00Z"'],
    ['sizeOf(uuid())', '36'],
    ['[random(), randomInt(10)]', '[0.5,5]'],
    ['[isLeapYear(|2020-01-01|), isLeapYear(|2021-01-01|)]', '[true,false]'],
    ['daysBetween("2016-10-01T23:57:59-03:00", "2017-10-01T23:57:59-03:00")', '365'],
    ['["a", "b"] then { first: $[0] }', '{"first":"a"}'],
    ['null onNull "empty"', '"empty"'],
    ['[1, 2] dw::Core::map $ + 1', '[2,3]']
  ])('%s is %s', (expression, expected) => {
    expect(valueOf(expression)).toBe(expected);
  });
});

describe('dw::core::Strings', () => {
  test.each([
    ['camelize("customer_first_name")', '"customerFirstName"'],
    ['capitalize("customer_first_name")', '"Customer First Name"'],
    ['dasherize("customerFirst NAME")', '"customer-first-name"'],
    ['underscore("customerFirst-Name")', '"customer_first_name"'],
    [
      '["box", "cat", "deer", "die", "person", "datum", "city"] map pluralize($)',
      '["boxes","cats","deer","dice","people","data","cities"]'
    ],
    ['["boxes", "cats", "people", "cities"] map singularize($)', '["box","cat","person","city"]'],
    ['[1, 2, 3, 11, 22, 103] map ordinalize($)', '["1st","2nd","3rd","11th","22nd","103rd"]'],
    ['[leftPad("1", 3, "0"), rightPad("1", 3), leftPad("1234", 3)]', '["001","1  ","1234"]'],
    [
      '[substringAfter("abcba", "b"), substringAfterLast("abcba", "b"), substringBefore("abcba", "b"), substringBeforeLast("abcba", "b")]',
      '["cba","a","a","abc"]'
    ],
    [
      '[appendIfMissing("abc", "xyz"), appendIfMissing("abcxyz", "xyz"), prependIfMissing("b", "a")]',
      '["abcxyz","abcxyz","ab"]'
    ],
    ['[wrapWith("a", "\'"), wrapIfMissing("/a", "/"), unwrap("\'a\'", "\'")]', '["\'a\'","/a/","a"]'],
    [
      '[isAlpha("sdf"), isAlpha("a1"), isNumeric("12"), isAlphanumeric("a1"), isUpperCase("AB"), isLowerCase("Ab"), isWhitespace(" ")]',
      '[true,false,true,true,true,false,true]'
    ],
    [
      '[reverse("Mariano"), repeat("e", 3), remove("lazyness purity", "zy"), replaceAll("a.b.", ".", "-")]',
      '["onairaM","eee","laness purity","a-b-"]'
    ],
    [
      '[words("hello world\\n x"), lines("a\\r\\nb"), collapse("aabbbc"), substringEvery("abcde", 2)]',
      '[["hello","world","x"],["a","b"],["aa","bbb","c"],["ab","cd","e"]]'
    ],
    [
      '[countMatches("hello worldo", "o"), countMatches("a1b2", /\\d/), countCharactersBy("42 = 11", isNumeric($))]',
      '[3,2,4]'
    ],
    [
      '[charCode("Mule"), fromCharCode(77), hammingDistance("holu", "chau"), levenshteinDistance("kitten", "sitting")]',
      '[77,"M",3,3]'
    ],
    ['[first("hello", 2), last("hello", 2), substring("hello", 1, 3), "123" withMaxSize 2]', '["he","lo","el","12"]'],
    ['mapString("aaaa", (c, i) -> c ++ i)', '"a0a1a2a3"'],
    ['"hello~world" substringBy $ == "~"', '["hello","world"]'],
    ['["1" everyCharacter isNumeric($), "1a" someCharacter isAlpha($)]', '[true,true]'],
    ['pluralize(null)', 'null']
  ])('%s is %s', (expression, expected) => {
    expect(valueOf(expression, 'import * from dw::core::Strings')).toBe(expected);
  });

  test('a module may be named', () => {
    expect(valueOf('Strings::pluralize("box")', 'import dw::core::Strings')).toBe('"boxes"');
    expect(valueOf('S::pluralize("box")', 'import dw::core::Strings as S')).toBe('"boxes"');
    expect(valueOf('more("box")', 'import pluralize as more from dw::core::Strings')).toBe('"boxes"');
  });
});

describe('the other modules', () => {
  test.each([
    ['core::Arrays', '[[1, 2, 3] countBy ($ mod 2) == 1, [1, 2] every $ > 0, [1, 2] some $ > 5]', '[2,true,false]'],
    [
      'core::Arrays',
      '[[1, 2, 3, 4, 5] divideBy 2, drop([1, 2], 1), take([1, 2], 1), slice([0, 1, 2, 3], 1, 3)]',
      '[[[1,2],[3,4],[5]],[2],[1],[1,2]]'
    ],
    [
      'core::Arrays',
      '[[0, 1, 3] dropWhile $ < 2, [0, 1, 3] takeWhile $ < 2, [1, 2] firstWith $ > 1, [1, 2] indexWhere $ == 2]',
      '[[3],[0,1],2,1]'
    ],
    ['core::Arrays', '[0, 1, 2] partition (item) -> item > 0', '{"success":[1,2],"failure":[0]}'],
    [
      'core::Arrays',
      '[splitAt([1, 2, 3], 1), [1, 2, 3] splitWhere $ > 2]',
      '[{"l":[1],"r":[2,3]},{"l":[1,2],"r":[3]}]'
    ],
    ['core::Arrays', '[{ a: 1 }, { a: 2 }] sumBy $.a', '3'],
    [
      'core::Arrays',
      'join([{ i: "1" }, { i: "2" }], [{ o: "1" }], (l) -> l.i, (r) -> r.o)',
      '[{"l":{"i":"1"},"r":{"o":"1"}}]'
    ],
    [
      'core::Arrays',
      'outerJoin([{ i: "1" }], [{ o: "2" }], (l) -> l.i, (r) -> r.o)',
      '[{"l":{"i":"1"}},{"r":{"o":"2"}}]'
    ],
    ['core::Objects', '{ a: 1, b: 2 } mergeWith { b: 3, c: 4 }', '{"a":1,"b":3,"c":4}'],
    [
      'core::Objects',
      '[nameSet({ a: 1 }), valueSet({ a: 1 }), { a: 1, b: 2 } divideBy 1, { a: 1 } someEntry (v, k) -> k == "a"]',
      '[["a"],[1],[{"a":1},{"b":2}],true]'
    ],
    [
      'core::Numbers',
      '[toHex(100000), fromHex("ff"), toBinary(2), fromBinary("100"), toRadixNumber(10, 3)]',
      '["186a0",255,"10",4,"101"]'
    ],
    [
      'core::Dates',
      '[today(), tomorrow(), atBeginningOfMonth(|2020-10-06|), date({ year: 2012, month: 10, day: 11 })]',
      '["2026-03-10","2026-03-11","2020-10-01","2012-10-11"]'
    ],
    [
      'core::Periods',
      '[between(|2011-12-11|, |2010-11-10|), days(4), hours(1), |2020-10-05| + months(1)]',
      '["P1Y1M1D","P4D","PT1H","2020-11-05"]'
    ],
    [
      'core::Binaries',
      '[toBase64("ab" as Binary), toHex("\\u0002" as Binary), fromBase64("YWI=")]',
      '["YWI=","02","ab"]'
    ],
    ['core::URL', '[encodeURIComponent("a b&c"), decodeURIComponent("a%20b")]', '["a%20b%26c","a b"]'],
    ['core::Types', '[isStringType(String), isNumberType(String), isUnionType(typeOf("a"))]', '[true,false,false]'],
    [
      'util::Values',
      '[{ a: { b: 1 } } update ["a", "b"] with $ + 1, [{ p: "x", n: 1 }] mask "p" with "***"]',
      '[{"a":{"b":2}},[{"p":"***","n":1}]]'
    ],
    [
      'util::Tree',
      '[{ a: [1, "b"] } mapLeafValues (v, path) -> v as String, [null, 1] filterArrayLeafs (v) -> v != null]',
      '[{"a":["1","b"]},[1]]'
    ],
    [
      'util::Coercions',
      '[toNumber("1") + 1, toString(|2003-10-01|, "uuuu/MM/dd"), toBoolean("true"), toDate("10-2020-01", "MM-uuuu-dd") as String { format: "uuuu-MM-dd" }]',
      '[2,"2003/10/01",true,"2020-10-01"]'
    ],
    ['util::Math', '[toDegrees(0), cos(0), log10(100)]', '[0,1,2]'],
    ['util::Timer', 'toMilliseconds(|2020-01-01T00:00:00Z|)', '1577836800000'],
    ['Crypto', 'MD5("asd" as Binary)', '"7815696ecbf1c96e6894b779456d330e"'],
    [
      'Crypto',
      'HMACWith("secret" as Binary, "x" as Binary) == lower(HMACWith("secret" as Binary, "x" as Binary))',
      'true'
    ],
    [
      'Runtime',
      '[try(() -> 1 / 0).error.message, try(() -> 1).result, try(() -> fail("no")) orElse "yes", try(() -> 1 / 0) orElse (1 / 1)]',
      '["Division by zero",1,"yes",1]'
    ],
    ['Runtime', '1 failIf ($ > 0)', 'Error: Failed']
  ])('dw::%s: %s is %s', (module, expression, expected) => {
    expect(valueOf(expression, `import * from dw::${module}`)).toBe(expected);
  });
});
