import { describe, expect, test } from 'vitest';
import { ApexThrow } from '../../src/kernel/exception.js';
import { ApexId } from '../../src/kernel/scalars.js';
import type { LeadConversion } from '../../src/kernel/services.js';
import { field } from '../schema/project.js';
import { decimal, id, record, systemMode, World } from './world.js';

function failure(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ApexThrow) return (error.exception.message ?? '').replace(/^.*first error: /s, '');
    throw error;
  }
  return '';
}

const part = field(
  '<fullName>Box__c</fullName><label>Box</label><type>MasterDetail</type><referenceTo>Box__c</referenceTo><relationshipName>Parts</relationshipName>'
);
const boxes = {
  'objects/Box__c/Box__c.object-meta.xml':
    '<CustomObject><label>Box</label><pluralLabel>Boxes</pluralLabel><nameField><label>Box Name</label><type>Text</type></nameField></CustomObject>',
  'objects/Part__c/Part__c.object-meta.xml':
    '<CustomObject><label>Part</label><nameField><label>Part Name</label><type>Text</type></nameField></CustomObject>',
  'objects/Part__c/fields/Box__c.field-meta.xml': part,
  'objects/Part__c/fields/Made__c.field-meta.xml': field('<fullName>Made__c</fullName><type>Date</type>'),
  'objects/Box__c/fields/Parts__c.field-meta.xml': field(
    '<fullName>Parts__c</fullName><type>Summary</type><summaryForeignKey>Part__c.Box__c</summaryForeignKey><summaryOperation>count</summaryOperation>'
  ),
  'objects/Box__c/fields/Newest__c.field-meta.xml': field(
    '<fullName>Newest__c</fullName><type>Summary</type><summarizedField>Part__c.Made__c</summarizedField><summaryForeignKey>Part__c.Box__c</summaryForeignKey><summaryOperation>max</summaryOperation>'
  )
};

describe('roll-ups', () => {
  test('a change of the details saves the parent with its triggers', () => {
    const world = new World(boxes);
    const box = world.one('Box__c', { Name: 'b' });
    const seen: string[] = [];
    const count = (one: { fields: ReadonlyMap<string, unknown> } | undefined) => String(one?.fields.get('Parts__c'));
    world.trigger({
      object: 'Box__c',
      events: ['before update', 'after update'],
      run: (c) => seen.push(`${c.event}: ${count(c.oldRecords?.[0])} > ${count(c.newRecords?.[0])}`)
    });

    const made = world.one('Part__c', { Name: 'p', Box__c: id(box) });
    world.dml('update', record('Part__c', { Id: id(made), Name: 'q' }));
    world.dml('delete', made);

    expect(seen).toEqual([
      'before update: 0 > 1',
      'after update: 0 > 1',
      'before update: 1 > 0',
      'after update: 1 > 0'
    ]);
  });

  test('a validation rule of the parent refuses the detail', () => {
    const world = new World({
      ...boxes,
      'objects/Box__c/validationRules/Full.validationRule-meta.xml':
        '<ValidationRule><fullName>Full</fullName><active>true</active><errorConditionFormula>Parts__c &gt; 1</errorConditionFormula><errorMessage>The box is full</errorMessage></ValidationRule>'
    });
    const box = world.one('Box__c', { Name: 'b' });
    world.one('Part__c', { Name: 'p', Box__c: id(box) });

    expect(failure(() => world.one('Part__c', { Name: 'q', Box__c: id(box) }))).toBe(
      'FIELD_CUSTOM_VALIDATION_EXCEPTION, The box is full: []'
    );
    expect(world.count('SELECT COUNT() FROM Part__c')).toBe(1);
  });

  test('the largest date is a date', () => {
    const world = new World(boxes);

    expect(world.org.schema.field('Box__c', 'Newest__c')?.type).toBe('date');
  });
});

describe('look-up filters', () => {
  const filtered = (filter: string) => ({
    'objects/Contact/fields/Firm__c.field-meta.xml': field(
      `<fullName>Firm__c</fullName><label>Firm</label><type>Lookup</type><referenceTo>Account</referenceTo><lookupFilter><active>true</active>${filter}</lookupFilter>`
    )
  });
  const item = (path: string, operation: string, value: string) =>
    `<filterItems><field>${path}</field><operation>${operation}</operation>${value}</filterItems>`;

  test.each([
    ['a value', item('Account.Industry', 'equals', '<value>Energy, Banking</value>')],
    ['the record itself', item('Account.Name', 'equals', '<valueField>$Source.Department</valueField>')],
    [
      'logic',
      `${item('Account.Industry', 'equals', '<value>Banking</value>')}${item('Account.Name', 'startsWith', '<value>Go</value>')}<booleanFilter>1 OR (2 AND NOT 1)</booleanFilter>`
    ]
  ])('compare with %s', (_, filter) => {
    const world = new World(filtered(`${filter}<isOptional>false</isOptional>`));
    const good = world.one('Account', { Name: 'Good', Industry: 'Energy' });
    const bad = world.one('Account', { Name: 'Bad', Industry: 'Retail' });

    world.one('Contact', { LastName: 'x', Department: 'Good', Firm__c: id(good) });
    expect(failure(() => world.one('Contact', { LastName: 'y', Department: 'Good', Firm__c: id(bad) }))).toBe(
      'FIELD_FILTER_VALIDATION_EXCEPTION, Value does not exist or does not match filter criteria.: [Firm__c]'
    );
  });

  test('an optional filter refuses nothing', () => {
    const filter = `${item('Account.Industry', 'equals', '<value>Energy</value>')}<isOptional>true</isOptional>`;
    const world = new World(filtered(filter));
    const firm = world.one('Account', { Name: 'a' });

    expect(failure(() => world.one('Contact', { LastName: 'x', Firm__c: id(firm) }))).toBe('');
  });
});

