import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApexThrow } from '../../src/kernel/exception.js';
import { field } from '../schema/project.js';
import { day, decimal, id, listOf, moment, record, World } from './world.js';

const files = {
  'objects/Thing__c/Thing__c.object-meta.xml':
    '<CustomObject><label>Thing</label><nameField><label>Name</label><type>Text</type></nameField></CustomObject>',
  'objects/Thing__c/fields/Colors__c.field-meta.xml': field(
    '<fullName>Colors__c</fullName><label>Colors</label><type>MultiselectPicklist</type>'
  ),
  'objects/Thing__c/fields/Price__c.field-meta.xml': field(
    '<fullName>Price__c</fullName><label>Price</label><type>Currency</type><precision>16</precision><scale>2</scale>'
  ),
  'objects/Thing__c/fields/On__c.field-meta.xml': field(
    '<fullName>On__c</fullName><label>On</label><type>Checkbox</type><defaultValue>false</defaultValue>'
  ),
  'objects/Thing__c/fields/At__c.field-meta.xml': field(
    '<fullName>At__c</fullName><label>At</label><type>DateTime</type>'
  ),
  'objects/Thing__c/fields/Due__c.field-meta.xml': field(
    '<fullName>Due__c</fullName><label>Due</label><type>Date</type>'
  ),
  'objects/Thing__c/fields/Size__c.field-meta.xml': field(
    `<fullName>Size__c</fullName><label>Size</label><type>Picklist</type><valueSet><valueSetDefinition>${['S', 'M', 'L'].map((v) => `<value><fullName>${v}</fullName><default>false</default><label>Size ${v}</label></value>`).join('')}</valueSetDefinition></valueSet>`
  )
};

/** Four things: a to d; d has nothing but its name. Tests only read them. */
function makeThings(): World {
  const world = new World(files, { cleanUp: (work) => cleanUps.push(work) });
  world.insert(
    'Thing__c',
    {
      Name: 'a',
      Colors__c: 'Red;Blue',
      Price__c: decimal('10.50'),
      On__c: true,
      At__c: moment('2026-03-10T07:30:00Z'),
      Due__c: day('2026-03-10'),
      Size__c: 'L'
    },
    {
      Name: 'B',
      Colors__c: 'Blue',
      Price__c: decimal('0.10'),
      At__c: moment('2026-03-11T06:59:59Z'),
      Due__c: day('2026-03-11'),
      Size__c: 'S'
    },
    {
      Name: 'c',
      Colors__c: 'Green',
      Price__c: decimal('0.20'),
      At__c: moment('2025-12-31T12:00:00Z'),
      Due__c: day('2025-12-31'),
      Size__c: 'M'
    },
    { Name: 'd' }
  );
  return world;
}

const cleanUps: (() => void)[] = [];
let shared: World;
beforeAll(() => void (shared = makeThings()));
afterAll(() => cleanUps.forEach((work) => work()));

function things(): World {
  shared.tx = shared.begin();
  return shared;
}

const names = (world: World, rest: string, binds = {}) => world.rows(`SELECT Name FROM Thing__c ${rest}`, binds);

function message(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ApexThrow) return error.exception.message ?? '';
    throw error;
  }
  return '';
}

