import { expect, test } from 'vitest';
import { ApexBlob } from '../../src/kernel/scalars.js';
import { field } from '../schema/project.js';
import { day, decimal, id, userMode, World } from './world.js';

const object = (name: string) => ({
  [`objects/${name}/${name}.object-meta.xml`]: `<CustomObject><label>${name}</label><nameField><label>Name</label><type>Text</type></nameField></CustomObject>`
});
const custom = (of: string, name: string, body: string) => ({
  [`objects/${of}/fields/${name}.field-meta.xml`]: field(`<fullName>${name}</fullName><label>${name}</label>${body}`)
});
const detail = (of: string) =>
  `<type>MasterDetail</type><referenceTo>${of}</referenceTo><relationshipName>Rows</relationshipName>`;
const sum = (of: string) =>
  `<type>Summary</type><summaryForeignKey>${of}.Up__c</summaryForeignKey><summarizedField>${of}.N__c</summarizedField><summaryOperation>sum</summaryOperation>`;

/** Object Reference: NoteAndAttachment, CombinedAttachment. */
test('notes and attachments are the children of their record', () => {
  const world = new World(object('Box__c'));
  const box = world.one('Box__c', { Name: 'b' });
  world.one('Note', { ParentId: id(box), Title: 'n', Body: 'text' });
  world.one('Attachment', { ParentId: id(box), Name: 'a.txt', Body: new ApexBlob(new Uint8Array([1, 2])) });

  expect(world.rows('SELECT Name, (SELECT Title, IsNote FROM NotesAndAttachments ORDER BY Title) FROM Box__c')).toEqual(
    [
      [
        'b',
        [
          { Title: 'a.txt', IsNote: false },
          { Title: 'n', IsNote: true }
        ]
      ]
    ]
  );
  expect(
    world.rows('SELECT Name, (SELECT Title, RecordType FROM CombinedAttachments ORDER BY Title DESC) FROM Box__c')
  ).toEqual([
    [
      'b',
      [
        { Title: 'n', RecordType: 'Note' },
        { Title: 'a.txt', RecordType: 'Attachment' }
      ]
    ]
  ]);
});

test('a roll-up of roll-ups keeps the digits of what is summed up', () => {
  const world = new World({
    ...object('A__c'),
    ...custom('A__c', 'N__c', sum('B__c')),
    ...object('B__c'),
    ...custom('B__c', 'Up__c', detail('A__c')),
    ...custom('B__c', 'N__c', sum('C__c')),
    ...object('C__c'),
    ...custom('C__c', 'Up__c', detail('B__c')),
    ...custom('C__c', 'N__c', '<type>Number</type><precision>10</precision><scale>2</scale>')
  });
  const top = world.one('A__c', { Name: 'a' });
  const middle = world.one('B__c', { Name: 'b', Up__c: id(top) });
  world.one('C__c', { Name: 'c', Up__c: id(middle), N__c: decimal('86.37') });

  expect(world.rows('SELECT N__c FROM A__c')).toEqual(['86.37']);
});

test('USING SCOPE team finds the records whose team the user is in', () => {
  const world = new World();
  const [mine] = world.insert(
    'Opportunity',
    ...['mine', 'other'].map((Name) => ({ Name, StageName: 'Prospecting', CloseDate: day('2026-04-01') }))
  );
  world.one('OpportunityTeamMember', { OpportunityId: id(mine), UserId: world.data.administratorId });

  expect(world.rows('SELECT Name FROM Opportunity USING SCOPE team')).toEqual(['mine']);
  expect(() => world.query('SELECT Name FROM Contact USING SCOPE team')).toThrow();
});

/** Sharing of activities that was not touched: private. */
test('an activity is seen by its owner, and by who sees its record', () => {
  const world = new World();
  const [profile] = world.query("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const user = world.one('User', {
    Username: 'x@example.com',
    LastName: 'x',
    Email: 'x@example.com',
    Alias: 'x',
    ProfileId: id(profile),
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    LanguageLocaleKey: 'en_US'
  });
  const account = world.one('Account', { Name: 'Acme' });
  world.insert('Task', { Subject: 'alone' }, { Subject: 'of account', WhatId: id(account) });
  world.data.commit(world.tx);
  world.tx = world.begin(id(user));
  world.one('Task', { Subject: 'own' });

  expect(world.rows('SELECT Subject FROM Task ORDER BY Subject', {}, userMode)).toEqual(['of account', 'own']);
});
