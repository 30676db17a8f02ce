import { expect, test } from 'vitest';
import { createTransaction } from '../../src/runtime/transaction.js';
import { field } from '../schema/project.js';
import { id, record, World } from './world.js';

const files = {
  'objects/Box__c/Box__c.object-meta.xml':
    '<CustomObject><label>Box</label><enableHistory>true</enableHistory><nameField><label>Name</label><type>Text</type></nameField></CustomObject>',
  'objects/Box__c/fields/Size__c.field-meta.xml': field(
    '<fullName>Size__c</fullName><label>Size</label><type>Text</type><length>10</length><trackHistory>true</trackHistory>'
  ),
  'objects/Box__c/fields/Plain__c.field-meta.xml': field(
    '<fullName>Plain__c</fullName><label>Plain</label><type>Text</type><length>10</length>'
  ),
  'objects/Box__c/fields/Notes__c.field-meta.xml': field(
    '<fullName>Notes__c</fullName><label>Notes</label><type>LongTextArea</type><length>1000</length><trackHistory>true</trackHistory>'
  ),
  'objects/Box__c/fields/Account__c.field-meta.xml': field(
    '<fullName>Account__c</fullName><label>Account</label><type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Boxes</relationshipName><trackHistory>true</trackHistory>'
  ),
  'objects/Account/fields/Industry.field-meta.xml': field(
    '<fullName>Industry</fullName><trackHistory>true</trackHistory>'
  )
};

const history = 'SELECT Field, OldValue, NewValue FROM Box__History ORDER BY Id';

test('creation and changes of tracked fields are written, others not', () => {
  const world = new World(files);
  const box = world.one('Box__c', { Name: 'b', Size__c: 'S', Plain__c: 'x' });

  world.dml('update', record('Box__c', { Id: id(box), Size__c: 'L', Plain__c: 'y' }));
  world.dml('update', record('Box__c', { Id: id(box), Size__c: 'L' }));

  expect(world.rows(history)).toEqual([
    ['created', null, null],
    ['Size__c', 'S', 'L']
  ]);
});

test('a look-up is told by names and by ids, a long text without its values', () => {
  const world = new World(files);
  const account = world.one('Account', { Name: 'Acme' });
  const box = world.one('Box__c', { Name: 'b' });

  world.dml('update', record('Box__c', { Id: id(box), Account__c: id(account), Notes__c: 'long' }));

  expect(world.rows(history).slice(1)).toEqual([
    ['Account__c', null, 'Acme'],
    ['Account__c', null, id(account).value],
    ['Notes__c', null, null]
  ]);
});

test('standard objects keep theirs where the project tracks their fields', () => {
  const world = new World(files);
  const account = world.one('Account', { Name: 'a' });

  world.dml('update', record('Account', { Id: id(account), Industry: 'Energy' }));

  expect(world.rows('SELECT Account.Name, Field, NewValue FROM AccountHistory ORDER BY Id')).toEqual([
    [{ Name: 'a' }, 'created', null],
    [{ Name: 'a' }, 'Industry', 'Energy']
  ]);
});

test('a test writes none', () => {
  const world = new World(files);
  const { org, data, async, callouts, user, origin } = world.tx;
  const context = { running: true, mocks: new Map(), seeAllData: false };
  world.tx = createTransaction({ org, data, async, callouts, user, origin, test: context });

  world.one('Box__c', { Name: 'b' });

  expect(world.rows(history)).toEqual([]);
});