describe('errors', () => {
  test('a before-trigger cannot update its own record, an after-trigger can', () => {
    const world = new World();
    const account = world.one('Account', { Name: 'a' });
    let event: 'before update' | 'after update' = 'before update';
    world.trigger({
      name: 'Own',
      object: 'Account',
      events: ['before update', 'after update'],
      run: (c) => {
        if (c.event !== event || world.tx.triggerStack.length > 1) return;
        world.dml('update', record('Account', { Id: id(account), Phone: '1' }));
      }
    });

    const update = () => world.dml('update', record('Account', { Id: id(account), Name: 'b' }));
    expect(failure(update)).toContain(
      `SELF_REFERENCE_FROM_TRIGGER, Object (id = ${id(account).value.slice(0, 15)}) is currently in trigger Own, therefore it cannot recursively update itself: []`
    );
    event = 'after update';
    expect(failure(update)).toBe('');
  });

  test('several unique fields stand in one error', () => {
    const unique = (name: string) => ({
      [`objects/Account/fields/${name}.field-meta.xml`]: field(
        `<fullName>${name}</fullName><type>Text</type><length>10</length><unique>true</unique>`
      )
    });
    const world = new World({ ...unique('A__c'), ...unique('B__c') });
    const first = id(world.one('Account', { Name: 'x', A__c: 'a', B__c: 'b' })).value.slice(0, 15);

    expect(failure(() => world.one('Account', { Name: 'y', A__c: 'A', B__c: 'b' }))).toBe(
      `DUPLICATE_VALUE, duplicate value found: A__c duplicates value on record with id: ${first}, B__c duplicates value on record with id: ${first}: []`
    );
  });

  test('a custom object without a name is named by its id', () => {
    const world = new World(boxes);
    const box = world.one('Box__c', {});

    expect(world.rows('SELECT Name FROM Box__c')).toEqual([id(box).value.slice(0, 15)]);
  });

  test('mixed DML names the object that came first', () => {
    const world = new World();
    world.one('Contact', { LastName: 'x' });

    expect(failure(() => world.one('UserRole', { Name: 'r', DeveloperName: 'r' }))).toBe(
      'MIXED_DML_OPERATION, DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): UserRole, original object: Contact: []'
    );
  });
});

describe('merge', () => {
  test('after-delete triggers of the losers know the master, and the master is updated once', () => {
    const world = new World();
    const [master, loser] = world.insert('Account', { Name: 'm' }, { Name: 'l' });
    world.one('Contact', { LastName: 'c', AccountId: id(loser) });
    const seen: unknown[] = [];
    world.trigger({
      object: 'Account',
      events: ['before delete', 'after delete', 'before update', 'after update'],
      run: (c) => seen.push([c.event, String(c.oldRecords?.[0]?.fields.get('MasterRecordId') ?? '') !== ''])
    });

    world.data.merge(world.tx, record('Account', { Id: id(master) }), [loser as never], {
      access: systemMode,
      allOrNone: true
    });

    expect(seen).toEqual([
      ['before delete', false],
      ['after delete', true],
      ['before update', false],
      ['after update', false]
    ]);
    expect(world.rows('SELECT Account.Name FROM Contact')).toEqual([{ Name: 'm' }]);
  });
});

