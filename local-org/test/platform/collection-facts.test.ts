import { table } from './table.js';

const list = 'Apex Reference Guide, "List Class"';
const set = 'Apex Reference Guide, "Set Class"';
const map = 'Apex Reference Guide, "Map Class"';
const org = 'seen on an org';
const view = 'https://salesforce.stackexchange.com/questions/207388: the key set is backed by the map';
const guide = 'Apex Developer Guide, "Lists", "Sets", "Maps"';

const classes = {
  Point: `public class Point { public Integer x; public Integer y; public Point(Integer x, Integer y) { this.x = x; this.y = y; }
    public Boolean equals(Object o) { return o instanceof Point && ((Point) o).x == x && ((Point) o).y == y; }
    public Integer hashCode() { return 31 * x + y; } }`,
  Plain: `public class Plain { public Integer n; public Plain other; public Plain(Integer n) { this.n = n; } }`,
  Acts: `public class Acts {
    public enum Size { S, M, L }
    public static List<Integer> numbers(Integer count) { List<Integer> l = new List<Integer>(); for (Integer i = 0; i < count; i++) l.add(i); return l; }
    public static Object add(Integer at) { List<Integer> l = numbers(2); l.add(at, 9); return l; }
    public static Object remove(Integer at) { List<Integer> l = numbers(2); Integer gone = l.remove(at); return gone + ' ' + l; }
    public static Object setAt(Integer at) { List<Integer> l = numbers(2); l.set(at, 9); return l; }
    public static Object bracket(Integer at) { List<Integer> l = numbers(2); l[at] = 9; return l[at]; }
    public static Object gotten(Integer at) { return numbers(2).get(at); }
    public static Object copied() { List<Integer> a = numbers(2); List<Integer> b = a.clone(); b.add(5); return a.size() + ' ' + b.size(); }
    public static Object sized() { Integer[] a = new Integer[3]; a[1] = 5; return a; }
    public static Object sortedSizes() { List<Size> l = new List<Size>{ Size.L, Size.S, null, Size.M }; l.sort(); return l; }
    public static Object sortedDates() { List<Date> l = new List<Date>{ Date.newInstance(2026, 1, 2), null, Date.newInstance(2026, 1, 1) }; l.sort(); return l; }
    public static Object sortedOptions() {
      List<SelectOption> l = new List<SelectOption>{ new SelectOption('A', 'United States'), new SelectOption('C', 'Canada'), new SelectOption('A', 'Mexico') };
      l.sort(); return l[0].getLabel() + ' ' + l[1].getLabel() + ' ' + l[2].getLabel();
    }
    public static Object sortedIds() { List<Id> l = new List<Id>{ '003000000000001', '001000000000001' }; l.sort(); return l; }
    public static Object sortedRecords() {
      List<Account> l = new List<Account>{ new Account(Name = 'b', Phone = '1'), new Account(Name = 'a', Phone = '2'), new Account(Name = 'a', Phone = '1'), new Account(Phone = '9') };
      l.sort(); List<String> names = new List<String>(); for (Account a : l) names.add(a.Name + a.Phone); return names;
    }
    public static Object sortedDoubles() { List<Double> l = new List<Double>{ 2.5, -1.0, 0.0 }; l.sort(); return l; }
    public static Object addedTwice() { Set<Point> s = new Set<Point>{ new Point(1, 2) }; return s.add(new Point(1, 2)) + ' ' + s.contains(new Point(1, 2)) + ' ' + s.size(); }
    public static Object keyed() { Map<Point, String> m = new Map<Point, String>{ new Point(1, 2) => 'a' }; m.put(new Point(1, 2), 'b'); return m.size() + m.get(new Point(1, 2)); }
    public static Object identity() { Map<Plain, String> m = new Map<Plain, String>{ new Plain(1) => 'a' }; return m.get(new Plain(1)); }
    public static Object listKeys() { Map<List<Integer>, String> m = new Map<List<Integer>, String>{ new List<Integer>{ 1, 2 } => 'a' }; return m.get(new List<Integer>{ 1, 2 }); }
    public static Object recordKeys() { Map<Account, Integer> m = new Map<Account, Integer>(); Account a = new Account(Name = 'x'); m.put(a, 1); a.Name = 'y'; return m.get(a); }
    public static Object keySetCopy() { Map<String, Integer> m = new Map<String, Integer>{ 'a' => 1, 'b' => 2 }; Set<String> keys = m.keySet().clone(); keys.remove('a'); return m.size() + ' ' + keys.size(); }
    public static Object keysRemoved() { Map<String, Integer> m = new Map<String, Integer>{ 'a' => 1, 'b' => 2 }; Set<String> keys = m.keySet(); keys.remove('a'); return m + ' ' + keys; }
    public static Object keysRetained() { Map<String, Integer> m = new Map<String, Integer>{ 'a' => 1, 'b' => 2 }; m.keySet().retainAll(new Set<String>{ 'a' }); return m; }
    public static Object keysLater() { Map<String, Integer> m = new Map<String, Integer>{ 'a' => 1 }; Set<String> keys = m.keySet(); m.put('b', 2); return keys; }
    public static Object keysAdded() { Map<String, Integer> m = new Map<String, Integer>{ 'a' => 1 }; m.keySet().add('b'); return m; }
    public static Object keysCopied() { Map<String, Integer> m = new Map<String, Integer>{ 'a' => 1, 'b' => 2 }; Set<String> keys = new Set<String>(m.keySet()); keys.add('c'); return m.size() + ' ' + keys.size(); }
    public static Object valuesCopy() { Map<String, Integer> m = new Map<String, Integer>{ 'a' => 1 }; m.values().add(5); return m.values().size(); }
    public static Object putAll() { Map<String, Integer> m = new Map<String, Integer>{ 'a' => 1 }; m.putAll(new Map<String, Integer>{ 'a' => 2, 'b' => 3 }); return m; }
    public static Object putRecords() { Map<Id, Account> m = new Map<Id, Account>(); m.putAll(new List<Account>{ new Account(Id = '001000000000001AAA') }); return m.containsKey('001000000000001AAA'); }
    public static Object objectKeys() { return new Map<Object, SObject>(new List<Account>{ new Account(Id = '001000000000001AAA', Name = 'n') }).size(); }
    public static Object twice() { return new Map<Id, Account>(new List<Account>{ new Account(Id = '001000000000001AAA'), new Account(Id = '001000000000001AAA') }).size(); }
    public static Object putTwice() { Map<Id, Account> m = new Map<Id, Account>(); m.putAll(new List<Account>{ new Account(Id = '001000000000001AAA', Name = 'a'), new Account(), new Account(Id = '001000000000001AAA', Name = 'b') }); return m.size() + m.get('001000000000001AAA').Name + m.containsKey(null); }
    public static Object nullRow() { return new Map<Id, Account>(new List<Account>{ null }); }
    public static Object removed() { Map<String, Integer> m = new Map<String, Integer>{ 'a' => 1 }; return m.remove('a') + ' ' + m.remove('a') + ' ' + m.size(); }
    public static Object nullKey() { Map<String, Integer> m = new Map<String, Integer>(); m.put(null, 1); return m.get(null) + ' ' + m.containsKey(null); }
    public static Object retained() { Set<Integer> s = new Set<Integer>{ 1, 2, 3 }; return s.retainAll(new List<Integer>{ 2, 3, 4 }) + ' ' + s; }
    public static Object ordered() { Set<String> s = new Set<String>{ 'c', 'a', 'b' }; List<String> seen = new List<String>(); for (String each : s) seen.add(each); return String.join(seen, ''); }
    public static Object own() { List<Object> l = new List<Object>{ 1 }; l.add(l); return l; }
    public static Object ownMap() { Map<String, Object> m = new Map<String, Object>(); m.put('self', m); return m; }
    public static Object ring() { Plain p = new Plain(1); p.other = p; return p; }
    public static Object exhausted() { Iterator<Integer> i = new List<Integer>().iterator(); return i.next(); }
  }`
};

