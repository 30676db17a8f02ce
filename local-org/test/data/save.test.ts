import { describe, expect, test } from 'vitest';
import { ApexThrow } from '../../src/kernel/exception.js';
import { ApexId } from '../../src/kernel/scalars.js';
import type { SObjectValue } from '../../src/kernel/sobject.js';
import { field } from '../schema/project.js';
import { day, decimal, id, record, systemMode, World } from './world.js';

const box =
  '<CustomObject><label>Box</label><nameField><label>Name</label><type>Text</type></nameField></CustomObject>';
const boxes = {
  'objects/Box__c/Box__c.object-meta.xml': box,
  'objects/Box__c/fields/Key__c.field-meta.xml': field(
    '<fullName>Key__c</fullName><label>Key</label><type>Text</type><length>10</length><unique>true</unique><externalId>true</externalId>'
  ),
  'objects/Box__c/fields/Size__c.field-meta.xml': field(
    '<fullName>Size__c</fullName><label>Size</label><type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><value><fullName>S</fullName><default>true</default><label>S</label></value><value><fullName>L</fullName><default>false</default><label>L</label></value></valueSetDefinition></valueSet>'
  ),
  'objects/Box__c/fields/Kg__c.field-meta.xml': field(
    '<fullName>Kg__c</fullName><label>Kg</label><type>Number</type><precision>5</precision><scale>2</scale>'
  ),
  'objects/Box__c/fields/Account__c.field-meta.xml': field(
    '<fullName>Account__c</fullName><label>Account</label><type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Boxes</relationshipName>'
  )
};