describe('WHERE', () => {
  // The user's time zone is America/Los_Angeles; now is 2026-03-10 11:30 there.
  test.each([
    ["Name = 'A'", ['a']],
    ["Name != 'a'", ['B', 'c', 'd']],
    ["Name IN ('A', 'b')", ['a', 'B']],
    ["Size__c NOT IN ('L')", ['B', 'c', 'd']],
    ["Size__c NOT IN ('L', null)", ['B', 'c']],
    ["Size__c IN ('L', null)", ['a', 'd']],
    ['Size__c = null', ['d']],
    ["Size__c = ''", ['d']],
    ["Size__c != ''", ['a', 'B', 'c']],
    ['Size__c != null', ['a', 'B', 'c']],
    ["Size__c != 'L'", ['B', 'c', 'd']],
    ["NOT (Size__c = 'L')", ['B', 'c', 'd']],
    ["NOT Name LIKE 'A%'", ['B', 'c', 'd']],
    ["Name LIKE '_'", ['a', 'B', 'c', 'd']],
    ["Name LIKE 'x\\%'", []],
    ["Name > 'b'", ['c', 'd']],
    ['Price__c > 0.1', ['a', 'c']],
    ['Price__c >= 0.1', ['a', 'B', 'c']],
    ['Price__c = 0.105', []],
    ['Price__c < 0.105', ['B']],
    ['On__c = true', ['a']],
    ['On__c = false', ['B', 'c', 'd']],
    ["Colors__c INCLUDES ('Blue')", ['a', 'B']],
    ["Colors__c INCLUDES ('Red;Blue', 'green')", ['a', 'c']],
    ["Colors__c EXCLUDES ('Blue')", ['c', 'd']],
    ['Due__c = TODAY', ['a']],
    ['Due__c = TOMORROW', ['B']],
    ['Due__c > TODAY', ['B']],
    ['Due__c <= TODAY', ['a', 'c']],
    ['Due__c != THIS_YEAR', ['c', 'd']],
    ['Due__c = LAST_N_MONTHS:3', ['c']],
    ['Due__c = LAST_QUARTER', ['c']],
    ['Due__c = THIS_WEEK', ['a', 'B']],
    ['Due__c = 2026-03-11', ['B']],
    ['At__c = TODAY', ['a', 'B']],
    ['At__c = LAST_YEAR', ['c']],
    ['At__c < 2026-01-01T00:00:00Z', ['c']],
    ['At__c >= 2026-03-10T09:30:00+02:00', ['a', 'B']],
    ['CALENDAR_YEAR(Due__c) = 2025', ['c']],
    ['DAY_ONLY(At__c) = 2026-03-11', ['B']],
    ['DAY_ONLY(convertTimezone(At__c)) = 2026-03-10', ['a', 'B']],
    ["(Name = 'a' OR Name = 'b') AND On__c = true", ['a']],
    ['CreatedDate = TODAY AND Owner.Name != null', ['a', 'B', 'c', 'd']],
    ["Owner.Type = 'User'", ['a', 'B', 'c', 'd']]
  ])('%s', (condition, expected) => {
    expect(names(things(), `WHERE ${condition} ORDER BY Name`)).toEqual(expected);
  });

  test('binds scalars, collections and records', () => {
    const world = things();
    const [a] = world.query("SELECT Id FROM Thing__c WHERE Name = 'a'");

    expect(names(world, 'WHERE Name = :n', { n: 'B' })).toEqual(['B']);
    expect(names(world, 'WHERE Size__c = :n', { n: null })).toEqual(['d']);
    expect(names(world, 'WHERE Name IN :list', { list: listOf('a', 'c') })).toEqual(['a', 'c']);
    expect(names(world, 'WHERE Name IN :list', { list: listOf() })).toEqual([]);
    expect(names(world, 'WHERE Name NOT IN :list', { list: listOf() })).toEqual(['a', 'B', 'c', 'd']);
    expect(names(world, 'WHERE Id = :n', { n: 'no id' })).toEqual([]);
    expect(names(world, 'WHERE Id IN :list', { list: listOf('no id', 'x') })).toEqual([]);
    expect(names(world, "WHERE Id > ''")).toEqual(['a', 'B', 'c', 'd']);
    expect(names(world, "WHERE Id < ''")).toEqual([]);
    expect(names(world, 'WHERE Size__c > :n', { n: null })).toEqual([]);
    expect(() => names(world, 'WHERE Name IN :list', { list: null })).toThrow('Attempt to de-reference a null object');
    expect(names(world, 'WHERE Size__c IN (:n)', { n: null })).toEqual(['d']);
    expect(names(world, 'WHERE Id = :id', { id: id(a).value.slice(0, 15) })).toEqual(['a']);
    expect(names(world, 'WHERE Id IN :records', { records: listOf(a ?? null) })).toEqual(['a']);
    expect(names(world, 'ORDER BY Name LIMIT :n OFFSET 1', { n: 2 })).toEqual(['B', 'c']);
  });

  test('a path over an empty reference is null, and the row stays', () => {
    const world = new World();
    const account = world.one('Account', { Name: 'Acme' });
    world.insert('Contact', { LastName: 'x', AccountId: id(account) }, { LastName: 'y' });

    expect(world.rows('SELECT LastName FROM Contact WHERE Account.Name = null')).toEqual(['y']);
    expect(world.rows("SELECT LastName FROM Contact WHERE Account.Name != 'Bolt' ORDER BY LastName")).toEqual([
      'x',
      'y'
    ]);
  });

  test('semi-joins and anti-joins', () => {
    const world = new World();
    const [a] = world.insert('Account', { Name: 'a' }, { Name: 'b' });
    world.insert('Contact', { LastName: 'x', AccountId: id(a) }, { LastName: 'y' });

    expect(
      world.rows("SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName = 'X')")
    ).toEqual(['a']);
    expect(world.rows('SELECT Name FROM Account WHERE Id NOT IN (SELECT AccountId FROM Contact)')).toEqual(['b']);
  });
});