table(
  'List: what is refused, and what it holds',
  [
    ['Acts.add(2)', '(0, 1, 9)', list],
    ['Acts.add(3)', 'System.ListException: List index out of bounds: 3', list],
    ['Acts.add(-1)', 'System.ListException: List index out of bounds: -1', list],
    ['Acts.remove(0)', '0 (1)', list],
    ['Acts.remove(2)', 'System.ListException: List index out of bounds: 2', list],
    ['Acts.setAt(1)', '(0, 9)', list],
    ['Acts.setAt(2)', 'System.ListException: List index out of bounds: 2', list],
    ['Acts.bracket(1)', '9', list],
    ['Acts.bracket(5)', 'System.ListException: List index out of bounds: 5', list],
    ['Acts.gotten(-1)', 'System.ListException: List index out of bounds: -1', list],
    ['Acts.copied()', '2 3', list],
    ['Acts.sized()', '(null, 5, null)', list],
    ['new List<Integer>{1, 2}.contains(2)', 'true', list],
    ['new List<Long>{1}.contains(1)', 'false', org],
    ['new List<Long>{1}.contains(1L)', 'true', org],
    ["new List<Object>{1, 'a'}.indexOf('a')", '1', list],
    ["new List<Id>{'001000000000001'}.contains('001000000000001AAA')", 'true', list],
    ["new List<Account>{new Account(Name = 'a')}.indexOf(new Account(Name = 'a'))", '0', list],
    ['new List<Integer>{1, 2}.equals(new List<Integer>{1, 2})', 'true', list],
    ['new List<Integer>{1, 2} == new List<Integer>{2, 1}', 'false', list],
    ['new List<Integer>{1, 2}.hashCode() == new List<Integer>{1, 2}.hashCode()', 'true', list],
    ['new List<Integer>().isEmpty()', 'true', list],
    ["new List<String>(new Set<String>{'b', 'a'})", '(b, a)', list],
    [
      'Acts.exhausted()',
      'System.NoSuchElementException: Iterator has no more elements',
      'java.util.NoSuchElementException'
    ]
  ],
  { classes }
);

