import { describe, expect, test } from 'vitest';
import { runScript, valueOf } from './run.js';

/** DataWeave documentation: "Language Guide", "Operators", "Selectors", "Pattern Matching", "Flow Control", "Variables", "Functions". */
describe('expressions', () => {
  test.each([
    // literals
    ['{ a: 1, "b c": "x", d: [true, null, -1.50] }', '{"a":1,"b c":"x","d":[true,null,-1.5]}'],
    ['"1 + 1 = $(1 + 1), \\"$("q")\\""', '"1 + 1 = 2, \\"q\\""'],
    ["'it is \\u0041'", '"it is A"'],
    ['|2020-02-29|', '"2020-02-29"'],
    ['|2003-10-01T23:57:59Z|', '"2003-10-01T23:57:59Z"'],
    // operators and their precedence
    ['1 + 2 * 3 - 4 / 2', '5'],
    ['1 / 3', '0.3333333333333333333333333333333333'],
    ['0.1 + 0.2', '0.3'],
    ['"2" + 1', '3'],
    ['(! true or true)', 'true'],
    ['(not true or true)', 'false'],
    ['"true" == true', 'false'],
    ['"true" ~= true', 'true'],
    ["'1' ~= 1", 'true'],
    ['{ a: 1 } == { a: 1.0 }', 'true'],
    ['[1, 2] ++ [3]', '[1,2,3]'],
    ['"a" ++ 1 ++ true', '"a1true"'],
    ['{ a: 1 } ++ { b: 2 }', '{"a":1,"b":2}'],
    ['[0, 1, 1, 2] -- [1, 2]', '[0]'],
    ['{ yes: "no", good: "bad" } -- ["yes"]', '{"good":"bad"}'],
    ['{ a: 1, b: 2, c: 3 } - "a"', '{"b":2,"c":3}'],
    ['[1, 2, 3] - 2', '[1,3]'],
    ['1 >> [2] << 3', '[1,2,3]'],
    ['null default 1 default 2', '1'],
    ['1 to 3', '[1,2,3]'],
    // flow control
    ['if (1 > 2) "a" else if (2 > 1) "b" else "c"', '"b"'],
    ['do { var x = 2 fun twice(n) = n * 2 --- twice(x) }', '4'],
    ['using (a = 1, b = 2) a + b', '3'],
    ['[1, 2 if false, 3 if true]', '[1,3]'],
    ['{ (a: 1) if false, (b: 2) if true, ({ c: 3 }), ([{ d: 4 }, { e: 5 }]) }', '{"b":2,"c":3,"d":4,"e":5}'],
    ['{ ("k" ++ 1): 1, "$(1 + 1)": 2 }', '{"k1":1,"2":2}'],
    ['"a": 1', '{"a":1}']
  ])('%s is %s', (expression, expected) => {
    expect(valueOf(expression)).toBe(expected);
  });
});

describe('selectors', () => {
  const data =
    'var d = { user: { name: "A", tags: ["x", "y"], name: "B" }, list: [{ n: 1 }, { n: 2, m: 3 }, 4], none: null }';

  test.each([
    ['d.user.name', '"A"'],
    ['d.user.*name', '["A","B"]'],
    ['d.user.&name', '{"name":"A","name":"B"}'],
    ['d..n', '[1,2]'],
    ['d.list.n', '[1,2]'],
    ['d.list.m', '[3]'],
    ['d.nothing.deeper', 'null'],
    ['d["user"]["na" ++ "me"]', '"A"'],
    ['d."user".name', '"A"'],
    ['d.user.tags[0]', '"x"'],
    ['d.user.tags[-1]', '"y"'],
    ['d.user.tags[5]', 'null'],
    ['d.list[0 to 1]', '[{"n":1},{"n":2,"m":3}]'],
    ['d.user.tags[-1 to 0]', '["y","x"]'],
    ['"DataWeave"[0 to 3]', '"Data"'],
    ['d.list[?($.n == 2)]', '[{"n":2,"m":3}]'],
    ['d.list[?($.n == 9)]', 'null'],
    ['[d.none?, d.nothing?]', '[true,false]'],
    ['d.nothing!', "Error: There is no key named 'nothing'"],
    ['|2003-10-01T23:57:59Z|.year', '2003'],
    ['|P2Y3M|.months', '3']
  ])('%s is %s', (expression, expected) => {
    expect(valueOf(expression, data)).toBe(expected);
  });
});

