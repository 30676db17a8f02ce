import { beforeAll, describe, expect, test } from 'vitest';
import { ApexThrow } from '../../src/kernel/exception.js';
import type { LoadedCode } from '../../src/code/loaded-code.js';
import { exceptionText } from '../../src/runtime/exceptions.js';
import { toText } from '../../src/runtime/text.js';
import { compile, errorsOf, transaction } from './harness.js';

/** One row a fact: statements (or an expression after `=`) and the text of what they return. All rows are one class, compiled once. */
type Row = readonly [body: string, expected: string];

const tables: Readonly<Record<string, readonly Row[]>> = {
  'whole numbers': [
    ['= 2147483647 + 1', '-2147483648'],
    ['= 2147483647 * 2', '-2'],
    ['= -7 / 2', '-3'],
    ['= Math.mod(-7, 3)', '-1'],
    ['= 1 << 31', '-2147483648'],
    ['= 1 << 33', '2'],
    ['= -1 >> 1', '-1'],
    ['= -1 >>> 28', '15'],
    ['= 1L << 40', '1099511627776'],
    ['= 6 & 3 | 8 ^ 1', '11'],
    ['= ~5', '-6'],
    ['= 2147483647 + 1L', '2147483648'],
    ['= 9223372036854775807L + 1', '-9223372036854775808'],
    ['Integer i = 5; i += 2; i -= 1; i *= 3; i /= 4; return i;', '4'],
    ['Integer i = 1; i <<= 3; i |= 1; i ^= 2; i &= 14; i >>= 1; return i;', '5'],
    ['Integer i = 1; Integer j = i++ + ++i; return i + j;', '7'],
    ['Long l = 1; l++; l += 5; return l;', '7'],
    ['Integer i = (Integer) 5000000000L; return i;', '705032704'],
    ['Integer i = (Integer) 3.99; return i;', '3'],
    ['Integer i = Integer.valueOf(-3.99); return i;', '-3']
  ],
  'numbers with a fraction': [
    ['= 1 / 2', '0'],
    ['= 1 / 2.0', '0.5'],
    ['= 1.0 / 3', '0.333333333333333333333333333333333'],
    ['= 1.10 + 2.2', '3.30'],
    ['= 1.5 * 1.5', '2.25'],
    ['= 0.1 + 0.2', '0.3'],
    ['= 0.1d + 0.2d', '0.30000000000000004'],
    ['= 1.0d / 3', '0.3333333333333333'],
    ['= 5 == 5.0', 'true'],
    ['= 5L == 5', 'true'],
    ['= 1.10 == 1.1', 'true'],
    ['Decimal d = 1; d += 0.5; d *= 2; return d;', '3.0'],
    ['Double d = 1; d += 1.5; return d;', '2.5'],
    ['Decimal d = 10; d /= 4; return d;', '2.5'],
    ['Decimal d = 5; d++; return d;', '6'],
    ['Double d = 10 / 4; return d;', '2.0'],
    ['List<Decimal> l = new List<Integer>{ 1, 2 }; Decimal d = l[0] + 0.5; return d;', '1.5']
  ],
  strings: [
    ["= 'a' + 1 + 2L + 1.5 + true + null", 'a121.5truenull'],
    ["= 1 + 2 + 'a' + 1 + 2", '3a12'],
    ["String s = 'a'; s += 1; s += 'b'; return s;", 'a1b'],
    ["String s; s += 'b'; return s;", 'nullb'],
    ["= 'abc' == 'ABC'", 'true'],
    ["= 'abc'.equals('ABC')", 'false'],
    ["= 'a' < 'b'", 'true'],
    ["= 'it\\'s' + '\\u0041\\n'.trim()", "it'sA"],
    ["= + 'a' + + 'b'", 'ab'],
    ["= '' + new List<Object>{ 1, 'a', null, 2.50 }", '(1, a, null, 2.50)'],
    ["= '' + new Map<String, Object>{ 'a' => new Set<Integer>{ 1 } }", '{a={1}}'],
    ["= '' + Date.newInstance(2026, 1, 5)", '2026-01-05 00:00:00']
  ],
  'dates and times': [
    ["= '' + (Date.newInstance(2026, 1, 31) + 1)", '2026-02-01 00:00:00'],
    ["= (Datetime.newInstanceGmt(2026, 1, 1) + 0.5).formatGmt('yyyy-MM-dd HH:mm')", '2026-01-01 12:00'],
    ['= Time.newInstance(23, 59, 59, 999) + 2', '00:00:00.001Z'],
    ['= Date.newInstance(2026, 1, 1) < Date.newInstance(2026, 1, 2)', 'true'],
    ['Date d = Date.newInstance(2026, 3, 1); d -= 1; return d.day();', '28']
  ],
  choices: [
    ['= true ? 1 : 2.5', '1'],
    ['Decimal d = false ? 1 : 2.5; return d;', '2.5'],
    ['Long l = true ? 1 : 2L; return l;', '1'],
    // Of Id and String the first one's type, as the platform's compiler says.
    ["Id i; String s = i == null ? '' : i; return s;", ''],
    ["Id i; Object o = i == null ? 'x' : i; return o;", 'x'],
    ['Object o = false ? null : (true ? 1 : 2); return o;', '1'],
    ["= 1 > 2 ? 'a' : 2 > 1 ? 'b' : 'c'", 'b'],
    ['Integer i; return i ?? 5;', '5'],
    ["String s; String t; return s ?? t ?? 'z';", 'z'],
    ['Integer i; Decimal d = i ?? 2.5; return d;', '2.5'],
    ['Account a; return a?.Name?.length() ?? -1;', '-1'],
    ["Account a = new Account(Name = 'abc'); return a?.Name?.length() ?? -1;", '3'],
    ['Thing t; return t?.next?.next?.tell();', 'null'],
    ["Thing t = new Thing('a'); return t?.next?.tell() ?? t.tell();", 'a'],
    ["Thing t; t?.tell(); return 'quiet';", 'quiet'],
    ['List<Integer> l; return l?.size();', 'null'],
    ['Boolean b; return b == true;', 'false'],
    ['Integer i; return i == null && i != 0;', 'true'],
    ['Integer i; return i < 5;', 'false']
  ],
  switch: [
    ["switch on 3 { when 1, 2 { return 'low'; } when 3 { return 'three'; } when else { return 'high'; } }", 'three'],
    ["Integer i; switch on i { when null { return 'none'; } when else { return 'some'; } }", 'none'],
    ["switch on 'B' { when 'b' { return 'lower'; } when 'B' { return 'upper'; } } return 'none';", 'upper'],
    ["switch on -5 { when -5 { return 'minus'; } } return 'none';", 'minus'],
    ["switch on 5L { when 5 { return 'five'; } } return 'none';", 'five'],
    ["switch on Color.GREEN { when RED { return 'r'; } when GREEN, BLUE { return 'gb'; } } return 'none';", 'gb'],
    ["Color c; switch on c { when RED { return 'r'; } when null { return 'null'; } } return 'none';", 'null'],
    [
      "SObject o = new Contact(LastName = 'x'); switch on o { when Account a { return a.Name; } when Contact c { return c.LastName; } } return 'none';",
      'x'
    ],
    [
      "SObject o; switch on o { when Account a { return 'a'; } when null { return 'null'; } when else { return 'else'; } }",
      'null'
    ],
    ['Integer n = 0; for (Integer i = 0; i < 3; i++) { switch on i { when 1 { continue; } } n += i; } return n;', '2']
  ],
  enums: [
    ['= Color.values().size()', '3'],
    ['= Color.RED.name() + Color.BLUE.ordinal()', 'RED2'],
    ["= Color.valueOf('red')", 'RED'],
    ["= Color.valueOf('pink')", 'System.NoSuchElementException: No enum constant Main.Color.pink'],
    ["= Color.RED == Color.valueOf('RED')", 'true'],
    ['Map<Color, Integer> m = new Map<Color, Integer>{ Color.RED => 1 }; m.put(Color.RED, 2); return m;', '{RED=2}'],
    ['Set<Color> s = new Set<Color>{ Color.RED, Color.BLUE, Color.RED }; return s.size();', '2'],
    ['Object o = Color.RED; return o instanceof Color;', 'true'],
    ["= 'x' + Color.RED", 'xRED'],
    ['Color c; return c?.name();', 'null'],
    ['= Color.BLUE.hashCode() == Color.BLUE.hashCode()', 'true']
  ],
  collections: [
    ['List<List<Integer>> l = new List<List<Integer>>{ new List<Integer>{ 1, 2 } }; return l[0][1];', '2'],
    [
      "Map<String, List<Integer>> m = new Map<String, List<Integer>>{ 'a' => new List<Integer>() }; m.get('a').add(5); return m;",
      '{a=(5)}'
    ],
    ['Integer[] a = new Integer[3]; a[1] = 7; return a;', '(null, 7, null)'],
    ['List<Integer> l = new List<Integer>{ 1 }; return l[1];', 'System.ListException: List index out of bounds: 1'],
    ['List<Integer> l; return l[0];', 'System.NullPointerException: Attempt to de-reference a null object'],
    ['= new List<Integer>{ 1, 2 } == new List<Integer>{ 1, 2 }', 'true'],
    ["= new Set<String>{ 'a', 'A' }.size()", '2'],
    ['Integer n = 0; for (Integer i : new Set<Integer>{ 3, 4 }) n += i; return n;', '7'],
    ['Integer n = 0; for (Integer i : new Count(4)) n += i; return n;', '10'],
    ["List<SObject> l = new List<Account>{ new Account(Name = 'q') }; return ((List<Account>) l)[0].Name;", 'q'],
    ["List<Object> l = new List<String>{ 'a' }; return l instanceof List<String>;", 'true'],
    ['Object o = new List<Integer>(); return o instanceof List<Object>;', 'true'],
    ['Object o = new Map<String, Object>(); return o instanceof Map<String, String>;', 'false'],
    ["Object o = new List<Id>{ '001000000000001' }; String s = ((List<String>) o)[0]; return s;", '001000000000001AAA'],
    ['Object o = new List<Integer>{ 1 }; Decimal d = ((List<Decimal>) o)[0]; return d.setScale(1);', '1.0'],
    ['Object o = 5; return (String) o;', 'System.TypeException: Invalid conversion from runtime type Integer to String']
  ],
  exceptions: [
    [
      "try { throw new DeepException('m'); } catch (Exception e) { return e.getTypeName() + e.getMessage() + e.getCause(); }",
      'Main.DeepExceptionmnull'
    ],
    ['= new MyException().getMessage()', 'Script-thrown exception'],
    ["= new MyException('a', new MyException('b')).getCause().getMessage()", 'b'],
    ["= new MyException(new MyException('b')).getMessage()", 'b'],
    ["= '' + new MyException('a')", 'Main.MyException: a'],
    [
      'try { Integer i = 1 / 0; } catch (MathException e) { return e.getMessage() + e.getLineNumber(); } return null;',
      'Divide by 0LINE'
    ],
    [
      "try { throw new MyException('a'); } catch (MyException e) { return 'mine'; } catch (Exception e) { return 'other'; }",
      'mine'
    ],
    [
      "String s = ''; try { s += 'a'; throw new MyException(); } catch (Exception e) { s += 'b'; } finally { s += 'c'; } return s;",
      'abc'
    ],
    ['String s = early(); return s + log;', 'early finally'],
    [
      "try { try { throw new MyException('a'); } finally { log = 'f'; } } catch (Exception e) { return log + e.getMessage(); }",
      'fa'
    ],
    [
      "try { System.assert(false, 'x'); } catch (Exception e) { log = 'caught'; } finally { log = 'ran'; } return log;",
      'System.AssertException: Assertion Failed: x'
    ],
    ['throw null;', 'System.NullPointerException: Attempt to de-reference a null object'],
    ["for (Integer i : new List<Integer>{ 1 }) { try { continue; } finally { log = 'f' + i; } } return log;", 'f1']
  ],
  names: [
    ['= new Database().tell() + Database.count()', 'mine1'],
    ["System.Type t = System.Type.forName('Main.Thing'); return t.getName();", 'Main.Thing'],
    ["Schema.Account a = new Schema.Account(Name = 'n'); return a.Name;", 'n'],
    ["Account account = new Account(Name = 'n'); return account.Name + Account.Name;", 'nn'],
    ['Integer VALUE = 1; value += 1; return Value;', '2'],
    ['return MAIN.STATICFIELD;', 'static'],
    ["String staticField = 'local'; return staticField + Main.staticField;", 'localstatic']
  ],
  classes: [
    ['= new Child().tell()', 'child of base'],
    ['= ((Base) new Child()).tell()', 'child of base'],
    ['= ((Teller) new Child()).tell()', 'child of base'],
    ['Object b = new Child(); return b instanceof Teller;', 'true'],
    [
      'Base b = new Base(); return (Child) b;',
      'System.TypeException: Invalid conversion from runtime type Main.Base to Main.Child'
    ],
    ['= new Child().order', '(base field, base constructor, child field true, child block, child constructor)'],
    ['Child c = new Child(); c.amount = 5; return c.amount + c.doubled;', '15'],
    [
      "= pick(1) + pick(1L) + pick(1.5) + pick('a') + pick((Object) 1) + pick(new Account())",
      'IntegerLongDecimalStringObjectSObject'
    ],
    ["= pick((Id) '001000000000001AAA')", 'String'],
    ["Base b = new Base(); Base c = (Base) b.clone(); c.name = 'other'; return b.name;", 'base'],
    ["= Type.forName('Main.Child').newInstance() instanceof Base", 'true'],
    ["Callable c = new Child(); return c.call('x', null);", 'called x'],
    ['= Inits.second', '3'],
    ['= Lazy.value', 'lazy once'],
    ['List<Ranked> l = new List<Ranked>{ new Ranked(3), new Ranked(1) }; l.sort(); return l[0].rank;', '1']
  ]
};

