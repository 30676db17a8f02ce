import { afterAll, describe, expect, test } from 'vitest';
import { field } from '../schema/project.js';
import { decimal, id, World } from './world.js';

const object = (name: string) => ({
  [`objects/${name}/${name}.object-meta.xml`]: `<CustomObject><label>${name}</label><enableActivities>true</enableActivities><nameField><label>Name</label><type>Text</type></nameField></CustomObject>`
});
const custom = (of: string, name: string, body: string) => ({
  [`objects/${of}/fields/${name}.field-meta.xml`]: field(`<fullName>${name}</fullName><label>${name}</label>${body}`)
});
const number = '<type>Number</type><precision>10</precision><scale>2</scale>';
const formula = (type: string, text: string) => `${type}<formula>${text}</formula>`;
const summary = (of: string, operation: string, filter = '') =>
  `${number.replace('Number', 'Summary')}<summaryForeignKey>Part__c.Box__c</summaryForeignKey>${of ? `<summarizedField>Part__c.${of}</summarizedField>` : ''}<summaryOperation>${operation}</summaryOperation>${filter}`;

/** Ten deep, each level naming the one below twice. */
const levels = Object.assign(
  {},
  ...Array.from({ length: 10 }, (_, i) =>
    custom('Box__c', `L${i + 1}__c`, formula(number, i === 0 ? 'A__c + A__c' : `(L${i}__c + L${i}__c) / 2`))
  )
) as Record<string, string>;

describe('formula fields in queries', () => {
  const world = new World(
    {
      ...object('Box__c'),
      ...custom('Box__c', 'A__c', number),
      ...custom('Box__c', 'B__c', number),
      ...custom(
        'Box__c',
        'Kind__c',
        formula('<type>Text</type>', 'IF(A__c &gt; 2, &quot;Large&quot;, &quot;small&quot;)')
      ),
      ...custom('Box__c', 'Sum__c', formula(number, 'A__c + B__c')),
      ...custom('Box__c', 'Weight__c', summary('Twice__c', 'sum')),
      ...custom(
        'Box__c',
        'Heavy__c',
        summary(
          '',
          'count',
          '<summaryFilterItems><field>Part__c.Twice__c</field><operation>greaterThan</operation><value>3</value></summaryFilterItems>'
        )
      ),
      ...custom('Box__c', 'Total__c', formula(number, 'Weight__c + A__c')),
      ...levels,
      ...object('Part__c'),
      ...custom(
        'Part__c',
        'Box__c',
        '<type>MasterDetail</type><referenceTo>Box__c</referenceTo><relationshipName>Parts</relationshipName>'
      ),
      ...custom('Part__c', 'Kg__c', number),
      ...custom('Part__c', 'Twice__c', formula(number, 'Kg__c * 2')),
      ...custom('Part__c', 'Share__c', formula(number, 'Kg__c / Box__r.Weight__c'))
    },
    { cleanUp: afterAll }
  );
  const boxes = world.insert(
    'Box__c',
    ...[
      ['a', '1', '5'],
      ['b', '2.5', '1'],
      ['c', '3', '0.5']
    ].map(([Name = '', A__c = '', B__c = '']) => ({ Name, A__c: decimal(A__c), B__c: decimal(B__c) }))
  );
  world.insert(
    'Part__c',
    ...(
      [
        ['p', 0, '1'],
        ['q', 0, '2'],
        ['r', 1, '4']
      ] as const
    ).map(([Name, i, kg]) => ({ Name, Box__c: id(boxes[i]), Kg__c: decimal(kg) }))
  );
  world.one('Contact', { LastName: 'x' });

  test.each<[string, unknown[]]>([
    ['SELECT Name FROM Box__c WHERE Sum__c > 3.5', ['a']],
    ["SELECT Name FROM Box__c WHERE Kind__c = 'LARGE' AND Sum__c < 3.6", ['b', 'c']],
    [
      "SELECT Name FROM Box__c WHERE A__c > 2 AND Kind__c LIKE 'la%' AND Kind__c != 'x' ORDER BY Sum__c DESC, Name DESC",
      ['c', 'b']
    ],
    ['SELECT Name FROM Box__c WHERE NOT (Sum__c IN (6, 7))', ['b', 'c']],
    ['SELECT Name FROM Box__c ORDER BY Sum__c, Name LIMIT 2', ['b', 'c']],
    ['SELECT Name, MAX(Sum__c) m FROM Box__c GROUP BY Name HAVING MAX(Sum__c) > 5', [['a', '6.00']]],
    ['SELECT AVG(Sum__c) a FROM Box__c WHERE Sum__c < 4', ['3.50']],
    [
      'SELECT Name, Weight__c, Heavy__c, Total__c FROM Box__c',
      [
        ['a', '6.00', '1.00', '7.00'],
        ['b', '8.00', '1.00', '10.50'],
        ['c', '0.00', '0.00', '3.00']
      ]
    ],
    ['SELECT Name FROM Box__c WHERE Weight__c = 6', ['a']],
    ['SELECT Name FROM Box__c WHERE Total__c >= 7 AND Heavy__c = 1 ORDER BY Total__c DESC', ['b', 'a']],
    [
      'SELECT Name, Share__c FROM Part__c',
      [
        ['p', '0.17'],
        ['q', '0.33'],
        ['r', '0.50']
      ]
    ],
    ['SELECT Name FROM Part__c WHERE Box__r.Sum__c = 6 AND Share__c > 0.2', ['q']],
    ["SELECT Name FROM Part__c WHERE Box__r.Kind__c = 'large' ORDER BY Box__r.Total__c", ['r']],
    ['SELECT Name FROM Box__c WHERE Id IN (SELECT Box__c FROM Part__c WHERE Twice__c > 4)', ['b']],
    [
      'SELECT Name, (SELECT Name FROM Parts__r WHERE Twice__c > 2 ORDER BY Share__c) FROM Box__c WHERE Sum__c < 10',
      [
        ['a', [{ Name: 'q' }]],
        ['b', [{ Name: 'r' }]],
        ['c', []]
      ]
    ],
    ['SELECT Name, L10__c FROM Box__c WHERE L10__c = 6', [['c', '6.00']]],
    ['SELECT FORMAT(Sum__c) f FROM Box__c WHERE L10__c = 6', ['3.50']]
  ])('%s', (soql, expected) => {
    world.tx = world.begin();
    expect(world.rows(soql)).toEqual(expected);
  });

  test('count', () => {
    expect(world.count('SELECT COUNT() FROM Box__c WHERE Sum__c < 4')).toBe(2);
  });

  test('nothing that was computed for a statement stays', () => {
    world.query("SELECT Id FROM Part__c WHERE Box__r.Kind__c = 'large' AND Share__c > 0");
    expect(world.data.connection.all('SELECT COUNT(*) FROM temp."_computed"')).toEqual([[0]]);
  });

  test('rows of a transaction that is undone have their values too', () => {
    world.tx = world.begin();
    world.one('Box__c', { Name: 'd', A__c: decimal('10') });
    expect(world.rows('SELECT Name FROM Box__c WHERE Sum__c = 10')).toEqual(['d']);
    world.data.abort(world.tx);
    world.tx = world.begin();
    expect(world.rows('SELECT Name FROM Box__c WHERE Sum__c = 10')).toEqual([]);
  });
});