function failure(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ApexThrow) return error.exception.message ?? '';
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('insert', () => {
  test('sets the id on the record of the caller and the system fields in the database', () => {
    const world = new World();
    const account = record('Account', { Name: 'Acme' });

    world.dml('insert', account);

    expect(id(account).value).toMatch(/^001Lo0\w{12}$/);
    expect(account.fields.size).toBe(2);
    expect(world.rows('SELECT Name, CreatedDate, Owner.Name, IsDeleted FROM Account')).toEqual([
      ['Acme', '2026-03-10T18:30:00.000Z', { Name: 'Org Administrator' }, false]
    ]);
  });

  test('reads numbers back with the scale of their field, or more digits where it was given more', () => {
    const world = new World(boxes);

    world.insert('Box__c', { Name: 'a', Kg__c: decimal('1.005') }, { Name: 'b', Kg__c: 2 }, { Name: 'c' });

    // https://help.salesforce.com/s/articleView?id=000387302&type=1
    expect(world.rows('SELECT Kg__c FROM Box__c ORDER BY Name')).toEqual(['1.005', '2.00', null]);
    expect(world.rows('SELECT Name FROM Box__c WHERE Kg__c = 1.005')).toEqual(['a']);
    expect(world.rows('SELECT SUM(Kg__c) s, MAX(Kg__c) m FROM Box__c')).toEqual([['3.005', '2.00']]);
  });

  test('gives default values where the caller set none', () => {
    const world = new World(boxes);

    world.insert('Box__c', { Name: 'a' }, { Name: 'b', Size__c: 'L' });

    expect(world.rows('SELECT Size__c FROM Box__c ORDER BY Name')).toEqual(['S', 'L']);
  });

  test('defaults may be literals and formulas', () => {
    const withDefault = (name: string, type: string, value: string) => ({
      [`objects/Box__c/fields/${name}.field-meta.xml`]: field(
        `<fullName>${name}</fullName><label>${name}</label><type>${type}</type><precision>5</precision><scale>1</scale><length>50</length><defaultValue>${value}</defaultValue>`
      )
    });
    const world = new World({
      ...boxes,
      ...withDefault('A__c', 'Number', '14'),
      ...withDefault('B__c', 'Text', '"x y"'),
      ...withDefault('C__c', 'Date', 'TODAY() + 1'),
      ...withDefault('D__c', 'Text', '$User.Alias &amp; "!"')
    });

    world.insert('Box__c', { Name: 'a' });

    expect(world.rows('SELECT A__c, B__c, C__c, D__c FROM Box__c')).toEqual([['14.0', 'x y', '2026-03-11', 'admin!']]);
  });

  test('trims text, and empty text is null', () => {
    const world = new World();

    world.insert('Account', { Name: '  Acme ', Phone: '', BillingStreet: ' One  Way ', Description: ' kept ' });

    expect(world.rows('SELECT Name, Phone, BillingStreet, Description FROM Account')).toEqual([
      ['Acme', null, 'One  Way', ' kept']
    ]);
  });

  test.each<[string, string, Record<string, never> | Record<string, unknown>, string]>([
    ['a missing required field', 'Account', {}, 'REQUIRED_FIELD_MISSING, Required fields are missing: [Name]: [Name]'],
    [
      'several missing fields',
      'Opportunity',
      { Name: 'x' },
      'REQUIRED_FIELD_MISSING, Required fields are missing: [CloseDate, StageName]: [CloseDate, StageName]'
    ],
    [
      'a text that is too long',
      'Box__c',
      { Name: 'x', Key__c: '12345678901' },
      'STRING_TOO_LONG, Key: data value too large: 12345678901 (max length=10): [Key__c]'
    ],
    [
      'a value outside of a restricted picklist',
      'Box__c',
      { Name: 'x', Size__c: 'XXL' },
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, Size: bad value for restricted picklist field: XXL: [Size__c]'
    ],
    [
      'a number that is too large',
      'Box__c',
      { Name: 'x', Kg__c: decimal('1000') },
      'NUMBER_OUTSIDE_VALID_RANGE, Kg: value outside of valid range on numeric field: 1000: [Kg__c]'
    ],
    [
      'a bad e-mail address',
      'Contact',
      { LastName: 'x', Email: 'no' },
      'INVALID_EMAIL_ADDRESS, Email: invalid email address: no: [Email]'
    ],
    [
      'a reference to nothing',
      'Contact',
      { LastName: 'x', AccountId: ApexId.parse('001000000000001') },
      'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY, insufficient access rights on cross-reference id: 001000000000001: []'
    ],
    [
      'a reference to another object',
      'Contact',
      { LastName: 'x', AccountId: ApexId.parse('003000000000001') },
      'FIELD_INTEGRITY_EXCEPTION, Account ID: id value of incorrect type: 003000000000001AAA: [AccountId]'
    ],
    [
      'an id',
      'Account',
      { Name: 'x', Id: ApexId.parse('001000000000001') },
      'INVALID_FIELD_FOR_INSERT_UPDATE, cannot specify Id in an insert call: [Id]'
    ]
  ])('refuses %s', (_, object, fields, message) => {
    const world = new World(boxes);

    expect(failure(() => world.insert(object, fields as never))).toBe(
      `Insert failed. First exception on row 0; first error: ${message}`
    );
  });

  test('refuses a value that another record holds in a unique field, ignoring case', () => {
    const world = new World(boxes);
    const [first] = world.insert('Box__c', { Name: 'a', Key__c: 'K1' });

    expect(failure(() => world.insert('Box__c', { Name: 'b', Key__c: 'k1' }))).toContain(
      `DUPLICATE_VALUE, duplicate value found: Key__c duplicates value on record with id: ${id(first).value.slice(0, 15)}: []`
    );
    expect(failure(() => world.insert('Box__c', { Name: 'b', Key__c: 'X' }, { Name: 'c', Key__c: 'x' }))).toContain(
      'DUPLICATE_VALUE'
    );
  });

  test('is all or none: nothing stays and no id is set when one record fails', () => {
    const world = new World();
    const records = [record('Account', { Name: 'ok' }), record('Account', {})];

    expect(failure(() => world.dml('insert', records))).toMatch(
      /^Insert failed\. First exception on row 1; first error: REQUIRED_FIELD_MISSING/
    );

    expect(world.count('SELECT COUNT() FROM Account')).toBe(0);
    expect(records[0]?.fields.has('Id')).toBe(false);
  });

  test('with partial success each record has its own outcome', () => {
    const world = new World();

    const results = world.dml(
      'insert',
      [record('Account', { Name: 'ok' }), record('Account', {}), record('Account', { Name: 'too' })],
      { allOrNone: false }
    );

    expect(results.map((r) => [r.success, r.errors.map((e) => e.code)])).toEqual([
      [true, []],
      [false, ['REQUIRED_FIELD_MISSING']],
      [true, []]
    ]);
    expect(world.count('SELECT COUNT() FROM Account')).toBe(2);
  });

  test('finds a parent by its external id', () => {
    const world = new World({
      ...boxes,
      'objects/Account/fields/Code__c.field-meta.xml': field(
        '<fullName>Code__c</fullName><label>Code</label><type>Text</type><length>10</length><externalId>true</externalId>'
      )
    });
    world.insert('Account', { Name: 'Acme', Code__c: 'A1' });

    world.insert('Box__c', { Name: 'a', Account__r: record('Account', { Code__c: 'a1' }) });

    expect(world.rows('SELECT Account__r.Name FROM Box__c')).toEqual([{ Name: 'Acme' }]);
  });

  test('finds a parent by a field that the platform documents as a lookup key', () => {
    const world = new World({});

    world.insert('User', {
      LastName: 'Reyes',
      Username: 'reyes@shop.example',
      Email: 'reyes@shop.example',
      Alias: 'reyes',
      TimeZoneSidKey: 'UTC',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      Profile: record('Profile', { Name: 'Standard User' })
    });

    expect(world.rows("SELECT Profile.Name FROM User WHERE LastName = 'Reyes'")).toEqual([{ Name: 'Standard User' }]);
  });

  test('numbers auto-number fields', () => {
    const world = new World({
      'objects/N__c/N__c.object-meta.xml':
        '<CustomObject><label>N</label><nameField><label>No</label><type>AutoNumber</type><displayFormat>N-{000}</displayFormat></nameField></CustomObject>'
    });

    world.insert('N__c', {}, {});

    expect(world.rows('SELECT Name FROM N__c ORDER BY Name')).toEqual(['N-001', 'N-002']);
  });
});