const helpers = `
  static String log = '';
  public static String staticField = 'static';
  public enum Color { RED, GREEN, BLUE }
  public class MyException extends Exception {}
  static String early() { try { return 'early'; } finally { log = ' finally'; } }
  public class Thing {
    public Thing next; String text;
    public Thing(String text) { this.text = text; }
    public String tell() { return text; }
  }
  public class Count implements Iterable<Integer>, Iterator<Integer> {
    Integer at = 0; Integer limits;
    public Count(Integer most) { limits = most; }
    public Iterator<Integer> iterator() { return this; }
    public Boolean hasNext() { return at < limits; }
    public Integer next() { return ++at; }
  }
  public interface Teller { String tell(); }
  public virtual class Base implements Teller {
    public List<String> order = new List<String>{ 'base field' };
    public String name = 'base';
    public Base() { order.add('base constructor'); }
    public virtual String tell() { return name; }
  }
  public class Child extends Base implements Callable {
    List<String> early = new List<String>{ 'child field ' + (order == null) };
    { early.add('child block'); }
    public Child() { super(); order.addAll(early); order.add('child constructor'); }
    public override String tell() { return 'child of ' + super.tell(); }
    public Integer amount { get; set { amount = value; doubled = value * 2; } }
    public Integer doubled { get; private set; }
    public Object call(String action, Map<String, Object> args) { return 'called ' + action; }
  }
  public class Ranked implements Comparable {
    public Integer rank = 0;
    public Ranked() {}
    public Ranked(Integer rank) { this.rank = rank; }
    public Integer compareTo(Object other) { return rank - ((Ranked) other).rank; }
  }
  static String pick(Integer v) { return 'Integer'; }
  static String pick(Long v) { return 'Long'; }
  static String pick(Decimal v) { return 'Decimal'; }
  static String pick(String v) { return 'String'; }
  static String pick(SObject v) { return 'SObject'; }
  static String pick(Object v) { return 'Object'; }
  public class DeepException extends Exception {}
`;