describe('SELECT', () => {
  test('parents, aliases and child lists, in the order of the select list', () => {
    const world = new World();
    const [acme, bolt] = world.insert('Account', { Name: 'Acme' }, { Name: 'Bolt' });
    world.insert(
      'Contact',
      { LastName: 'c', AccountId: id(acme) },
      { LastName: 'b', AccountId: id(acme) },
      { LastName: 'a', AccountId: id(acme) }
    );

    expect(
      world.rows(
        'SELECT (SELECT LastName, Account.Name FROM Contacts ORDER BY LastName LIMIT 2), Name FROM Account ORDER BY Name'
      )
    ).toEqual([
      [
        [
          { LastName: 'a', Account: { Name: 'Acme' } },
          { LastName: 'b', Account: { Name: 'Acme' } }
        ],
        'Acme'
      ],
      [[], 'Bolt']
    ]);
    expect(
      world.rows(
        "SELECT c.LastName, a.Name FROM Contact c, c.Account a WHERE a.Name = 'acme' ORDER BY c.LastName LIMIT 1"
      )
    ).toEqual([['a', { Name: 'Acme' }]]);
    expect(id(bolt)).toBeDefined();
  });

  test('polymorphic parents, and TYPEOF', () => {
    const world = new World();
    const account = world.one('Account', { Name: 'Acme', Phone: '1' });
    const contact = world.one('Contact', { FirstName: 'Bo', LastName: 'Diaz' });
    world.insert('Task', { Subject: 'x', WhatId: id(account), WhoId: id(contact) }, { Subject: 'y' });

    expect(world.rows('SELECT Subject, What.Name, What.Type, Who.Name FROM Task ORDER BY Subject')).toEqual([
      ['x', { Name: 'Acme', Type: 'Account' }, { Name: 'Bo Diaz' }],
      ['y', null, null]
    ]);
    expect(
      world.rows(
        "SELECT Subject, TYPEOF What WHEN Account THEN Phone, Name WHEN Opportunity THEN Amount END FROM Task WHERE What.Type = 'Account'"
      )
    ).toEqual([['x', { Phone: '1', Name: 'Acme' }]]);
  });

  test('labels, formats and FIELDS', () => {
    const world = things();

    expect(
      world.rows("SELECT toLabel(Size__c), FORMAT(Price__c) shown, FORMAT(Due__c) due FROM Thing__c WHERE Name = 'a'")
    ).toEqual([['Size L', '$10.50', '3/10/2026']]);
    expect(world.query('SELECT FIELDS(CUSTOM) FROM Thing__c LIMIT 1')[0]?.fields.has('Price__c')).toBe(true);
  });

  test('addresses and locations are made of their parts', () => {
    const world = new World({
      'objects/Account/fields/Place__c.field-meta.xml': field(
        '<fullName>Place__c</fullName><label>Place</label><type>Location</type><scale>4</scale>'
      )
    });
    world.insert(
      'Account',
      {
        Name: 'a',
        BillingCity: 'Paris',
        Place__Latitude__s: decimal('48.8566'),
        Place__Longitude__s: decimal('2.3522')
      },
      { Name: 'b' }
    );

    const [a, b] = world.query('SELECT BillingAddress, Place__c FROM Account ORDER BY Name');

    expect(a?.fields.get('BillingAddress')).toMatchObject({
      parts: new Map<string, string | null>([
        ['Street', null],
        ['City', 'Paris'],
        ['State', null],
        ['PostalCode', null],
        ['Country', null],
        ['GeocodeAccuracy', null]
      ])
    });
    expect(a?.fields.get('Place__c')).toMatchObject({ latitude: 48.8566, longitude: 2.3522 });
    expect([b?.fields.get('BillingAddress'), b?.fields.get('Place__c')]).toEqual([null, null]);
  });

  test('the id always comes along', () => {
    expect(things().query('SELECT Name FROM Thing__c LIMIT 1')[0]?.fields.has('Id')).toBe(true);
  });
});

