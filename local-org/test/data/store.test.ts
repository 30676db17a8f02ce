import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ApexThrow } from '../../src/kernel/exception.js';
import { patiently } from '../../src/data/lock.js';
import { Connection } from '../../src/data/store/connection.js';
import { autoNumberText } from '../../src/data/store/sequences.js';
import { importPlan } from '../../src/data/import-tree.js';
import { readUserDefinitions, seedUsers } from '../../src/data/user-definitions.js';
import { field, project } from '../schema/project.js';
import { decimal, id, record, World } from './world.js';

function dataFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'local-org-data-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'org.db');
}

const box =
  '<CustomObject><label>Box</label><nameField><label>Name</label><type>Text</type></nameField></CustomObject>';
const kg = (scale: number) =>
  field(
    `<fullName>Kg__c</fullName><label>Kg</label><type>Number</type><precision>10</precision><scale>${scale}</scale>`
  );
const note = field('<fullName>Note__c</fullName><label>Note</label><type>Text</type><length>20</length>');

function message(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ApexThrow) return error.exception.message ?? '';
    throw error;
  }
  return '';
}

describe('the data file', () => {
  test('keeps its rows when fields are added and scales change', () => {
    const file = dataFile();
    const before = new World(
      { 'objects/Box__c/Box__c.object-meta.xml': box, 'objects/Box__c/fields/Kg__c.field-meta.xml': kg(2) },
      { file }
    );
    before.insert('Box__c', { Name: 'a', Kg__c: decimal('1.25') });
    before.data.commit(before.tx);

    const after = new World(
      {
        'objects/Box__c/Box__c.object-meta.xml': box,
        'objects/Box__c/fields/Kg__c.field-meta.xml': kg(3),
        'objects/Box__c/fields/Note__c.field-meta.xml': note
      },
      { file }
    );

    expect(after.rows('SELECT Name, Kg__c, Note__c FROM Box__c')).toEqual([['a', '1.250', null]]);
  });

  test('custom metadata records follow the metadata', () => {
    const file = dataFile();
    const type = {
      'objects/Rule__mdt/Rule__mdt.object-meta.xml': '<CustomObject><label>Rule</label></CustomObject>',
      'objects/Rule__mdt/fields/Days__c.field-meta.xml': field(
        '<fullName>Days__c</fullName><label>Days</label><type>Number</type><precision>4</precision><scale>0</scale>'
      )
    };
    const rule = (name: string, days: string) => ({
      [`customMetadata/Rule.${name}.md-meta.xml`]: `<CustomMetadata><label>${name}!</label><values><field>Days__c</field><value>${days}</value></values></CustomMetadata>`
    });

    new World({ ...type, ...rule('Old', '1') }, { file });
    const world = new World({ ...type, ...rule('New', '30') }, { file });

    expect(world.rows('SELECT DeveloperName, MasterLabel, Days__c FROM Rule__mdt')).toEqual([['New', 'New!', '30']]);
    expect(message(() => world.insert('Rule__mdt', { DeveloperName: 'x', MasterLabel: 'x' }))).toBe(
      'DML operation INSERT not allowed on Rule__mdt'
    );
  });

  test('a metadata relationship to an object holds its name and leads to its definition', () => {
    const world = new World({
      'objects/Rule__mdt/Rule__mdt.object-meta.xml': '<CustomObject><label>Rule</label></CustomObject>',
      'objects/Rule__mdt/fields/Object__c.field-meta.xml': field(
        '<fullName>Object__c</fullName><label>Object</label><type>MetadataRelationship</type><referenceTo>EntityDefinition</referenceTo>'
      ),
      'customMetadata/Rule.One.md-meta.xml':
        '<CustomMetadata><label>One</label><values><field>Object__c</field><value>Contact</value></values></CustomMetadata>'
    });

    expect(
      world.rows("SELECT Object__c, Object__r.KeyPrefix FROM Rule__mdt WHERE Object__r.QualifiedApiName = 'contact'")
    ).toEqual([['Contact', { KeyPrefix: '003' }]]);
  });

  test('a metadata relationship to a field leads to its definition', () => {
    const world = new World({
      'objects/Rule__mdt/Rule__mdt.object-meta.xml': '<CustomObject><label>Rule</label></CustomObject>',
      'objects/Rule__mdt/fields/Object__c.field-meta.xml': field(
        '<fullName>Object__c</fullName><label>Object</label><type>MetadataRelationship</type><referenceTo>EntityDefinition</referenceTo>'
      ),
      'objects/Rule__mdt/fields/Field__c.field-meta.xml': field(
        '<fullName>Field__c</fullName><label>Field</label><type>MetadataRelationship</type><metadataRelationshipControllingField>Rule__mdt.Object__c</metadataRelationshipControllingField><referenceTo>FieldDefinition</referenceTo>'
      ),
      'customMetadata/Rule.One.md-meta.xml':
        '<CustomMetadata><label>One</label><values><field>Object__c</field><value>Contact</value></values><values><field>Field__c</field><value>LastName</value></values></CustomMetadata>'
    });

    expect(
      world.rows("SELECT Field__c, Field__r.Label FROM Rule__mdt WHERE Field__r.QualifiedApiName = 'LastName'")
    ).toEqual([['LastName', { Label: 'Last Name' }]]);
  });

  test('ids and numbers are given out once, over restarts', () => {
    const file = dataFile();
    const one = new World({}, { file });
    const first = one.one('Case', { Subject: 'a' });
    one.data.commit(one.tx);
    const two = new World({}, { file });
    const second = two.one('Case', { Subject: 'b' });

    expect(id(second).value > id(first).value).toBe(true);
    expect(two.rows('SELECT CaseNumber FROM Case ORDER BY CaseNumber')).toEqual(['00000001', '00000002']);
  });

  test('what is not committed is seen by nobody else, and a second writer waits and then gives up', () => {
    const file = dataFile();
    const [one, two] = [new World({}, { file }), new World({}, { file })];
    one.insert('Account', { Name: 'a' });

    expect(two.count('SELECT COUNT() FROM Account')).toBe(0);
    expect(message(() => two.insert('Account', { Name: 'b' }))).toContain(
      'UNABLE_TO_LOCK_ROW, Record Currently Unavailable'
    );
    expect(message(() => two.query('SELECT Id FROM Account FOR UPDATE'))).toContain('Record Currently Unavailable');

    expect(two.dml('insert', record('Account', { Name: 'b' }), { allOrNone: false })).toMatchObject([
      { success: false, errors: [{ code: 'UNABLE_TO_LOCK_ROW' }] }
    ]);

    one.data.commit(one.tx);
    two.insert('Account', { Name: 'b' });
    expect(two.count('SELECT COUNT() FROM Account')).toBe(2);
  });

  test('the org itself waits until the lock is free', () => {
    const file = dataFile();
    const [one, two] = [new Connection(file, 50), new Connection(file, 50)];
    one.begin();
    let tries = 0;

    patiently(() => {
      if (++tries === 3) one.commit();
      two.begin();
    });

    expect(tries).toBe(3);
    one.close();
    two.close();
  });

  test('an aborted transaction leaves nothing', () => {
    const world = new World();
    world.insert('Account', { Name: 'a' });

    world.data.abort(world.tx);

    expect(world.count('SELECT COUNT() FROM Account')).toBe(0);
  });

  test('rows of the platform are written past triggers and limits', () => {
    const world = new World();

    const job = world.data.writeRow(world.tx, 'AsyncApexJob', null, { Status: 'Queued', JobType: 'Queueable' });
    world.data.writeRow(world.tx, 'AsyncApexJob', job, { Status: 'Completed' });

    expect(world.rows('SELECT Status, JobType, CreatedBy.Name FROM AsyncApexJob')).toEqual([
      ['Completed', 'Queueable', { Name: 'Org Administrator' }]
    ]);
    expect(world.tx.limits.used('dmlStatements')).toBe(0);
  });
});

