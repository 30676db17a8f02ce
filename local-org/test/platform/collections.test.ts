import { table } from './table.js';

const list = 'Apex Reference Guide, "List Class"';
const set = 'Apex Reference Guide, "Set Class"';
const map = 'Apex Reference Guide, "Map Class"';

const classes = {
  Pile: `public class Pile {
    public static List<Integer> added() { List<Integer> l = new List<Integer>{1, 2}; l.addAll(l); l.add(1, 9); return l; }
    public static Object removed() { List<String> l = new List<String>{'a', 'b'}; return l.remove(0) + l.size(); }
    public static Object outside() { return new List<Integer>{1}.get(1); }
    public static Object unset() { List<Integer> l = new List<Integer>(); l.set(0, 1); return l; }
    public static List<Object> sorted(List<Object> l) { l.sort(); return l; }
    public static List<Size> sizes() { List<Size> l = new List<Size>{new Size(3), new Size(1), new Size(2)}; l.sort(); return l; }
    public static List<Integer> backwards() { List<Integer> l = new List<Integer>{1, 3, 2}; l.sort(new Backwards()); return l; }
    public static Object unsortable() { List<Pile> l = new List<Pile>{new Pile(), new Pile()}; l.sort(); return l; }
    public static Object iterated() { Iterator<String> i = new Set<String>{'x', 'y'}.iterator(); String s = ''; while (i.hasNext()) s += i.next(); return s; }
    public static Object byId() { return new Map<Id, Account>(new List<Account>{new Account(Id = '001000000000001AAA')}).keySet(); }
    public static Object noId() { return new Map<Id, Account>(new List<Account>{new Account()}); }
    public static Object put() { Map<String, Integer> m = new Map<String, Integer>(); m.put('a', 1); return m.put('a', 2) + ' ' + m; }
    public static Object records() { Set<Account> s = new Set<Account>{new Account(Name = 'a'), new Account(Name = 'a')}; return s.size(); }
    public static Object deep() {
      List<Account> l = new List<Account>{new Account(Id = '001000000000001AAA', Name = 'a')};
      List<Account> c = l.deepClone(); c[0].Name = 'b'; return l[0].Name + c[0].Name + c[0].Id + l.deepClone(true)[0].Id;
    }
    public class Size implements Comparable {
      Integer n; public Size(Integer n) { this.n = n; }
      public Integer compareTo(Object other) { return n - ((Size) other).n; }
      public override String toString() { return 'size ' + n; }
    }
    public class Backwards implements Comparator<Integer> { public Integer compare(Integer a, Integer b) { return b - a; } }
  }`
};

table(
  'List',
  [
    ['Pile.added()', '(1, 9, 2, 1, 2)', list],
    ['Pile.removed()', 'a1', list],
    ['Pile.outside()', 'System.ListException: List index out of bounds: 1', list],
    ['Pile.unset()', 'System.ListException: List index out of bounds: 0', list],
    ["Pile.sorted(new List<String>{'b', null, 'B', 'a'})", '(null, B, a, b)', list],
    ['Pile.sorted(new List<Decimal>{10, 9.5, -1})', '(-1, 9.5, 10)', list],
    ['Pile.sizes()', '(size 1, size 2, size 3)', 'Apex Reference Guide, "Comparable Interface"'],
    ['Pile.backwards()', '(3, 2, 1)', 'Apex Reference Guide, "Comparator Interface"'],
    ['Pile.unsortable()', 'System.ListException: One or more of the items in this list is not Comparable.'],
    ["new List<String>{'a'}.contains('A')", 'false', list],
    ["new List<String>{'a', 'b'}.indexOf('b')", '1', list],
    ["new List<String>{'a'} == new List<String>{'a'}", 'true', list],
    ['new List<Account>().getSObjectType()', 'Account', list],
    ['new List<SObject>().getSObjectType()', 'null', list],
    ['Pile.deep()', 'abnull001000000000001AAA', list],
    ['new List<Object>((List<Object>) null).size()', '0', 'seen in public suites that pass on an org']
  ],
  { classes }
);

table(
  'Set and Map',
  [
    ["new Set<String>{'a', 'A', 'a'}.size()", '2', set],
    ["new Set<String>{'a'}.add('a')", 'false', set],
    ["new Set<String>{'a', 'b'}.containsAll(new List<String>{'a'})", 'true', set],
    ['new Set<Integer>{1, 2, 3}.removeAll(new Set<Integer>{9})', 'false', set],
    ['new Set<Integer>{1, 2} == new Set<Integer>{2, 1}', 'true', set],
    ['Pile.records()', '1', 'Apex Developer Guide, "Sets of sObjects"'],
    ['Pile.iterated()', 'xy', set],
    ['Pile.byId()', '{001000000000001AAA}', map],
    ['Pile.noId()', 'System.ListException: Row with null Id at index: 0', map],
    ['Pile.put()', '1 {a=2}', map],
    ["new Map<String, Integer>{'b' => 1, 'a' => 2}", '{a=2, b=1}', 'a public suite'],
    ["new Map<String, Integer>{'b' => 1, 'a' => 2}.values()", '(1, 2)', map],
    ["new Map<String, Integer>{'a' => 1}.get('A')", 'null', map],
    ["new Map<Id, String>{'001000000000001' => 'x'}.get('001000000000001AAA')", 'x', map]
  ],
  { classes }
);
