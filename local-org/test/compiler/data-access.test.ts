import { expect, test } from 'vitest';
import type { AccessMode, DataService, DmlOptions, Transaction } from '../../src/kernel/services.js';
import { SObjectValue } from '../../src/kernel/sobject.js';
import { compile, transaction } from './harness.js';

/** A data service that notes how it is reached: which statement, on what, and with which access. */
class Recorder {
  readonly notes: string[] = [];
  rows = 1;
  binds: unknown[] = [];
  readonly service = {
    query: (
      _tx: Transaction,
      query: { from: { object: string } },
      binds: (name: string) => unknown,
      access: AccessMode
    ) => {
      this.notes.push(`query ${query.from.object} ${this.#text(access)}`);
      this.binds.push(binds('$0'));
      return Array.from({ length: this.rows }, (_, i) => {
        const row = new SObjectValue('Account');
        row.fields.set('Name', `row ${i}`);
        return row;
      });
    },
    count: (_tx: Transaction, _query: unknown, _binds: unknown, access: AccessMode) => {
      this.notes.push(`count ${this.#text(access)}`);
      return 7;
    },
    dml: (_tx: Transaction, operation: string, records: readonly SObjectValue[], options: DmlOptions) => {
      const field = options.externalIdField ? ` by ${options.externalIdField}` : '';
      this.notes.push(`${operation} ${records.length}${field} ${this.#text(options.access)}`);
      return [];
    }
  } as unknown as DataService;

  #text(access: AccessMode): string {
    return `${access.mode}${access.sharing ? ' sharing' : ''}`;
  }
}

async function notes(
  keyword: string,
  body: string,
  apiVersion = 67,
  others: Record<string, string> = {}
): Promise<string[]> {
  const code = await compile(
    { Main: `public ${keyword} class Main { public static void run() { ${body} } }`, ...others },
    { apiVersion }
  );
  expect(code.compileErrors).toEqual([]);
  const recorder = new Recorder();
  code.invokeStatic(transaction(code, { data: recorder.service }), 'Main', 'run', []);
  return recorder.notes;
}

const query = 'List<Account> l = [SELECT Id FROM Account];';

test.each([
  ['', query, 67, ['query Account user sharing']],
  ['', query, 66, ['query Account system']],
  ['with sharing', query, 66, ['query Account system sharing']],
  ['without sharing', query, 66, ['query Account system']],
  ['without sharing', 'List<Account> l = [SELECT Id FROM Account WITH SYSTEM_MODE];', 67, ['query Account system']],
  [
    'with sharing',
    'List<Account> l = [SELECT Id FROM Account WITH SYSTEM_MODE];',
    67,
    ['query Account system sharing']
  ],
  ['without sharing', 'List<Account> l = [SELECT Id FROM Account WITH USER_MODE];', 66, ['query Account user sharing']],
  ['', 'insert new Account();', 67, ['insert 1 user sharing']],
  ['', 'insert as system new Account();', 67, ['insert 1 system sharing']],
  [
    'without sharing',
    'update as user new List<Account>{ new Account(), new Account() };',
    66,
    ['update 2 user sharing']
  ],
  ['with sharing', 'upsert new Account() AccountNumber;', 66, ['upsert 1 by AccountNumber system sharing']],
  [
    'with sharing',
    'Integer n = [SELECT COUNT() FROM Account]; System.assertEquals(7, n);',
    66,
    ['count system sharing']
  ]
])('%s class: %s at %d', async (keyword, body, apiVersion, expected) => {
  expect(await notes(keyword, body, apiVersion)).toEqual(expected);
});

test.each([
  ['with sharing', 'query Account system sharing'],
  ['without sharing', 'query Account system']
])('inherited sharing called from %s', async (keyword, expected) => {
  const others = { Reader: `public inherited sharing class Reader { public static void read() { ${query} } }` };

  expect(await notes(keyword, 'Reader.read();', 66, others)).toEqual([expected]);
});

test('a single row is the record, none or two are an exception', async () => {
  const code = await compile({
    Main: `public class Main {
      public static String one(String name) { Account a = [SELECT Name FROM Account WHERE Name = :name]; return a.Name; }
      public static String field(String name) { return [SELECT Name FROM Account WHERE Name = :name].Name; }
      public static String loops(String name) {
        String s = '';
        for (Account a : [SELECT Name FROM Account WHERE Name = :name]) s += a.Name;
        for (List<Account> l : [SELECT Name FROM Account WHERE Name = :name]) s += l.size();
        return s;
      }
    }`
  });
  const recorder = new Recorder();
  const tx = transaction(code, { data: recorder.service });
  const call = (method: string) => code.invokeStatic(tx, 'Main', method, ['x']);

  expect([call('one'), call('field')]).toEqual(['row 0', 'row 0']);
  expect(recorder.binds).toEqual(['x', 'x']);

  recorder.rows = 2;
  expect(call('loops')).toBe('row 0row 12');
  expect(() => call('one')).toThrow('List has more than 1 row for assignment to SObject');

  recorder.rows = 0;
  expect(() => call('one')).toThrow('List has no rows for assignment to SObject');
});

test('a trigger sees its records and runs without sharing', async () => {
  const code = await compile({
    'Trigger AccountTrigger': `trigger AccountTrigger on Account (before insert, after update) {
  for (Account a : Trigger.new) {
    a.Name += suffix();
  }
  List<Account> others = [SELECT Id FROM Account];
  String suffix() { return '!'; }
}`
  });
  expect(code.compileErrors).toEqual([]);
  const recorder = new Recorder();
  const tx = transaction(code, { data: recorder.service });
  const record = new SObjectValue('Account');
  record.fields.set('Name', 'new');

  const [trigger] = code.triggers('account');
  trigger?.run(tx, { event: 'before insert', object: 'Account', newRecords: [record], oldRecords: null });

  expect([...(trigger?.events ?? [])]).toEqual(['before insert', 'after update']);
  expect(record.fields.get('Name')).toBe('new!');
  expect(recorder.notes).toEqual(['query Account system']);
  expect(tx.triggerStack).toEqual([]);
});

test('a dynamic query sees the variables of its caller', async () => {
  const code = await compile({
    Main: `public with sharing class Main {
      static String other = 'o';
      public static void run(String name) { List<Account> l = Database.query('SELECT Id FROM Account WHERE Name = :name'); }
    }`
  });
  const seen: unknown[] = [];
  const data = {
    parse: () => ({ from: { object: 'Account' } }),
    query: (_tx: Transaction, _query: unknown, binds: (name: string) => unknown) => {
      seen.push(binds('NAME'), binds('other'));
      expect(() => binds('nothing')).toThrow('Variable does not exist: nothing');
      return [];
    }
  } as unknown as DataService;

  code.invokeStatic(transaction(code, { data }), 'Main', 'run', ['n']);

  expect(seen).toEqual(['n', 'o']);
});
