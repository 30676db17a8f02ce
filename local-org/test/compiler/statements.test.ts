import { describe, expect, test } from 'vitest';
import { run } from './harness.js';

/** The body of a method that returns a String, and what it answers. */
const bodies: readonly (readonly [string, string, string])[] = [
  [
    'for with several steps',
    "String s = ''; for (Integer i = 0, j = 5; i < j; i++, j--) { s += i + '-' + j + ' '; } return s;",
    '0-5 1-4 2-3 '
  ],
  ['while and do', 'Integer i = 0; while (i < 3) i++; do { i += 10; } while (i < 20); return String.valueOf(i);', '23'],
  [
    'break and continue',
    "String s = ''; for (Integer i = 0; i < 9; i++) { if (i == 2) continue; if (i == 5) break; s += i; } return s;",
    '0134'
  ],
  ['for each over a set', "String s = ''; for (String x : new Set<String>{ 'b', 'a', 'b' }) s += x; return s;", 'ba'],
  ['for each widens', 'Long t = 0; for (Long x : new List<Integer>{ 1, 2 }) t += x; return String.valueOf(t);', '3'],
  [
    'nested loops of the same name',
    "String s = ''; for (Integer i = 0; i < 2; i++) s += i; for (Integer i = 5; i < 7; i++) s += i; return s;",
    '0156'
  ],
  [
    'switch on Integer',
    "switch on 3 { when 1, 2 { return 'low'; } when 3 { return 'three'; } when else { return 'else'; } }",
    'three'
  ],
  [
    'switch on negative numbers',
    "Integer i = -1; switch on i { when -1 { return 'minus'; } when else { return 'else'; } }",
    'minus'
  ],
  [
    'switch on String minds case',
    "switch on 'A' { when 'a' { return 'small'; } when 'A' { return 'big'; } } return 'none';",
    'big'
  ],
  ['switch on null', "String s; switch on s { when null { return 'null'; } when else { return 'else'; } }", 'null'],
  ['switch else for null', "String s; switch on s { when 'a' { return 'a'; } when else { return 'else'; } }", 'else'],
  [
    'switch on a record',
    "SObject r = new Account(Name = 'n'); switch on r { when Contact c { return 'c'; } when Account a { return a.Name; } when else { return 'else'; } }",
    'n'
  ],
  [
    'try, catch, finally',
    "String s = ''; try { s += 'a'; Integer i = 1 / 0; s += 'b'; } catch (MathException e) { s += e.getMessage(); } finally { s += '!'; } return s;",
    'aDivide by 0!'
  ],
  [
    'the first catch that fits',
    "try { throw new IllegalArgumentException('x'); } catch (MathException e) { return 'm'; } catch (Exception e) { return e.getTypeName(); }",
    'System.IllegalArgumentException'
  ],
  [
    'list index out of bounds',
    'try { return String.valueOf(new List<Integer>()[0]); } catch (ListException e) { return e.getMessage(); }',
    'List index out of bounds: 0'
  ],
  [
    'null in arithmetic',
    'Integer i; try { return String.valueOf(i + 1); } catch (NullPointerException e) { return e.getMessage(); }',
    'Attempt to de-reference a null object'
  ],
  [
    'null in a condition',
    "Boolean b; try { if (b) return 'y'; return 'n'; } catch (NullPointerException e) { return 'npe'; }",
    'npe'
  ],
  [
    'a null receiver after its arguments, as on any stack machine',
    "List<Integer> l = new List<Integer>{ 1, 2 }; SObject r; String t; List<Integer> none; for (Integer i = 0; i < 3; i++) { try { if (i == 0) r.getSObject('' + l.remove(0)); else if (i == 1) t.charAt(l.remove(0)); else none.add(l[0]); } catch (Exception e) { t = null; } } return '' + l.size();",
    '0'
  ],
  [
    'a return behind System.runAs, which the platform’s compiler takes and wants',
    "User none; try { System.runAs(none) { return 'in'; } return 'behind'; } catch (Exception e) { return 'refused'; }",
    'refused'
  ],
  ['locals ignore case', 'Integer Count = 1; COUNT += 2; return String.valueOf(count);', '3'],
  [
    'words that JavaScript reserves',
    "Integer var = 1; Integer function = 2; Integer let = 3; Integer arguments = 4; return '' + (var + function + let + arguments);",
    '10'
  ],
  ['final locals', 'final Integer x; x = 4; return String.valueOf(x);', '4'],
  [
    'nested brackets',
    'Integer x = 1; { Integer y = x + 1; x = y; } { Integer y = x + 5; x = y; } return String.valueOf(x);',
    '7'
  ],
  [
    'records',
    "Account a = new Account(Name = 'x', NumberOfEmployees = 5); a.Name += 'y'; a.NumberOfEmployees++; return a.Name + a.NumberOfEmployees;",
    'xy6'
  ],
  [
    'parents of records',
    "Contact c = new Contact(Account = new Account(Name = 'p')); return c.Account.Name + (new Contact().Account.Name == null);",
    'ptrue'
  ],
  [
    'field tokens',
    "return '' + Account.Name + Account.SObjectType + Schema.Account.SObjectType;",
    'NameAccountAccount'
  ],
  [
    'variables named as types',
    "Database database; Account account = new Account(Name = 'q'); return account.Name;",
    'q'
  ],
  [
    'lists of generic records',
    "List<SObject> l = new List<Account>{ new Account(Name = 'q') }; List<Account> back = (List<Account>) l; return back[0].Name;",
    'q'
  ],
  ['dates move by days', "return '' + (Date.newInstance(2026, 1, 31) + 1).day();", '1']
];

describe('statements', () => {
  test.each(bodies)('%s', async (_, body, expected) => {
    expect(await run({ Main: `public class Main { public static String run() { ${body} } }` })).toBe(expected);
  });
});
