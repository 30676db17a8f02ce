import { describe, expect, test } from 'vitest';
import { ApexThrow } from '../../src/kernel/exception.js';
import { field } from '../schema/project.js';
import { decimal, id, moment, World } from './world.js';

const files = {
  'objects/Shop__c/Shop__c.object-meta.xml':
    '<CustomObject><label>Shop</label><nameField><label>Name</label><type>Text</type></nameField></CustomObject>',
  'objects/Shop__c/fields/Place__c.field-meta.xml': field(
    '<fullName>Place__c</fullName><label>Place</label><type>Location</type><scale>4</scale>'
  ),
  'objects/Shop__c/fields/Town__c.field-meta.xml': field(
    '<fullName>Town__c</fullName><label>Town</label><type>Text</type><length>40</length>'
  ),
  'objects/Shop__c/fields/Sales__c.field-meta.xml': field(
    '<fullName>Sales__c</fullName><label>Sales</label><type>Number</type><precision>10</precision><scale>0</scale>'
  )
};

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ApexThrow) return error.exception.message ?? '';
    throw error;
  }
  return '';
}

describe('letters beyond ASCII', () => {
  const world = () => {
    const made = new World(files);
    made.insert(
      'Shop__c',
      { Name: 'a', Town__c: 'ÉVIAN' },
      { Name: 'b', Town__c: 'évian' },
      { Name: 'c', Town__c: 'evian' }
    );
    return made;
  };
  test.each([
    ["Town__c = 'Évian'", ['a', 'b']],
    ["Town__c != 'éviaN'", ['c']],
    ["Town__c IN ('ÉVIAN', 'x')", ['a', 'b']],
    ["Town__c NOT IN ('évian')", ['c']],
    ["Town__c LIKE '%É%'", ['a', 'b']],
    ["Town__c LIKE 'E%'", ['c']]
  ])('%s ignores case and tells accents apart', (condition, expected) => {
    expect(world().rows(`SELECT Name FROM Shop__c WHERE ${condition} ORDER BY Name`)).toEqual(expected);
  });
});

describe('places', () => {
  const world = () => {
    const made = new World(files);
    const at = (Name: string, latitude: string, longitude: string) => ({
      Name,
      Place__Latitude__s: decimal(latitude),
      Place__Longitude__s: decimal(longitude)
    });
    made.insert('Shop__c', at('Lyon', '45.7640', '4.8357'), at('Paris', '48.8566', '2.3522'), { Name: 'nowhere' });
    return made;
  };

  test('are found within a distance and sorted by it', () => {
    const near = (unit: string, limit: number) =>
      world().rows(
        `SELECT Name FROM Shop__c WHERE DISTANCE(Place__c, GEOLOCATION(48.8566, 2.3522), '${unit}') < ${limit} ` +
          `ORDER BY DISTANCE(Place__c, GEOLOCATION(48.8566, 2.3522), '${unit}') DESC`
      );

    expect(near('km', 400)).toEqual(['Lyon', 'Paris']);
    expect(near('km', 380)).toEqual(['Paris']);
    expect(near('mi', 245)).toEqual(['Lyon', 'Paris']);
  });

  test('have a distance that can be selected and bound', () => {
    const [, nowhere, row] = world().query(
      "SELECT Name, DISTANCE(Place__c, GEOLOCATION(:lat, :lng), 'km') far FROM Shop__c ORDER BY Name",
      { lat: decimal('45.764'), lng: decimal('4.8357') }
    );

    expect(Number(String(row?.fields.get('far')))).toBeCloseTo(391.5, 0);
    expect(nowhere?.fields.get('far')).toBeNull();
  });
});

