import { afterAll, describe, expect, test } from 'vitest';
import { ApexTime } from '../../src/kernel/scalars.js';
import type { SObjectValue } from '../../src/kernel/sobject.js';
import { decimal, day, id, moment, plain, World } from '../data/world.js';
import { field } from '../schema/project.js';
import { facts, type FormulaFact } from './facts.js';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const custom = (object: string, name: string, body: string) => ({
  [`objects/${object}/fields/${name}.field-meta.xml`]: field(
    `<fullName>${name}</fullName><label>${name}</label>${body}`
  )
});
const object = (name: string) => ({
  [`objects/${name}/${name}.object-meta.xml`]: `<CustomObject><label>${name}</label><nameField><label>Name</label><type>Text</type></nameField></CustomObject>`
});
const values = (...names: string[]) =>
  `<valueSet><valueSetDefinition>${names.map((name) => `<value><fullName>${name}</fullName><default>false</default><label>${name}</label></value>`).join('')}</valueSetDefinition></valueSet>`;
const shapes: Readonly<Record<FormulaFact['type'], string>> = {
  Text: '<type>Text</type>',
  Number: '<type>Number</type><precision>18</precision><scale>4</scale>',
  Percent: '<type>Percent</type><precision>18</precision><scale>2</scale>',
  Checkbox: '<type>Checkbox</type>',
  Date: '<type>Date</type>',
  DateTime: '<type>DateTime</type>',
  Time: '<type>Time</type>'
};

function filesOf(all: readonly FormulaFact[]): Record<string, string> {
  const files: Record<string, string> = {
    ...object('Crate__c'),
    ...custom('Crate__c', 'Limit__c', '<type>Number</type><precision>10</precision><scale>1</scale>'),
    ...custom(
      'Crate__c',
      'Twice__c',
      '<type>Number</type><precision>10</precision><scale>1</scale><formula>Limit__c * 2</formula>'
    ),
    ...object('Box__c'),
    ...custom('Box__c', 'Amount__c', '<type>Number</type><precision>18</precision><scale>2</scale>'),
    ...custom('Box__c', 'Empty__c', '<type>Number</type><precision>18</precision><scale>2</scale>'),
    ...custom('Box__c', 'Rate__c', '<type>Percent</type><precision>5</precision><scale>2</scale>'),
    ...custom('Box__c', 'Stage__c', `<type>Picklist</type>${values('Won', 'Lost')}`),
    ...custom(
      'Box__c',
      'Colors__c',
      `<type>MultiselectPicklist</type><visibleLines>3</visibleLines>${values('Red', 'Green', 'Blue')}`
    ),
    ...custom('Box__c', 'Close__c', '<type>Date</type>'),
    ...custom('Box__c', 'None__c', '<type>Date</type>'),
    ...custom('Box__c', 'At__c', '<type>DateTime</type>'),
    ...custom('Box__c', 'Slot__c', '<type>Time</type>'),
    ...custom('Box__c', 'Flag__c', '<type>Checkbox</type><defaultValue>false</defaultValue>'),
    ...custom('Box__c', 'Note__c', '<type>Text</type><length>40</length>'),
    ...custom(
      'Box__c',
      'Place__c',
      '<type>Location</type><scale>4</scale><displayLocationInDecimal>true</displayLocationInDecimal>'
    ),
    ...custom(
      'Box__c',
      'Crate__c',
      '<type>Lookup</type><referenceTo>Crate__c</referenceTo><relationshipName>Boxes</relationshipName>'
    ),
    ...custom(
      'Box__c',
      'Half__c',
      '<type>Number</type><precision>18</precision><scale>4</scale><formula>Amount__c / 2</formula>'
    ),
    'labels/CustomLabels.labels-meta.xml':
      '<CustomLabels><labels><fullName>Greeting</fullName><value>Hello</value></labels></CustomLabels>'
  };
  all.forEach(({ formula, type, blanks }, i) => {
    Object.assign(
      files,
      custom(
        'Box__c',
        `F${i}__c`,
        `${shapes[type]}<formula>${escaped(formula)}</formula>${blanks ? `<formulaTreatBlanksAs>${blanks}</formulaTreatBlanksAs>` : ''}`
      )
    );
  });
  return files;
}

/** Each formula is a field of one record, which is read in memory and by a query. */
describe('formulas', () => {
  const world = new World(filesOf(facts), { cleanUp: afterAll });
  const crate = world.one('Crate__c', { Name: 'Crate', Limit__c: decimal('1.5') });
  const box = world.one('Box__c', {
    Name: 'Acme Corp',
    Amount__c: decimal('12.50'),
    Rate__c: decimal('25'),
    Stage__c: 'Won',
    Colors__c: 'Red;Blue',
    Close__c: day('2026-01-31'),
    At__c: moment('2026-01-31T13:45:30Z'),
    Slot__c: new ApexTime(((13 * 60 + 45) * 60 + 30) * 1000 + 250),
    Flag__c: true,
    Place__Latitude__s: decimal('37.7750'),
    Place__Longitude__s: decimal('-122.4180'),
    Crate__c: id(crate)
  });
  const shown = (record: SObjectValue | undefined, i: number): unknown => {
    const value = record?.fields.get(`F${i}__c`) ?? null;
    return value instanceof ApexTime ? new Date(value.ms).toISOString().slice(11, 23) : plain(value);
  };
  const chunk = 50;
  const queried = facts.flatMap((_, from) => {
    if (from % chunk !== 0) return [];
    const names = facts.slice(from, from + chunk).map((_fact, i) => `F${from + i}__c`);
    const [row] = world.query(`SELECT ${names.join(', ')} FROM Box__c`);
    return names.map((_name, i) => shown(row, from + i));
  });
  const memory = world.query('SELECT FIELDS(ALL) FROM Box__c LIMIT 1')[0];
  for (let i = 0; i < facts.length; i++) memory?.fields.delete(`F${i}__c`);
  if (memory) world.data.recalculateFormulas(world.tx, [memory]);

  test('none is refused', () => {
    expect(world.data.problems.map(({ message }) => message)).toEqual([]);
    expect(box.fields.get('Id')).toBeTruthy();
  });

  test.each(facts.map((fact, i) => ({ ...fact, i, mode: fact.blanks ?? 'as a field' })))(
    '$formula ($mode) is $expected: $source',
    ({ expected, i }) => {
      expect({ queried: queried[i], memory: shown(memory, i) }).toEqual({ queried: expected, memory: expected });
    }
  );
});