test('a formula that names itself through others is a problem, and the records are saved without it', () => {
  const world = new World({
    ...object('Box__c'),
    ...custom('Box__c', 'X__c', formula(number, 'Y__c + 1')),
    ...custom('Box__c', 'Y__c', formula(number, 'X__c + 1'))
  });
  expect(world.data.problems.map(({ message }) => message)).toEqual([
    'Formula field Box__c.X__c: The field refers to itself through Y__c.',
    'Formula field Box__c.Y__c: The field refers to itself through X__c.'
  ]);
});

describe('references to many objects', () => {
  const names = Array.from({ length: 80 }, (_, i) => `Thing${i}__c`);
  const world = new World(Object.assign({}, ...names.map(object)) as Record<string, string>, { cleanUp: afterAll });
  const [first, last] = [world.one('Thing0__c', { Name: 'First' }), world.one('Thing79__c', { Name: 'Last' })];
  world.insert('Task', { Subject: 'a', WhatId: id(first) }, { Subject: 'b', WhatId: id(last) }, { Subject: 'c' });

  test.each<[string, unknown[]]>([
    [
      'SELECT Subject, What.Name, What.Type FROM Task',
      [
        ['a', { Name: 'First', Type: 'Thing0__c' }],
        ['b', { Name: 'Last', Type: 'Thing79__c' }],
        ['c', null]
      ]
    ],
    ["SELECT Subject FROM Task WHERE What.Name = 'LAST'", ['b']],
    ["SELECT Subject FROM Task WHERE What.Type = 'Thing0__c'", ['a']],
    ['SELECT Subject FROM Task ORDER BY What.Name DESC NULLS LAST', ['b', 'a', 'c']],
    [
      'SELECT TYPEOF What WHEN Thing0__c THEN Name, CreatedBy.LastName ELSE Name END FROM Task',
      [{ Name: 'First', CreatedBy: { LastName: 'Administrator' } }, { Name: 'Last' }, null]
    ]
  ])('%s', (soql, expected) => {
    expect(world.rows(soql)).toEqual(expected);
  });
});