describe('functions', () => {
  test.each([
    ['[1, 2, 3] map $ * 2', '', '[2,4,6]'],
    ['["a", "b"] map ($$ ++ $)', '', '["0a","1b"]'],
    ['[1, 2, 3, 4] filter $ > 1 map $ * 10 reduce $ + $$', '', '90'],
    ['[1, 2] map (n) -> [3, 4] map (m) -> n * m', '', '[[3,4],[6,8]]'],
    ['[{ n: "b" }, { n: "a" }] orderBy $.n map upper($.n)', '', '["A","B"]'],
    ['f(2)', 'fun f(a, b = 3) = a * b', '6'],
    ['g(9)', 'fun g(a = 1, b) = [a, b]', '[1,9]'],
    ['[h("x"), h(1)]', 'fun h(a: String) = "text"\nfun h(a: Number) = "number"', '["text","number"]'],
    ['fact(20)', 'fun fact(n: Number): Number = if (n <= 1) 1 else n * fact(n - 1)', '2432902008176640000'],
    ['twice((n) -> n + 1, 1)', 'fun twice(f: (Number) -> Number, n: Number) = f(f(n))', '3'],
    ['add(1)(2)', 'var add = (a) -> (b) -> a + b', '3'],
    ['a', 'var a = b + 1\nvar b = 1', '2'],
    ['nothing', '', 'Error: Unable to resolve reference of: `nothing`.'],
    ['deep(0)', 'fun deep(n) = deep(n + 1) + 1', 'Error: Maximum depth of calls exceeded']
  ])('%s after %s is %s', (expression, header, expected) => {
    expect(valueOf(expression, header)).toBe(expected);
  });
});

describe('match', () => {
  test.each([
    ['"x" match { case "x" -> 1 case "y" -> 2 else -> 3 }', '1'],
    ['"z" match { case "x" -> 1 else -> $ }', '"z"'],
    ['"z" match { case "x" -> 1 else v -> v ++ "!" }', '"z!"'],
    ['3 match { case n if n > 2 -> "big" case n -> n }', '"big"'],
    [
      '[1, "a", null, {}, []] map ($ match { case is Number -> "n" case is String -> "s" case is Null -> "0" case is Object -> "o" else -> "?" })',
      '["n","s","0","o","?"]'
    ],
    ['"hello world" match { case word matches /(hello)\\s\\w+/ -> word[1] else -> "no" }', '"hello"'],
    [
      '[1, 2, 3] match { case [] -> "none" case [head ~ tail] -> { head: head, tail: tail } }',
      '{"head":1,"tail":[2,3]}'
    ],
    ['{ a: 1, b: 2 } match { case {} -> 0 case { k: v ~ rest } -> [k, v, rest] }', '["a",1,{"b":2}]'],
    ['"x" match { case "y" -> 1 }', 'Error: Unable to find a case that matches x']
  ])('%s is %s', (expression, expected) => {
    expect(valueOf(expression)).toBe(expected);
  });
});

describe('update', () => {
  test.each([
    ['{ name: "Ken", age: 30 } update { case age at .age -> age + 1 }', '{"name":"Ken","age":31}'],
    ['{ a: { b: 1 } } update { case .a.b -> $ + 1 }', '{"a":{"b":2}}'],
    ['{ l: [{ s: 1 }] } update { case s at .l[0].s -> "x" }', '{"l":[{"s":"x"}]}'],
    ['{ a: 1 } update { case x at .b -> 2 }', '{"a":1}'],
    ['{ a: 1 } update { case x at .b! -> if (x == null) "new" else x }', '{"a":1,"b":"new"}'],
    [
      '{ n: "Ken" } update { case n at .n if (n == "Ken") -> n ++ "!" case n at .n if (n == "Tom") -> 0 }',
      '{"n":"Ken!"}'
    ]
  ])('%s is %s', (expression, expected) => {
    expect(valueOf(expression)).toBe(expected);
  });
});