describe('lead conversion', () => {
  const wish: LeadConversion = {
    leadId: null,
    accountId: null,
    contactId: null,
    opportunityId: null,
    ownerId: null,
    convertedStatus: 'Closed - Converted',
    opportunityName: null,
    doNotCreateOpportunity: false,
    overwriteLeadSource: false
  };
  const convert = (world: World, more: Partial<LeadConversion>, allOrNone = true) =>
    world.data.convertLeads(world.tx, [{ ...wish, ...more }], { access: systemMode, allOrNone })[0];

  test('makes account, contact, opportunity and role, and closes the lead', () => {
    const world = new World();
    const lead = world.one('Lead', {
      FirstName: 'Ada',
      LastName: 'Byron',
      Company: 'Engines',
      City: 'London',
      LeadSource: 'Web',
      AnnualRevenue: decimal('5')
    });
    world.one('Task', { WhoId: id(lead), Subject: 'Call' });

    const result = convert(world, { leadId: id(lead) });

    expect(result).toMatchObject({ success: true, errors: [] });
    expect(world.rows('SELECT Name, BillingCity, AnnualRevenue, AccountSource FROM Account')).toEqual([
      ['Engines', 'London', '5', 'Web']
    ]);
    expect(world.rows('SELECT Name, MailingCity, Account.Name FROM Contact')).toEqual([
      ['Ada Byron', 'London', { Name: 'Engines' }]
    ]);
    expect(world.rows('SELECT Name, StageName, CloseDate, LeadSource FROM Opportunity')).toEqual([
      ['Engines', 'Prospecting', '2026-03-31', 'Web']
    ]);
    expect(world.rows('SELECT IsPrimary, Contact.LastName FROM OpportunityContactRole')).toEqual([
      [true, { LastName: 'Byron' }]
    ]);
    expect(world.rows('SELECT Status, IsConverted, ConvertedDate, ConvertedAccount.Name FROM Lead')).toEqual([
      ['Closed - Converted', true, '2026-03-10', { Name: 'Engines' }]
    ]);
    expect(world.rows('SELECT Who.Name, What.Name FROM Task')).toEqual([[{ Name: 'Ada Byron' }, { Name: 'Engines' }]]);
  });

  test('existing records keep what they have and get what they lack', () => {
    const world = new World();
    const account = world.one('Account', { Name: 'Old', Industry: 'Energy' });
    const contact = world.one('Contact', { LastName: 'Old', AccountId: id(account) });
    const lead = world.one('Lead', { LastName: 'New', Company: 'New', Industry: 'Retail', Phone: '1', Title: 'Dr' });

    convert(world, {
      leadId: id(lead),
      accountId: id(account),
      contactId: id(contact),
      doNotCreateOpportunity: true
    });

    expect(world.rows('SELECT Name, Industry, Phone FROM Account')).toEqual([['Old', 'Energy', '1']]);
    expect(world.rows('SELECT LastName, Title FROM Contact')).toEqual([['Old', 'Dr']]);
    expect(world.count('SELECT COUNT() FROM Opportunity')).toBe(0);
  });

  test('a status that converts nothing is refused, as an exception or as a result', () => {
    const world = new World();
    const lead = world.one('Lead', { LastName: 'New', Company: 'New' });
    const bad = { leadId: id(lead), convertedStatus: 'Working - Contacted' };

    expect(failure(() => convert(world, bad))).toBe(
      'INVALID_STATUS, invalid convertedStatus: Working - Contacted: [Status]'
    );
    expect(convert(world, bad, false)).toMatchObject({ success: false, errors: [{ code: 'INVALID_STATUS' }] });
    expect(world.count('SELECT COUNT() FROM Account')).toBe(0);
  });
});

describe('record types', () => {
  const values = (chosen: string) =>
    `<picklistValues><picklist>Industry</picklist><values><fullName>Energy</fullName><default>${chosen === 'Energy'}</default></values><values><fullName>Banking</fullName><default>${chosen === 'Banking'}</default></values></picklistValues>`;
  const type = (name: string, chosen: string) => ({
    [`objects/Account/recordTypes/${name}.recordType-meta.xml`]: `<RecordType><fullName>${name}</fullName><active>true</active><label>${name}</label>${values(chosen)}</RecordType>`
  });

  test('a record takes the record type of the profile and the picklist defaults of its record type', () => {
    const world = new World({
      ...type('Plant', 'Energy'),
      ...type('Desk', 'Banking'),
      'profiles/Admin.profile-meta.xml':
        '<Profile><recordTypeVisibilities><default>true</default><recordType>Account.Plant</recordType><visible>true</visible></recordTypeVisibilities></Profile>'
    });
    const desk = world.org.schema.object('Account')?.recordTypes.find((one) => one.developerName === 'Desk');

    world.one('Account', { Name: 'a' });
    world.one('Account', { Name: 'b', RecordTypeId: ApexId.parse(desk?.id ?? '') ?? null });
    world.one('Account', { Name: 'c', Industry: 'Retail' });

    expect(world.rows('SELECT Name, RecordType.DeveloperName, Industry FROM Account ORDER BY Name')).toEqual([
      ['a', { DeveloperName: 'Plant' }, 'Energy'],
      ['b', { DeveloperName: 'Desk' }, 'Banking'],
      ['c', { DeveloperName: 'Plant' }, 'Retail']
    ]);
  });
});

describe('users', () => {
  test('are assigned the permission set of their profile', () => {
    const world = new World();
    const sets =
      'SELECT PermissionSet.Profile.Name, PermissionSet.PermissionsModifyAllData FROM PermissionSetAssignment';

    expect(world.rows(sets)).toEqual([{ PermissionsModifyAllData: true, Profile: { Name: 'System Administrator' } }]);
    expect(
      world.rows("SELECT PermissionsModifyAllData, PermissionsApiEnabled FROM Profile WHERE Name = 'Standard User'")
    ).toEqual([[false, true]]);
  });
});
