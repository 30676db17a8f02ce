import { describe, expect, test } from 'vitest';
import { ApexThrow } from '../../src/kernel/exception.js';
import { ApexId } from '../../src/kernel/scalars.js';
import { validForPlaces } from '../../src/schema/dependent-picklists.js';
import { field } from '../schema/project.js';
import { runner } from './apex-runner.js';
import { id, record, World } from './world.js';

const value = (name: string) =>
  `<value><fullName>${name}</fullName><default>false</default><label>${name}</label></value>`;
const available = (...names: string[]) =>
  names.map((name, i) => `<values><fullName>${name}</fullName><default>${i === 0}</default></values>`).join('');
const settings = (name: string, ...controlling: string[]) =>
  `<valueSettings>${controlling.map((one) => `<controllingFieldValue>${one}</controllingFieldValue>`).join('')}<valueName>${name}</valueName></valueSettings>`;

const files = {
  'objects/Car__c/Car__c.object-meta.xml':
    '<CustomObject><label>Car</label><nameField><label>Name</label><type>Text</type></nameField></CustomObject>',
  'objects/Car__c/fields/Make__c.field-meta.xml': field(
    `<fullName>Make__c</fullName><label>Make</label><type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition>${['Alfa', 'Benz', 'Colt'].map(value).join('')}</valueSetDefinition></valueSet>`
  ),
  'objects/Car__c/fields/Model__c.field-meta.xml': field(
    `<fullName>Model__c</fullName><label>Model</label><type>Picklist</type><valueSet><controllingField>Make__c</controllingField><valueSetDefinition>${['Giulia', 'GLA', 'Any'].map(value).join('')}</valueSetDefinition>${settings('Giulia', 'Alfa')}${settings('GLA', 'Benz')}${settings('Any', 'Alfa', 'Colt')}</valueSet>`
  ),
  'objects/Car__c/recordTypes/Old.recordType-meta.xml': `<RecordType><fullName>Old</fullName><label>Old</label><active>true</active><picklistValues><picklist>Make__c</picklist>${available('Colt', 'Benz')}</picklistValues></RecordType>`
};

function outcome(work: () => unknown): string {
  try {
    work();
    return 'saved';
  } catch (error) {
    if (error instanceof ApexThrow) return error.exception.message ?? '';
    throw error;
  }
}

const refused = (name: string) =>
  `Insert failed. First exception on row 0; first error: INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, Make: bad value for restricted picklist field: ${name}: [Make__c]`;

describe('a restricted picklist', () => {
  const oldType = (world: World) => ApexId.parse(world.org.schema.object('Car__c')?.recordTypes[0]?.id ?? '') ?? null;

  test.each([
    ['of the master record type takes each of its values', false, 'Alfa', 'saved'],
    ['takes no other value', false, 'Dart', refused('Dart')],
    ['takes the values of the record type, whatever their case', true, 'BENZ', 'saved'],
    ['takes no value that the record type lacks', true, 'Alfa', refused('Alfa')]
  ])('%s', (_name, typed, make, expected) => {
    const world = new World(files);

    expect(
      outcome(() => world.one('Car__c', { Name: 'x', Make__c: make, ...(typed && { RecordTypeId: oldType(world) }) }))
    ).toBe(expected);
  });

  test('has the default of the record type', () => {
    const world = new World(files);

    world.one('Car__c', { Name: 'x', RecordTypeId: oldType(world) });

    expect(world.rows('SELECT Make__c FROM Car__c')).toEqual(['Colt']);
  });

  test('keeps a value that the record had before its type changed', () => {
    const world = new World(files);
    const car = world.one('Car__c', { Name: 'x', Make__c: 'Alfa' });

    world.dml('update', record('Car__c', { Id: id(car), RecordTypeId: oldType(world) }));

    expect(world.rows('SELECT Make__c, RecordType.DeveloperName FROM Car__c')).toEqual([
      ['Alfa', { DeveloperName: 'Old' }]
    ]);
  });
});

describe('a dependent picklist', () => {
  test('tells for which controlling values its values may be chosen', () => {
    const { schema } = new World(files).org;
    const [make, model] = [schema.field('Car__c', 'Make__c'), schema.field('Car__c', 'Model__c')];
    const places = model?.picklist?.map((one) => make && validForPlaces(make, model, one));

    expect(places).toEqual([[0], [1], [0, 2]]);
  });

  // API Developer Guide, DescribeSObjectResult, "About Dependent Picklists": bits from left to right, in Base64.
  test('is written by JSON.serialize with the bits of its controlling values', async () => {
    const run = await runner(
      new World(files),
      'return JSON.serialize(Car__c.Model__c.getDescribe().getPicklistValues()[2]);'
    );

    expect(JSON.parse(String(run()))).toEqual({
      active: true,
      defaultValue: false,
      label: 'Any',
      validFor: Buffer.from([0b10100000]).toString('base64'),
      value: 'Any'
    });
  });

  test('other picklists have no such bits', async () => {
    const run = await runner(
      new World(files),
      'return JSON.serialize(Car__c.Make__c.getDescribe().getPicklistValues()[0]);'
    );

    expect(JSON.parse(String(run()))).toMatchObject({ value: 'Alfa', validFor: null });
  });
});
