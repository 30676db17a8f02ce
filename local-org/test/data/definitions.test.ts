import { afterAll, describe, expect, test } from 'vitest';
import { field } from '../schema/project.js';
import { World } from './world.js';

const values = ['Red', 'Blue']
  .map((name, i) => `<value><fullName>${name}</fullName><default>${i === 1}</default><label>${name}!</label></value>`)
  .join('');
const world = new World(
  {
    'objects/Box__c/Box__c.object-meta.xml':
      '<CustomObject><label>Box</label><nameField><label>Name</label><type>Text</type></nameField></CustomObject>',
    'objects/Box__c/fields/Color__c.field-meta.xml': field(
      `<fullName>Color__c</fullName><label>Color</label><type>Picklist</type><valueSet><valueSetDefinition>${values}</valueSetDefinition></valueSet>`
    ),
    'objects/Box__c/fields/Twice__c.field-meta.xml': field(
      '<fullName>Twice__c</fullName><label>Twice</label><type>Text</type><formula>Name &amp; Name</formula>'
    )
  },
  { cleanUp: afterAll }
);

/** Object Reference: EntityDefinition, FieldDefinition, EntityParticle, PicklistValueInfo. */
describe('definitions of objects', () => {
  test.each<[string, unknown[]]>([
    [
      "SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinition.DeveloperName = 'Box' AND IsCalculated = TRUE",
      ['Twice__c']
    ],
    [
      "SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinition.DeveloperName = 'Contact' AND RelationshipName = 'Account'",
      ['AccountId']
    ],
    ["SELECT DurableId FROM FieldDefinition WHERE DurableId = 'Box__c.Color__c'", ['Box__c.Color__c']],
    [
      "SELECT QualifiedApiName, (SELECT DeveloperName, DataType FROM Fields WHERE IsCalculated = TRUE) FROM EntityDefinition WHERE QualifiedApiName = 'Box__c'",
      [['Box__c', [{ DeveloperName: 'Twice', DataType: 'Formula (Text)' }]]]
    ],
    [
      "SELECT QualifiedApiName, DataType, IsCreatable, EntityDefinition.Label FROM EntityParticle WHERE EntityDefinition.QualifiedApiName = 'Box__c' AND QualifiedApiName LIKE '%__c' ORDER BY QualifiedApiName",
      [
        ['Color__c', 'picklist', true, { Label: 'Box' }],
        ['Twice__c', 'string', false, { Label: 'Box' }]
      ]
    ],
    [
      "SELECT Value, Label, IsDefaultValue FROM PicklistValueInfo WHERE EntityParticle.EntityDefinition.QualifiedApiName = 'Box__c' AND EntityParticle.QualifiedApiName = 'Color__c'",
      [
        ['Red', 'Red!', false],
        ['Blue', 'Blue!', true]
      ]
    ],
    [
      "SELECT Value FROM PicklistValueInfo WHERE EntityParticleId = 'Box__c.Color__c' AND IsDefaultValue = TRUE",
      ['Blue']
    ],
    ["SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinitionId = 'Nothing__c'", []],
    [
      "SELECT QualifiedApiName FROM EntityDefinition WHERE IsCustomizable = TRUE AND IsCustomSetting = FALSE AND IsApexTriggerable = TRUE AND QualifiedApiName LIKE 'Box%'",
      ['Box__c']
    ],
    ["SELECT QualifiedApiName FROM EntityDefinition WHERE KeyPrefix = '001'", ['Account']]
  ])('%s', (soql, expected) => {
    world.tx = world.begin();
    expect(world.rows(soql)).toEqual(expected);
  });

  test.each(['FieldDefinition', 'EntityParticle', 'PicklistValueInfo'])(
    '%s needs to know which object is meant',
    (name) => {
      expect(() => world.query(`SELECT DurableId FROM ${name}`)).toThrow();
    }
  );
});