const others = {
  Database:
    "public class Database { static Integer made = 0; public Database() { made++; } public String tell() { return 'mine'; } public static Integer count() { return made; } }",
  Inits:
    'public class Inits { public static Integer first = 1; public static Integer second = first + 1; static { second++; } }',
  Lazy: "public class Lazy { static Integer runs = 0; public static String value { get { if (value == null) { runs++; value = 'lazy ' + (runs == 1 ? 'once' : 'often'); } return value; } private set; } }"
};

const all = Object.entries(tables).flatMap(([table, rows]) => rows.map((row) => ({ table, row })));
let code: LoadedCode;

beforeAll(async () => {
  const methods = all.map(({ row: [body] }, i) => {
    const statements = body.startsWith('=') ? `return ${body.slice(1)};` : body;
    return `public static Object run${i}() { ${statements} }`;
  });
  const sources = { ...others, Main: `public class Main {\n${methods.join('\n')}\n${helpers} }` };
  code = await compile(sources);
  if (code.compileErrors.length > 0) throw new Error(errorsOf(code).join('\n'));
}, 60_000);

describe.each(Object.keys(tables))('%s', (table) => {
  const rows = all.flatMap((each, index) => (each.table === table ? [{ index, row: each.row }] : []));

  test.each(rows.map(({ index, row: [body, expected] }) => [body, expected, index] as const))(
    '%s is %s',
    (_body, expected, index) => {
      const tx = transaction(code);
      let text: string;
      try {
        text = toText(tx, code.invokeStatic(tx, 'Main', `run${index}`, []));
      } catch (error) {
        if (!(error instanceof ApexThrow)) throw error;
        text = exceptionText(error.exception);
      }
      expect(text).toBe(expected.replace('LINE', String(index + 2)));
    }
  );
});
