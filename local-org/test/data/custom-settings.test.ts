import { expect, test } from 'vitest';
import { field } from '../schema/project.js';
import { runner } from './apex-runner.js';
import { World } from './world.js';

const rule = (label: string, name: string, value: string): string =>
  `<CustomMetadata xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><label>${label}</label><values><field>${name}</field><value>${value}</value></values></CustomMetadata>`;

const files = {
  'objects/Limit__c/Limit__c.object-meta.xml':
    '<CustomObject><label>Limit</label><customSettingsType>Hierarchy</customSettingsType></CustomObject>',
  'objects/Rule__mdt/Rule__mdt.object-meta.xml':
    '<CustomObject><label>Rule</label><pluralLabel>Rules</pluralLabel></CustomObject>',
  'objects/Rule__mdt/fields/Parent__c.field-meta.xml': field(
    '<fullName>Parent__c</fullName><label>Parent</label><type>MetadataRelationship</type><referenceTo>Rule__mdt</referenceTo><relationshipName>Rules</relationshipName>'
  ),
  'objects/Rule__mdt/fields/Text__c.field-meta.xml': field(
    '<fullName>Text__c</fullName><label>Text</label><type>LongTextArea</type><length>1000</length>'
  ),
  'customMetadata/Rule.EighteenCharacters.md-meta.xml': rule('Long', 'Text__c', 'x'.repeat(300)),
  'customMetadata/Rule.Other.md-meta.xml': rule('Other', 'Parent__c', 'EighteenCharacters')
};

// Apex Reference Guide, Custom Settings Methods: getOrgDefaults, getInstance.
test.each([
  [21, 'Limit__c.getOrgDefaults() == null'],
  [21, 'Limit__c.getInstance() == null'],
  [22, 'Limit__c.getOrgDefaults() != null && Limit__c.getOrgDefaults().Id == null'],
  [22, 'Limit__c.getInstance() != null']
])('without data, Apex of API version %s finds %s', async (apiVersion, condition) => {
  const run = await runner(new World(files), `return ${condition};`, apiVersion);

  expect(run()).toBe(true);
});

test('a custom metadata record whose name looks like an id is found by its name', async () => {
  const run = await runner(new World(files), `return Rule__mdt.getInstance('EighteenCharacters').MasterLabel;`);

  expect(run()).toBe('Long');
});

// Apex Reference Guide, Custom Metadata Type Methods; that parents are there is how public projects use them.
test.each([
  ['with 255 characters of long texts', `Rule__mdt.getInstance('EighteenCharacters').Text__c.length()`, 255],
  ['where a query has them all', `[SELECT Text__c FROM Rule__mdt WHERE MasterLabel = 'Long'].Text__c.length()`, 300],
  ['with its parent', `Rule__mdt.getInstance('Other').Parent__r.MasterLabel`, 'Long'],
  ['in a map with their parents', `Rule__mdt.getAll().get('Other').Parent__r.DeveloperName`, 'EighteenCharacters'],
  ['without a parent where there is none', `Rule__mdt.getAll().get('EighteenCharacters').Parent__r.MasterLabel`, null]
])('static methods of custom metadata return records %s', async (_, expression, expected) => {
  const run = await runner(new World(files), `return ${expression};`);

  expect(run()).toBe(expected);
});

test('an id set to null makes no other record', async () => {
  const run = await runner(new World(), `return new Account(Name = 'a') == new Account(Name = 'a', Id = null);`);

  expect(run()).toBe(true);
});