test.each([
  ['INV-{0000}', 7, 'INV-0007'],
  ['{YYYY}/{MM}/{DD}-{0}', 12, '2026/03/05-12'],
  ['{YY}{000}', 1234, '261234']
])('the auto number %s of %i is %s', (format, number, expected) => {
  expect(autoNumberText(format, number, new Date('2026-03-05T00:00:00Z'))).toBe(expected);
});

describe('what an org has from the start', () => {
  test('organization, profiles, the administrator, stages, the standard price book, record types', () => {
    const world = new World({
      'objects/Account/recordTypes/Partner.recordType-meta.xml':
        '<RecordType><fullName>Partner</fullName><label>Business Partner</label><active>true</active></RecordType>'
    });

    expect(world.rows('SELECT Name, IsSandbox FROM Organization')).toEqual([['Test Org', true]]);
    expect(
      world.rows(
        "SELECT Name FROM Profile WHERE Name IN ('System Administrator', 'Standard User', 'Minimum Access - Salesforce', 'Read Only') ORDER BY Name"
      )
    ).toHaveLength(4);
    expect(world.rows("SELECT Username, Profile.Name FROM User WHERE UserType = 'Standard'")).toEqual([
      ['admin@local-org.example', { Name: 'System Administrator' }]
    ]);
    expect(world.rows("SELECT DefaultProbability FROM OpportunityStage WHERE MasterLabel = 'Closed Won'")).toHaveLength(
      1
    );
    expect(world.rows('SELECT Name FROM Pricebook2 WHERE IsStandard = true')).toEqual(['Standard Price Book']);
    expect(
      world.query("SELECT Id, Name FROM RecordType WHERE SobjectType = 'Account'").map((row) => id(row).value)
    ).toEqual([world.org.schema.object('Account')?.recordTypes[0]?.id]);
    expect(world.rows('SELECT StatusCode FROM OrderStatus ORDER BY SortOrder')).toEqual(['Draft', 'Activated']);
  });
});

