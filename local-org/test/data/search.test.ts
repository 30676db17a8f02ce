import { beforeEach, describe, expect, test } from 'vitest';
import { ApexThrow } from '../../src/kernel/exception.js';
import type { SObjectValue } from '../../src/kernel/sobject.js';
import { id, systemMode, World } from './world.js';

let world: World;
let acme: SObjectValue;
let bolt: SObjectValue;
beforeEach(() => {
  world = new World();
  [acme, bolt] = world.insert(
    'Account',
    { Name: 'Acme Tools', Phone: '555 01' },
    { Name: 'Bolt', Description: 'sells acme tools' }
  ) as [SObjectValue, SObjectValue];
  world.insert('Contact', { LastName: 'Acme', Email: 'ann@acme.com', AccountId: id(bolt) });
});

function search(sosl: string, binds: Readonly<Record<string, string | number>> = {}): unknown[] {
  const found = world.data.search(
    world.tx,
    world.data.parseSearch(world.tx, sosl),
    (name) => binds[name] ?? null,
    systemMode
  );
  return found.map((rows) => rows.map((row) => row.fields.get('Name') ?? row.fields.get('LastName') ?? row.object));
}

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ApexThrow && error.exception.type.kind === 'platform') {
      return `${error.exception.type.name}: ${error.exception.message}`;
    }
    throw error;
  }
  return '';
}

describe('a search outside of tests', () => {
  test.each([
    ['FIND {acme} RETURNING Account(Name), Contact(LastName)', [['Acme Tools', 'Bolt'], ['Acme']]],
    ['FIND {acme} IN NAME FIELDS RETURNING Account(Name), Contact(LastName)', [['Acme Tools'], ['Acme']]],
    ['FIND {acme} IN EMAIL FIELDS RETURNING Account(Name), Contact(LastName)', [[], ['Acme']]],
    ['FIND {555*} IN PHONE FIELDS RETURNING Account(Name)', [['Acme Tools']]],
    ["FIND 'tools' RETURNING Account(Name WHERE Name LIKE 'B%')", [['Bolt']]],
    ['FIND {tools} RETURNING Account(Name ORDER BY Name DESC LIMIT 1)', [['Bolt']]],
    ['FIND {tools} RETURNING Account(Name LIMIT 1 OFFSET 1)', [['Bolt']]],
    ['FIND {acme} RETURNING Account(Name), Contact(LastName) LIMIT 2', [['Acme Tools'], ['Acme']]],
    ['FIND {acme}', [['Account', 'Account'], ['Contact']]],
    ['FIND {nothing} RETURNING Account', [[]]],
    ['FIND {nothing}', []]
  ])('%s', (sosl, expected) => {
    expect(search(sosl)).toEqual(expected);
  });

  test('counts as a search, not as a query', () => {
    search('FIND {acme} RETURNING Account');

    expect(['soslQueries', 'queries', 'queryRows'].map((name) => world.tx.limits.used(name as 'queries'))).toEqual([
      1, 0, 0
    ]);
  });
});

describe('a search in a test', () => {
  const fix = (...ids: SObjectValue[]) => {
    Object.assign(world.tx, {
      test: { running: false, mocks: new Map(), seeAllData: false, fixedSearchResults: ids.map(id) }
    });
  };

  test('finds only the fixed results, in their order, in the objects that are asked for', () => {
    fix(bolt, acme);

    expect(search('FIND {zzz} RETURNING Account(Name), Contact(LastName)')).toEqual([['Bolt', 'Acme Tools'], []]);
    expect(search("FIND {zzz} RETURNING Account(Name WHERE Name = 'acme tools')")).toEqual([['Acme Tools']]);
    expect(search('FIND {zzz} RETURNING Account(Name LIMIT 1)')).toEqual([['Bolt']]);
  });

  test('finds nothing unless results are fixed', () => {
    fix();

    expect(search('FIND {acme} RETURNING Account(Name), Contact(LastName)')).toEqual([[], []]);
  });
});

describe('a search is refused', () => {
  test.each([
    ['FIND {a} RETURNING Account', 'SearchException: search term must be longer than one character: a'],
    [
      'FIND {acme} RETURNING Account(Name LIMIT 1 OFFSET 2001)',
      'SearchException: SOSL offset should be between 0 to 2000'
    ],
    ['FIND {acme} RETURNING Account(', "SearchException: unexpected token: '<EOF>'"],
    [
      'FIND {acme} RETURNING Account(Nope)',
      "QueryException: No such column 'Nope' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names."
    ]
  ])('%s', (sosl, text) => {
    expect(refusal(() => search(sosl))).toBe(text);
  });

  test('after the twentieth of a transaction', () => {
    for (let i = 0; i < 20; i++) search('FIND {acme} RETURNING Account');

    expect(refusal(() => search('FIND {acme} RETURNING Account'))).toBe('LimitException: Too many SOSL queries: 21');
  });
});