describe('update', () => {
  test('changes the given fields and leaves the others', () => {
    const world = new World();
    const account = world.one('Account', { Name: 'Acme', Phone: '1' });

    world.now += 5000;
    world.dml('update', record('Account', { Id: id(account), Name: 'Bolt' }));

    expect(world.rows('SELECT Name, Phone, LastModifiedDate FROM Account')).toEqual([
      ['Bolt', '1', '2026-03-10T18:30:05.000Z']
    ]);
  });

  test('needs the id of a record that exists', () => {
    const world = new World();

    expect(failure(() => world.dml('update', record('Account', { Name: 'x' })))).toContain(
      'MISSING_ARGUMENT, Id not specified in an update call: []'
    );
    expect(
      failure(() => world.dml('update', record('Account', { Id: ApexId.parse('001Lo0000000099') as ApexId })))
    ).toContain('INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: []');
    const gone = world.one('Account', { Name: 'x' });
    world.dml('delete', gone);
    expect(failure(() => world.dml('update', gone))).toContain('ENTITY_IS_DELETED, entity is deleted: []');
  });

  test('refuses the same record twice, with a ListException', () => {
    const world = new World();
    const account = world.one('Account', { Name: 'Acme' });

    expect(failure(() => world.dml('update', [account, account]))).toBe(`Duplicate id in list: ${id(account).value}`);
  });

  test('ignores read-only fields of a queried record', () => {
    const world = new World();
    world.insert('Account', { Name: 'Acme' });
    const [queried] = world.query('SELECT Id, Name, CreatedDate, Owner.Name FROM Account');

    queried?.fields.set('Name', 'Bolt');
    world.dml('update', queried as SObjectValue);

    expect(world.rows('SELECT Name FROM Account')).toEqual(['Bolt']);
  });
});