/** "Type Coercion with DataWeave" and "DataWeave Types"; patterns are those of java.time and DecimalFormat. */
describe('coercion', () => {
  test.each([
    ['"12" as Number + 1', '13'],
    ['1.5 as String ++ "x"', '"1.5x"'],
    ['1234.567 as String { format: "#,##0.00" }', '"1,234.57"'],
    ['5 as String { format: "000" }', '"005"'],
    ['0.256 as String { format: "#.#%" }', '"25.6%"'],
    ['"true" as Boolean', 'true'],
    [
      '"10/02/2020" as Date { format: "dd/MM/yyyy" } as String { format: "yyyy-MMM-dd, EEEE" }',
      '"2020-Feb-10, Monday"'
    ],
    ['"2020-01-01T10:00:00Z" as DateTime as Number', '1577872800'],
    ['1577872800 as DateTime', '"2020-01-01T10:00:00Z"'],
    ['|2020-01-01T23:30:00Z| as String { format: "hh:mm a" }', '"11:30 PM"'],
    ['|2020-01-01T10:00:00Z| >> "America/New_York"', '"2020-01-01T05:00:00-05:00"'],
    ['|2020-01-31| + |P1M|', '"2020-02-29"'],
    ['|2021-03-02T10:39:59| - |P1D| + |PT3H|', '"2021-03-01T13:39:59"'],
    ['|2020-03-01T00:00:00Z| - |2020-02-28T00:00:00Z|', '"PT48H"'],
    ['|2020-03-01| ++ |10:00:00|', '"2020-03-01T10:00:00"'],
    ['|2020-03-01| > |2020-02-29|', 'true'],
    ['["1", "2"] as Array<Number>', '[1,2]'],
    ['1 is Number', 'true'],
    ['{ a: 1 } is { a: String }', 'false'],
    ['[1, "a"] is Array<Number | String>', 'true'],
    ['"abc" as Number', 'Error: Cannot coerce String (abc) to Number'],
    ['"02/31/2020" as Date { format: "MM/dd/yyyy" }', 'Error: Cannot coerce String (02/31/2020) to Date']
  ])('%s is %s', (expression, expected) => {
    expect(valueOf(expression)).toBe(expected);
  });

  test('a declared type stands for what it is', () => {
    const header = 'type Amount = String { format: "0.00" }\ntype Level = "low" | "high"';

    expect(valueOf('[2.5 as Amount, "low" is Level, "mid" is Level]', header)).toBe('["2.50",true,false]');
  });
});

describe('what a script is refused for', () => {
  test.each([
    ['output application/xlsx\n---\n1', 'Error: Unknown content type `application/xlsx`.'],
    ['import * from dw::util::Diff\n---\n1', 'Error: Unable to resolve module with identifier dw::util::Diff.'],
    [
      'import nope from dw::core::Strings\n---\n1',
      'Error: Unable to resolve reference of: `nope` in dw::core::Strings.'
    ],
    ['%dw 2.0\n---\nreadUrl("http://x")', 'Error: The function readUrl is disabled in DataWeave in Apex'],
    ['%dw 2.0\n---\n1/0', 'Error: Division by zero'],
    ['%dw 2.0\n---\n{ a: 1', "Error: Invalid input 'end of script', expected ,"],
    ['%dw 2.0\noutput application/json\n1', 'Error: Missing --- before the body'],
    ['%dw 2.0\n---\n"abc', 'Error: A text is not closed']
  ])('%j', (script, expected) => {
    expect(runScript(script)).toBe(expected);
  });
});