describe('USING SCOPE', () => {
  test('mine leaves the own records, everything all of them', () => {
    const world = new World(files);
    const other = world.one('User', {
      Username: 'other@example.com',
      LastName: 'Other',
      Email: 'o@example.com',
      Alias: 'o',
      ProfileId: world.query('SELECT Id FROM Profile LIMIT 1')[0]?.fields.get('Id') ?? null,
      TimeZoneSidKey: 'UTC',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8'
    });
    world.tx = world.begin();
    world.insert('Account', { Name: 'mine' }, { Name: 'theirs', OwnerId: id(other) });

    expect(world.rows('SELECT Name FROM Account USING SCOPE mine')).toEqual(['mine']);
    expect(world.rows('SELECT Name FROM Account USING SCOPE everything ORDER BY Name')).toEqual(['mine', 'theirs']);
    expect(world.rows('SELECT Name FROM Account USING SCOPE delegated')).toEqual(['theirs']);
    expect(refusal(() => world.query('SELECT Name FROM Account USING SCOPE team'))).toBe(
      'USING SCOPE team of Account is not supported by the local org.'
    );
  });
});

test("the week begins on the day of the user's locale", () => {
  const world = new World();
  // 2026-03-10 is a Tuesday; 2026-03-08 the Sunday before it.
  world.insert('Task', { Subject: 'sunday', ActivityDate: null }, { Subject: 'none' });
  world.data.setCreatedDate(
    world.tx,
    id(world.query("SELECT Id FROM Task WHERE Subject = 'sunday'")[0]),
    moment('2026-03-08T20:00:00Z')
  );
  const found = () => world.rows("SELECT Subject FROM Task WHERE CreatedDate = THIS_WEEK AND Subject = 'sunday'");

  expect(found()).toEqual(['sunday']);
  world.tx.user = { ...world.tx.user, locale: 'de_DE' };
  expect(found()).toEqual([]);
});

test('TYPEOF reads fields of parents of the parent', () => {
  const world = new World();
  const account = world.one('Account', { Name: 'Acme' });
  const contact = world.one('Contact', { LastName: 'Diaz', AccountId: id(account) });
  world.insert('Task', { Subject: 'x', WhoId: id(contact) });

  expect(
    world.rows('SELECT Subject, TYPEOF Who WHEN Contact THEN LastName, Account.Name ELSE Name END FROM Task')
  ).toEqual([['x', { LastName: 'Diaz', Account: { Name: 'Acme' } }]]);
});

describe('query rows of aggregates', () => {
  test.each([
    ['SELECT COUNT(Id) FROM Shop__c', 1],
    ['SELECT Town__c, COUNT(Id) FROM Shop__c GROUP BY Town__c', 2],
    ['SELECT SUM(Sales__c) FROM Shop__c', 3],
    ['SELECT Town__c, SUM(Sales__c) FROM Shop__c GROUP BY Town__c', 3],
    ['SELECT Town__c, MAX(Sales__c) FROM Shop__c GROUP BY ROLLUP(Town__c)', 3]
  ])('%s counts for %i', (soql, rows) => {
    const world = new World(files);
    world.insert('Shop__c', { Name: 'a', Town__c: 'x' }, { Name: 'b', Town__c: 'x' }, { Name: 'c', Town__c: 'y' });
    world.query(soql);

    expect(world.tx.limits.used('queryRows')).toBe(rows);
  });
});