table(
  'List.sort',
  [
    ['Acts.sortedSizes()', '(null, S, M, L)', `${list}: enums by their order, nulls first`],
    ['Acts.sortedDates()', '(null, 2026-01-01 00:00:00, 2026-01-02 00:00:00)', list],
    ['Acts.sortedOptions()', 'Mexico United States Canada', 'Apex Developer Guide, "List Sorting"'],
    ['Acts.sortedIds()', '(001000000000001AAA, 003000000000001AAA)', list],
    ['Acts.sortedDoubles()', '(-1.0, 0.0, 2.5)', list],
    [
      'Acts.sortedRecords()',
      '(null9, a1, a2, b1)',
      'Apex Developer Guide, "Sorting Lists of sObjects": name first, then the other fields'
    ]
  ],
  { classes }
);

table(
  'Set and Map: keys and copies',
  [
    ['Acts.addedTwice()', 'false true 1', 'Apex Developer Guide, "Using Custom Types in Map Keys and Sets"'],
    ['Acts.keyed()', '1b', 'Apex Developer Guide, "Using Custom Types in Map Keys and Sets"'],
    ['Acts.identity()', 'null', 'Apex Developer Guide, "Using Custom Types in Map Keys and Sets"'],
    ['Acts.listKeys()', 'a', guide],
    ['Acts.recordKeys()', 'null', 'Apex Developer Guide, "Maps of sObjects": a changed record is another key'],
    ['Acts.keySetCopy()', '2 1', map],
    ['Acts.keysRemoved()', '{b=2} {b}', view],
    ['Acts.keysRetained()', '{a=1}', view],
    ['Acts.keysLater()', '{a, b}', view],
    ['Acts.keysAdded()', 'System.FinalException: Collection is read-only', view],
    ['Acts.keysCopied()', '2 3', map],
    ['Acts.valuesCopy()', '1', map],
    ['Acts.putAll()', '{a=2, b=3}', map],
    ['Acts.putRecords()', 'true', map],
    [
      'Acts.twice()',
      'System.ListException: Row with duplicate Id at index: 1',
      'https://salesforce.stackexchange.com/questions/235182'
    ],
    ['Acts.nullRow()', 'System.ListException: Null row at index: 0', org],
    ['Acts.putTwice()', '2btrue', 'https://salesforce.stackexchange.com/questions/235182: putAll refuses nothing'],
    ['Acts.objectKeys()', '1', org],
    ['Acts.removed()', '1 null 0', map],
    ['Acts.nullKey()', '1 true', map],
    ['Acts.retained()', 'true {2, 3}', set],
    ['Acts.ordered()', 'cab', guide],
    ['new Set<Integer>{1, 2}.containsAll(new Set<Integer>{1, 3})', 'false', set],
    ['new Set<Integer>{1, 2}.equals(new Set<Integer>{2, 1})', 'true', set],
    ["new Map<String, Integer>{'a' => 1} == new Map<String, Integer>{'a' => 1}", 'true', map],
    ["new Map<String, Integer>{'a' => 1}.keySet()", '{a}', map],
    ["new Map<String, Integer>{'a' => 1}.clone()", '{a=1}', map],
    ['new Map<Id, Account>().getSObjectType()', 'Account', map],
    ["new Set<Object>{1, 'a', null}", '{1, a, null}', set]
  ],
  { classes }
);

table(
  'The texts of collections and objects',
  [
    ['Acts.numbers(10)', '(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)', org],
    ['Acts.numbers(11)', '(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...)', org],
    ["'' + new Set<Integer>(Acts.numbers(12))", '{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...}', org],
    ["new Map<Integer, String>{3 => 'c', 1 => 'a', 20 => 'z'}", '{1=a, 3=c, 20=z}', org],
    ['new List<List<Integer>>{Acts.numbers(1), null}', '((0), null)'],
    ['Acts.own()', '(1, (already output))', org],
    ['Acts.ownMap()', '{self=(already output)}', org],
    ['new Plain(5)', 'Plain:[n=5, other=null]', org],
    ['Acts.ring()', 'Plain:[n=1, other=(already output)]', org],
    ['new List<Acts.Size>{Acts.Size.S}', '(S)'],
    [
      "new Contact(LastName = 'c', Account = new Account(Name = 'a'))",
      'Contact:{LastName=c, Account=Account:{Name=a}}'
    ],
    ['new Account()', 'Account:{}']
  ],
  { classes }
);
