import { orgTable } from '../platform/org-table.js';

const source = 'Apex Developer Guide, "SOQL For Loops"';
const front = 'the platform compiles it';

const loop = (variable: string, query: string): string => `
    List<Integer> sizes = new List<Integer>();
    for (${variable} : ${query}) sizes.add(chunk.size());
    return sizes;`;

const text = "'SELECT Id FROM Account WHERE Name LIKE \\'a%\\''";

const classes = {
  Chunks: `public class Chunks {
    static void store() {
      List<Account> stored = new List<Account>();
      for (Integer i = 0; i < 201; i++) stored.add(new Account(Name = 'a' + i));
      insert stored;
    }
    public static Object written() { store(); ${loop('List<Account> chunk', "[SELECT Id FROM Account WHERE Name LIKE 'a%']")} }
    public static Object dynamic() { store(); ${loop('List<Account> chunk', `Database.query(${text})`)} }
    public static Object open() { store(); ${loop('SObject[] chunk', `Database.queryWithBinds(${text}, new Map<String, Object>(), AccessLevel.USER_MODE)`)} }
    public static Object none() { ${loop('List<Account> chunk', `Database.query(${text})`)} }
    public static Object single() {
      store();
      Integer rows = 0;
      for (Account each : Database.query(${text})) rows++;
      return rows;
    }
  }`
};

orgTable(
  'loops over queries, 200 rows at a time',
  [
    ['Chunks.written()', '(200, 1)', source],
    ['Chunks.dynamic()', '(200, 1)', front],
    ['Chunks.open()', '(200, 1)', front],
    ['Chunks.none()', '()', front],
    ['Chunks.single()', '201', source]
  ],
  { classes }
);
