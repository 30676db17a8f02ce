import { expect, test } from 'vitest';
import { runner } from './apex-runner.js';
import { World } from './world.js';

const files = {
  'objects/Limit__c/Limit__c.object-meta.xml':
    '<CustomObject><label>Limit</label><customSettingsType>Hierarchy</customSettingsType></CustomObject>',
  'objects/Rule__mdt/Rule__mdt.object-meta.xml':
    '<CustomObject><label>Rule</label><pluralLabel>Rules</pluralLabel></CustomObject>',
  'customMetadata/Rule.EighteenCharacters.md-meta.xml': '<CustomMetadata><label>Long</label></CustomMetadata>'
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

test('an id set to null makes no other record', async () => {
  const run = await runner(new World(), `return new Account(Name = 'a') == new Account(Name = 'a', Id = null);`);

  expect(run()).toBe(true);
});