describe('ORDER BY', () => {
  test.each([
    ['Price__c', ['d', 'B', 'c', 'a']],
    ['Price__c DESC', ['d', 'a', 'c', 'B']],
    ['Price__c DESC NULLS LAST', ['a', 'c', 'B', 'd']],
    ['Name DESC', ['d', 'c', 'B', 'a']],
    ['Size__c', ['d', 'B', 'c', 'a']],
    ['Owner.Name, Due__c DESC NULLS LAST', ['B', 'a', 'c', 'd']]
  ])('%s', (order, expected) => {
    expect(names(things(), `ORDER BY ${order}`)).toEqual(expected);
  });
});

describe('aggregates', () => {
  test('count, sum, average, minimum and maximum, with exact decimals', () => {
    expect(
      things().rows(
        'SELECT COUNT(Id), COUNT(Price__c) n, SUM(Price__c), AVG(Price__c) a, MIN(Due__c), MAX(Name), COUNT_DISTINCT(On__c) FROM Thing__c'
      )
    ).toEqual([[4, 3, '10.80', '3.60', '2025-12-31', 'd', 2]]);
  });

  test('groups, with aliases, expr names, HAVING and order', () => {
    const world = things();

    const [first] = world.query(
      'SELECT On__c, COUNT(Id), SUM(Price__c) total FROM Thing__c GROUP BY On__c HAVING COUNT(Id) > 1'
    );
    expect([...(first?.fields.keys() ?? [])]).toEqual(['On__c', 'expr0', 'total']);
    expect(
      world.rows(
        'SELECT CALENDAR_YEAR(Due__c) y, COUNT(Id) n FROM Thing__c GROUP BY CALENDAR_YEAR(Due__c) ORDER BY COUNT(Id) DESC, CALENDAR_YEAR(Due__c)'
      )
    ).toEqual([
      [2026, 2],
      [null, 1],
      [2025, 1]
    ]);
  });

  test('roll-up adds sub-totals and a total', () => {
    expect(
      things().rows(
        'SELECT On__c, GROUPING(On__c) g, COUNT(Id) n FROM Thing__c GROUP BY ROLLUP(On__c) ORDER BY GROUPING(On__c), On__c'
      )
    ).toEqual([
      [false, 0, 3],
      [true, 0, 1],
      [null, 1, 4]
    ]);
  });

  test('COUNT() counts rows', () => {
    expect(things().count("SELECT COUNT() FROM Thing__c WHERE Name != 'a'")).toBe(3);
  });
});

describe('what the platform refuses', () => {
  const hint = 'Please reference your WSDL or the describe call for the appropriate names.';
  test.each([
    [
      'SELECT Id FROM Nothing__c',
      `sObject type 'Nothing__c' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${hint}`
    ],
    [
      'SELECT Nope FROM Account',
      `No such column 'Nope' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${hint}`
    ],
    [
      'SELECT Nope.Name FROM Account',
      `Didn't understand relationship 'Nope' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${hint}`
    ],
    [
      'SELECT (SELECT Id FROM Nopes) FROM Account',
      `Didn't understand relationship 'Nopes' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${hint}`
    ],
    ["SELECT Id FROM Account WHERE Id = 'x'", 'invalid ID field: x'],
    ['SELECT Name n FROM Account', 'only aggregate expressions use field aliasing'],
    ['SELECT Name, COUNT(Id) FROM Account', 'Field must be grouped or aggregated: Name'],
    [
      'SELECT Id FROM Account WHERE Name = 5',
      "value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes"
    ],
    ['SELECT Id FROM Account OFFSET 2001', 'Maximum SOQL offset allowed is 2000'],
    ['SELECT Id FROM', "unexpected token: '<EOF>'"]
  ])('%s', (soql, text) => {
    const world = new World();

    expect(message(() => world.query(soql))).toBe(text);
  });
});

test('a query with many records and binds stays one statement', () => {
  const world = new World();
  const accounts = world.insert('Account', ...Array.from({ length: 500 }, (_, i) => ({ Name: `A${i}` })));
  world.dml(
    'insert',
    accounts.map((account) => record('Contact', { LastName: 'x', AccountId: id(account) }))
  );

  const rows = world.query('SELECT Id, (SELECT Id FROM Contacts) FROM Account WHERE Id IN :ids', {
    ids: listOf(...accounts.map(id))
  });

  expect(rows).toHaveLength(500);
  expect([world.tx.limits.used('queries'), world.tx.limits.used('queryRows')]).toEqual([1, 1000]);
});
