import { orgTable } from '../platform/org-table.js';

const safe = 'Apex Developer Guide, "Safe Navigation Operator"';
const coalescing = 'Apex Developer Guide, "Null Coalescing Operator"';
const single = 'Apex Developer Guide, "Using SOQL Queries That Return One Record"';
const front = 'the platform compiles it';

const none = "SELECT Id, Name FROM Account WHERE Name = 'nobody'";
const one = "SELECT Id, Name FROM Profile WHERE Name = 'System Administrator'";
const noRows = 'System.QueryException: List has no rows for assignment to SObject';

const classes = {
  Row: `public class Row {
    public static Account acme = new Account(Name = 'Acme');
    public static String text(Object value) { return value == null ? 'null' : String.valueOf(value); }
    public static String first(Boolean stored) { Account found = stored ? [${none}] : acme; return found.Name; }
    public static String either(Boolean stored) { Profile found = stored ? [${one}] : null; return found?.Name; }
    public static String last(Boolean stored) { Profile found = stored ? null : [${one}]; return found?.Name; }
    public static String dynamic(Boolean stored) { Account found = stored ? Database.query('${none.replaceAll("'", "\\'")}') : acme; return found.Name; }
    public static String other() { Account found = [${none}] ?? acme; return found.Name; }
    public static String stored() { Profile found = [${one}] ?? new Profile(Name = 'x'); return found.Name; }
    public static String nothing() { Account found = [${none}] ?? null; return text(found); }
    public static String second() { Account found = [${none}] ?? [${none}]; return text(found); }
    public static Integer rows() { List<Account> found = [${none}] ?? new List<Account>{ acme }; return found.size(); }
  }`,
  Constants: `public class Constants {
    private static final Integer SIZE = TEXT.length();
    private static final String TEXT = 'text';
    private static final Integer JOINED = LONGER.length();
    private static final String LONGER = 'a' + 'b';
    public static Integer size() { return SIZE; }
  }`,
  Early: `public class Early {
    private static final Integer SIZE = TEXT.length();
    private static final String TEXT = 'text';
    public static Integer size() { return SIZE; }
  }`,
  Arrays: `public class Arrays {
    public static Object pairs() { return new Integer[][]{ new Integer[]{ 1 }, null, new List<Integer>{ 2, 3 } }; }
    public static Object cubes() { return new String[ ] [ ] []{ new String[][]{ new String[]{ 'a' } } }; }
  }`
};

orgTable(
  'the only row of a query',
  [
    [`Row.text([${none}]?.Name)`, 'null', safe],
    [`[${one}]?.Name`, 'System Administrator', safe],
    [
      '[SELECT Name FROM Profile]?.Name',
      'System.QueryException: List has more than 1 row for assignment to SObject',
      safe
    ],
    [`[${none}]?.Name ?? 'none'`, 'none', coalescing],
    ['Row.first(false)', 'Acme', front],
    ['Row.first(true)', noRows, single],
    ['Row.either(true)', 'System Administrator', front],
    ['Row.text(Row.either(false))', 'null', front],
    ['Row.last(false)', 'System Administrator', front],
    ['Row.dynamic(false)', 'Acme', front],
    ['Row.dynamic(true)', noRows, single],
    ['Row.other()', 'Acme', coalescing],
    ['Row.stored()', 'System Administrator', coalescing],
    ['Row.nothing()', 'null', coalescing],
    ['Row.second()', noRows, front],
    ['Row.rows()', '0', 'a list without rows is not null']
  ],
  { classes }
);

orgTable(
  'constants and arrays',
  [
    ['Early.size()', '4', 'a static final String with a literal is a constant in the byte code of the platform'],
    [
      'Constants.size()',
      'System.NullPointerException: Attempt to de-reference a null object',
      'no other initial value is'
    ],
    ['Arrays.pairs()', '((1), null, (2, 3))', front],
    ['Arrays.cubes()', '(((a)))', front]
  ],
  { classes }
);