describe('upsert', () => {
  test('inserts or updates by an external id', () => {
    const world = new World(boxes);
    world.insert('Box__c', { Name: 'a', Key__c: 'K1' });

    const results = world.dml(
      'upsert',
      [record('Box__c', { Name: 'b', Key__c: 'k1' }), record('Box__c', { Name: 'c', Key__c: 'K2' })],
      { externalIdField: 'Key__c' }
    );

    expect(results.map((r) => r.created)).toEqual([false, true]);
    expect(world.rows('SELECT Name, Key__c FROM Box__c ORDER BY Key__c')).toEqual([
      ['b', 'k1'],
      ['c', 'K2']
    ]);
  });

  test('refuses the same external id twice', () => {
    const world = new World(boxes);

    expect(
      failure(() =>
        world.dml(
          'upsert',
          [record('Box__c', { Name: 'b', Key__c: 'K' }), record('Box__c', { Name: 'c', Key__c: 'k' })],
          { externalIdField: 'Key__c' }
        )
      )
    ).toContain('DUPLICATE_VALUE, Duplicate external id specified: k: [Key__c]');
  });
});

describe('delete and undelete', () => {
  test('deleted records are only seen with ALL ROWS and come back', () => {
    const world = new World();
    const account = world.one('Account', { Name: 'Acme' });
    world.insert('Contact', { LastName: 'Bo', AccountId: id(account) });

    world.dml('delete', account);
    expect([world.count('SELECT COUNT() FROM Account'), world.count('SELECT COUNT() FROM Contact')]).toEqual([0, 0]);
    expect(world.rows('SELECT Name, IsDeleted FROM Account ALL ROWS')).toEqual([['Acme', true]]);

    world.dml('undelete', account);
    expect(world.rows('SELECT LastName, Account.Name FROM Contact')).toEqual([['Bo', { Name: 'Acme' }]]);
  });

  test('emptying the recycle bin leaves records and their details to queries of all rows, but nothing brings them back', () => {
    const world = new World();
    const [gone, kept] = world.insert('Account', { Name: 'Gone' }, { Name: 'Kept' });
    world.insert('Contact', { LastName: 'Bo', AccountId: id(gone) });
    world.dml('delete', gone as SObjectValue);
    const statements = world.tx.limits.used('dmlStatements');

    const results = world.data.emptyRecycleBin(world.tx, [gone, kept] as SObjectValue[], systemMode);

    expect(results.map(({ success, errors }) => [success, errors[0]?.message])).toEqual([
      [true, undefined],
      [false, 'Entity is not in the recycle bin']
    ]);
    expect(world.rows('SELECT Name FROM Account')).toEqual(['Kept']);
    expect(world.rows('SELECT Name FROM Account ALL ROWS')).toEqual(['Gone', 'Kept']);
    expect(world.rows('SELECT LastName FROM Contact ALL ROWS')).toEqual(['Bo']);
    const back = world.data.dml(world.tx, 'undelete', [gone as SObjectValue], { access: systemMode, allOrNone: false });
    expect(back.map(({ success }) => success)).toEqual([false]);
    expect(world.tx.limits.used('dmlStatements') - statements).toBe(2);
  });

  test('sets look-ups to null', () => {
    const world = new World(boxes);
    const account = world.one('Account', { Name: 'Acme' });
    world.insert('Box__c', { Name: 'a', Account__c: id(account) });

    world.dml('delete', account);

    expect(world.rows('SELECT Account__c FROM Box__c')).toEqual([null]);
  });

  test('is refused where a record may not lose its parent', () => {
    const world = new World();
    const account = world.one('Account', { Name: 'Acme' });
    world.insert('Order', { AccountId: id(account), EffectiveDate: day('2026-01-01'), Status: 'Draft' });

    expect(failure(() => world.dml('delete', account))).toMatch(
      /DELETE_FAILED, Your attempt to delete Acme could not be completed because it is associated with the following orders/
    );
  });
});

describe('limits', () => {
  test('statements and rows are counted', () => {
    const world = new World();

    world.insert('Account', { Name: 'a' }, { Name: 'b' });
    world.query('SELECT Id FROM Account');

    expect(
      ['dmlStatements', 'dmlRows', 'queries', 'queryRows'].map((name) => world.tx.limits.used(name as never))
    ).toEqual([1, 2, 1, 2]);
  });
});