describe('the platform refuses', () => {
  const many = 'Id IN (SELECT AccountId FROM Contact)';
  test.each([
    ['SELECT Id, Name, name FROM Account', 'duplicate field selected: name'],
    ['SELECT Name a, COUNT(Id) A FROM Account GROUP BY Name', 'duplicate alias: A'],
    ['SELECT Name FROM Account LIMIT -1', 'Limit must be a non-negative value'],
    [`SELECT Id FROM Account WHERE ${many} AND ${many} AND ${many}`, 'Maximum 2 semi join sub-selects are allowed'],
    [
      `SELECT Id FROM Account WHERE ${many} OR Name = 'x'`,
      "Semi join sub-selects are not allowed with the 'OR' operator"
    ],
    [
      'SELECT Id FROM Contact WHERE AccountId IN (SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity))',
      'Nesting of semi join sub-selects is not supported'
    ],
    [
      "SELECT Id FROM Account WHERE Id IN (SELECT ParentId FROM Account WHERE Name = 'x')",
      'The inner and outer selects should not be on the same object type'
    ],
    [
      'SELECT Id FROM Contact WHERE AccountId IN (SELECT Id FROM Lead)',
      "The selected field 'Id' in the subquery and the left operand field in the where expression in the outer query 'AccountId' should point to the same object type"
    ],
    [
      'SELECT Id FROM Account WHERE Name IN (SELECT AccountId FROM Contact)',
      "The left operand field in the where expression for outer query should be an id field, cannot use: 'Name'"
    ],
    ["SELECT Id FROM Account WHERE Description = 'x'", "field 'Description' can not be filtered in a query call"],
    ["SELECT Id FROM Account WHERE AnnualRevenue LIKE '1%'", 'invalid operator on number field'],
    ["SELECT Id FROM Account WHERE Id LIKE '001%'", 'invalid operator on id field'],
    [
      'SELECT Id FROM Account WHERE CreatedDate > 2026-01-01',
      "value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes"
    ],
    [
      'SELECT Id FROM Opportunity WHERE CloseDate > 2026-01-01T00:00:00Z',
      "value of filter criterion for field 'CloseDate' must be of type date and should not be enclosed in quotes"
    ],
    [
      'SELECT AnnualRevenue, COUNT(Id) FROM Account GROUP BY AnnualRevenue',
      "field 'AnnualRevenue' can not be grouped in a query call"
    ],
    ['SELECT CreatedDate FROM Account GROUP BY CreatedDate', "field 'CreatedDate' can not be grouped in a query call"],
    ['SELECT FIELDS(ALL) FROM Account', 'The SOQL FIELDS function must have a LIMIT of at most 200'],
    ['SELECT FIELDS(CUSTOM) FROM Account LIMIT 201', 'The SOQL FIELDS function must have a LIMIT of at most 200']
  ])('%s', (soql, text) => {
    const world = new World();

    expect(refusal(() => world.query(soql))).toBe(text);
  });
});

test('an anti-join on a polymorphic reference', () => {
  const world = new World();
  const [a, b] = world.insert('Account', { Name: 'a' }, { Name: 'b' });
  world.insert('Task', { Subject: 'x', WhatId: id(a) }, { Subject: 'y', WhatId: id(b) }, { Subject: 'z' });

  expect(
    world.rows(
      "SELECT Subject FROM Task WHERE WhatId NOT IN (SELECT Id FROM Account WHERE Name = 'a') ORDER BY Subject"
    )
  ).toEqual(['y', 'z']);
});

test('texts sort by their capitals', () => {
  const world = new World();
  world.insert('Account', { Name: '_' }, { Name: 'b' }, { Name: 'A' }, { Name: 'B' }, { Name: 'Z' });

  expect(world.rows('SELECT Name FROM Account ORDER BY Name')).toEqual(['A', 'b', 'B', 'Z', '_']);
});

test('a Boolean field is never null: without a parent it is false', () => {
  const world = new World();
  const account = world.one('Account', { Name: 'a' });
  world.insert('Contact', { LastName: 'x', AccountId: id(account) }, { LastName: 'y' });
  const found = (condition: string) => world.rows(`SELECT LastName FROM Contact WHERE ${condition} ORDER BY LastName`);

  expect(found('Account.IsDeleted = false')).toEqual(['x', 'y']);
  expect(found('Account.IsDeleted = null')).toEqual(['x', 'y']);
  expect(found('HasOptedOutOfEmail != null')).toEqual([]);
});

test('FieldDefinition has the fields of the objects that the query names', () => {
  const world = new World(files);

  expect(
    world.rows(
      "SELECT QualifiedApiName, DataType, EntityDefinition.QualifiedApiName FROM FieldDefinition WHERE EntityDefinitionId = 'Shop__c' AND QualifiedApiName LIKE '%\\_\\_c' ORDER BY QualifiedApiName"
    )
  ).toEqual([
    ['Place__c', 'Geolocation', { QualifiedApiName: 'Shop__c' }],
    ['Sales__c', 'Number(10, 0)', { QualifiedApiName: 'Shop__c' }],
    ['Town__c', 'Text(40)', { QualifiedApiName: 'Shop__c' }]
  ]);
  expect(
    world.count("SELECT COUNT() FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName IN ('Account')")
  ).toBeGreaterThan(30);
  expect(refusal(() => world.query('SELECT Label FROM FieldDefinition'))).toMatch(
    /a filter on a reified column is required/
  );
});
