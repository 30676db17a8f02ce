import { expect, test } from 'vitest';
import { field } from '../schema/project.js';
import { ApexThrow } from '../../src/kernel/exception.js';
import { exceptionText } from '../../src/runtime/exceptions.js';
import { toText } from '../../src/runtime/text.js';
import { runner } from './apex-runner.js';
import { World } from './world.js';

/** Seen in a public suite: its queries name variables of blocks that have ended. */
test.each([
  ["if (true) { String wanted = 'Acme'; } return Database.countQuery(q + 'wanted');", '1'],
  ["String wanted = 'Beta'; if (true) { String other = 'Acme'; } return Database.countQuery(q + 'wanted');", '1'],
  [
    "if (false) { String wanted = 'x'; } else { String wanted = 'Beta'; } return Database.countQuery(q + 'WANTED');",
    '1'
  ],
  [
    "for (String name : new List<String>{ 'x', 'Beta' }) { String wanted = name; } return Database.countQuery(q + 'wanted');",
    '1'
  ],
  ["if (true) { String wanted = 'Beta'; wanted += 'x'; } return Database.countQuery(q + 'wanted');", '0'],
  [
    "if (false) { String wanted = 'Acme'; } return Database.countQuery(q + 'wanted');",
    'System.QueryException: Variable does not exist: wanted'
  ]
])('a dynamic query sees variables of ended blocks: %s', async (body, expected) => {
  const world = new World();
  world.insert('Account', { Name: 'Acme' }, { Name: 'Beta' });
  const run = await runner(world, `String q = 'SELECT COUNT() FROM Account WHERE Name = :'; ${body}`);

  expect(answer(run)).toBe(expected);
});

function answer(run: () => unknown): string {
  try {
    return String(run());
  } catch (error) {
    if (error instanceof ApexThrow) return exceptionText(error.exception);
    throw error;
  }
}

/** Seen in public suites. */
test.each([
  ["Rule__mdt one = new Rule__mdt(); one.put('Group__c', 'First'); return one.Group__c;", 'First'],
  [
    'Rule__mdt one = (Rule__mdt) JSON.deserialize(\'{"Group__c":"First"}\', Rule__mdt.class); return (String) one.Group__c + \'!\';',
    'First!'
  ],
  [
    'return String.valueOf(((Rule__mdt) JSON.deserialize(\'{"Group__c":"000000000000001"}\', Rule__mdt.class)).Group__c);',
    '000000000000001AAA'
  ],
  [
    "Contact one = new Contact(); one.put('AccountId', 'First'); return one;",
    'System.StringException: Invalid id: First'
  ]
])('a reference between metadata records holds names, too: %s', async (body, expected) => {
  const object = '<CustomObject><label>Rule</label><pluralLabel>Rules</pluralLabel></CustomObject>';
  const world = new World({
    'objects/Group__mdt/Group__mdt.object-meta.xml': object,
    'objects/Rule__mdt/Rule__mdt.object-meta.xml': object,
    'objects/Rule__mdt/fields/Group__c.field-meta.xml': field(
      '<fullName>Group__c</fullName><label>Group</label><type>MetadataRelationship</type><referenceTo>Group__mdt</referenceTo><relationshipName>Rules</relationshipName>'
    )
  });
  const run = await runner(world, body);

  expect(answer(() => toText(world.tx, run()))).toBe(expected);
});