describe('importing', () => {
  test('a plan of record trees inserts parents first and resolves references', () => {
    const folder = project({
      'plan.json': JSON.stringify([
        { sobject: 'Account', saveRefs: true, files: ['accounts.json'] },
        { sobject: 'Contact', resolveRefs: true, files: ['contacts.json'] }
      ]),
      'accounts.json': JSON.stringify({
        records: [
          {
            attributes: { type: 'Account', referenceId: 'Acme' },
            Name: 'Acme',
            AnnualRevenue: 5,
            Contacts: { records: [{ attributes: { type: 'Contact', referenceId: 'In' }, LastName: 'Inner' }] }
          }
        ]
      }),
      'contacts.json': JSON.stringify({
        records: [
          {
            attributes: { type: 'Contact', referenceId: 'Bo' },
            LastName: 'Diaz',
            Birthdate: '1990-01-31',
            AccountId: '@Acme'
          }
        ]
      })
    });
    const world = new World();

    const ids = importPlan(world.tx, join(folder, 'plan.json'));

    expect([...ids.keys()]).toEqual(['Acme', 'In', 'Bo']);
    expect(world.rows('SELECT LastName, Birthdate, Account.Name FROM Contact ORDER BY LastName')).toEqual([
      ['Diaz', '1990-01-31', { Name: 'Acme' }],
      ['Inner', null, { Name: 'Acme' }]
    ]);
  });

  test('user definitions make users with profile and permission sets, and can be read again', () => {
    const world = new World({
      'permissionsets/Rep.permissionset-meta.xml': '<PermissionSet><label>Rep</label></PermissionSet>'
    });
    const folder = project({
      'rep.json': JSON.stringify({
        Username: 'rep@x.example',
        LastName: 'Rep',
        Alias: 'rep',
        Email: 'rep@x.example',
        profileName: 'Standard User',
        permsets: ['Rep'],
        TimeZoneSidKey: 'Europe/Berlin'
      })
    });

    for (let i = 0; i < 2; i++) seedUsers(world.tx, readUserDefinitions(join(folder, 'rep.json')));

    expect(
      world.rows(
        "SELECT Name, Profile.Name, TimeZoneSidKey, (SELECT PermissionSet.Name FROM PermissionSetAssignments WHERE PermissionSet.IsOwnedByProfile = false) FROM User WHERE Username = 'rep@x.example'"
      )
    ).toEqual([['Rep', { Name: 'Standard User' }, 'Europe/Berlin', [{ PermissionSet: { Name: 'Rep' } }]]]);
    expect(world.data.runningUser(world.data.userId('rep@x.example') as never).timeZone).toBe('Europe/Berlin');
    expect(() => seedUsers(world.tx, [{ Username: 'x@x.example', profileName: 'Nobody' }])).toThrow(
      'There is no profile Nobody.'
    );
  });
});

test('a multi-currency org stores the currency of records', () => {
  const world = new World({}, { multiCurrency: true });

  world.insert('Account', { Name: 'a' }, { Name: 'b', CurrencyIsoCode: 'EUR' });
  world.dml(
    'update',
    record('Account', { Id: id(world.query("SELECT Id FROM Account WHERE Name = 'a'")[0]), Phone: '1' })
  );

  expect(world.rows('SELECT CurrencyIsoCode FROM Account ORDER BY Name')).toEqual(['USD', 'EUR']);
});
