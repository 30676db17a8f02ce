import { expect, test } from 'vitest';
import { ApexThrow } from '../../src/kernel/exception.js';
import type { ApexValue } from '../../src/kernel/object.js';
import type { Transaction } from '../../src/kernel/services.js';
import { ApexList } from '../../src/kernel/collections.js';
import { StateReader } from '../../src/runtime/state-reader.js';
import { StateWriter } from '../../src/runtime/state-writer.js';
import { runner } from './apex-runner.js';
import { plain, World } from './world.js';

const listed = (value: ApexValue): unknown => (value instanceof ApexList ? value.items.map(plain) : value);

function withAccounts(count: number): World {
  const world = new World();
  world.insert('Account', ...Array.from({ length: count }, (_, i) => ({ Name: `A${i}` })));
  return world;
}

const used = (tx: Transaction, ...names: readonly string[]) => names.map((name) => tx.limits.used(name as 'queries'));

test('a cursor reads its rows in pieces, as they are when they are fetched', async () => {
  const world = withAccounts(5);
  const run = await runner(
    world,
    `String prefix = 'A%';
     Database.Cursor cursor = Database.getCursor('SELECT Name FROM Account WHERE Name LIKE :prefix ORDER BY Name DESC');
     List<Account> first = cursor.fetch(0, 2);
     first[0].Name = 'renamed';
     update first[0];
     delete [SELECT Id FROM Account WHERE Name = 'A3'];
     List<String> seen = new List<String>{ String.valueOf(cursor.getNumRecords()) };
     for (Account one : (List<Account>) cursor.fetch(0, 3)) seen.add(one.Name);
     return seen;`
  );

  expect(listed(run())).toEqual(['5', 'renamed', 'A2']);
  expect(used(world.tx, 'cursors', 'cursorRows', 'cursorFetches', 'queries')).toEqual([1, 5, 2, 3]);
});

test('a page of a pagination cursor is full although rows were deleted', async () => {
  const world = withAccounts(6);
  const run = await runner(
    world,
    `Database.PaginationCursor cursor = Database.getPaginationCursorWithBinds(
       'SELECT Name FROM Account WHERE Name LIKE :p ORDER BY Name', new Map<String, Object>{ 'p' => 'A%' }, AccessLevel.SYSTEM_MODE);
     delete [SELECT Id FROM Account WHERE Name IN ('A0', 'A1')];
     Database.CursorFetchResult page = cursor.fetchPage(0, 3);
     List<String> seen = new List<String>();
     for (Account one : (List<Account>) page.getRecords()) seen.add(one.Name);
     seen.add(page.getNextIndex() + ' ' + page.getNumDeletedRecords() + ' ' + page.isDone() + ' ' + cursor.fetchDeleted(0, 6));
     return seen;`
  );

  expect(listed(run())).toEqual(['A2', 'A3', 'A4', '5 2 true 2']);
});

test('a job keeps its cursor', async () => {
  const world = withAccounts(2);
  const run = await runner(world, `return Database.getCursor('SELECT Name FROM Account ORDER BY Name');`);

  const cursor = run();
  const kept = new StateReader(world.tx, JSON.parse(JSON.stringify(new StateWriter(world.tx).text(cursor)))).root();

  expect((kept as unknown as { state: unknown }).state).toEqual((cursor as unknown as { state: unknown }).state);
});

test.each([
  [
    "Database.getCursor('SELECT COUNT(Id) FROM Account')",
    'Query contains aggregate expressions, these are not permitted in cursor queries'
  ],
  [
    "Database.getCursor('SELECT Id, (SELECT Id FROM Contacts) FROM Account')",
    'Query contains aggregate relationships, these are not permitted in cursor queries'
  ],
  ["Database.getCursor('SELECT Id FROM Account FOR UPDATE')", 'You cannot lock records with Cursor using FOR UPDATE'],
  ["Database.getCursor(' ')", 'Query must not be empty or null'],
  ["Database.getCursor('SELECT Id FROM Account').fetch(0, 2001)", 'Cursor fetch size must not exceed 2000'],
  ["Database.getQueryLocator('SELECT COUNT() FROM Account')", 'use countQuery() for [select count()...] queries'],
  [
    "Database.getQueryLocator('SELECT Id FROM Account FOR UPDATE')",
    'You cannot lock records in Batch Apex using FOR UPDATE'
  ]
])('%s is refused', async (call, message) => {
  const run = await runner(new World(), `return ${call};`);

  expect(() => run()).toThrow(ApexThrow);
  try {
    run();
  } catch (error) {
    expect((error as ApexThrow).exception.message).toBe(message);
  }
});

test('rows of a locator count when they are iterated over, and not as query rows', async () => {
  const world = withAccounts(3);
  const run = await runner(
    world,
    `Database.QueryLocator locator = Database.getQueryLocator('SELECT Name FROM Account ORDER BY Name');
     List<String> seen = new List<String>{ locator.getQuery() };
     Database.QueryLocatorIterator rows = locator.iterator();
     while (rows.hasNext()) seen.add((String) rows.next().get('Name'));
     return seen;`
  );

  expect(listed(run())).toEqual(['SELECT Name FROM Account ORDER BY Name', 'A0', 'A1', 'A2']);
  expect(used(world.tx, 'queries', 'queryRows', 'queryLocatorRows')).toEqual([1, 0, 3]);
});
