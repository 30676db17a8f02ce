import { Big } from 'bigdecimal.js';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApexValue } from '../../src/kernel/object.js';
import { ApexDate } from '../../src/kernel/scalars.js';
import { field } from '../schema/project.js';
import { plain, World } from '../data/world.js';

/** A row as the naive evaluator sees it. */
interface Row {
  readonly Name: string;
  readonly Text__c: string | null;
  readonly Number__c: number | null;
  readonly Date__c: number | null;
  readonly Flag__c: boolean;
}
type Column = keyof Row;

const fields = {
  Text__c: '<fullName>Text__c</fullName><label>T</label><type>Text</type><length>20</length>',
  Number__c:
    '<fullName>Number__c</fullName><label>N</label><type>Number</type><precision>10</precision><scale>2</scale>',
  Date__c: '<fullName>Date__c</fullName><label>D</label><type>Date</type>',
  Flag__c: '<fullName>Flag__c</fullName><label>F</label><type>Checkbox</type><defaultValue>false</defaultValue>'
};

const rows: readonly Row[] = fc
  .sample(
    fc.record({
      Text__c: fc.option(fc.constantFrom('a', 'B', 'b', 'ab', 'Abc', '50%', 'x_y')),
      Number__c: fc.option(fc.integer({ min: -500, max: 500 }).map((n) => n / 100)),
      Date__c: fc.option(fc.integer({ min: 20_000, max: 20_010 })),
      Flag__c: fc.boolean()
    }),
    { numRuns: 40, seed: 7 }
  )
  .map((row, i) => ({ Name: `r${String(i).padStart(2, '0')}`, ...row }));

let world: World;
const cleanUps: (() => void)[] = [];
beforeAll(() => {
  const files = Object.entries(fields).map(([name, xml]) => [
    `objects/Row__c/fields/${name}.field-meta.xml`,
    field(xml)
  ]);
  const object =
    '<CustomObject><label>Row</label><nameField><label>Name</label><type>Text</type></nameField></CustomObject>';
  world = new World(
    { 'objects/Row__c/Row__c.object-meta.xml': object, ...Object.fromEntries(files) },
    { cleanUp: (work) => cleanUps.push(work) }
  );
  world.insert(
    'Row__c',
    ...rows.map(
      (row) =>
        ({
          ...row,
          Number__c: row.Number__c === null ? null : Big(String(row.Number__c)),
          Date__c: row.Date__c === null ? null : new ApexDate(row.Date__c)
        }) as Record<string, ApexValue>
    )
  );
});
afterAll(() => cleanUps.forEach((work) => work()));

/** A condition as SOQL text and as a predicate over the plain row. */
interface Condition {
  readonly soql: string;
  readonly holds: (row: Row) => boolean;
}

const isoDay = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
const lower = (value: string | number | boolean | null) => (typeof value === 'string' ? value.toLowerCase() : value);
const text = (value: string | number | boolean | null, column: Column) =>
  value === null
    ? 'null'
    : typeof value === 'string'
      ? `'${value}'`
      : column === 'Date__c'
        ? isoDay(Number(value))
        : String(value);

const values: { readonly [C in Column]: fc.Arbitrary<Row[C]> } = {
  Name: fc.constantFrom('r00', 'R05', 'r20', 'zzz'),
  Text__c: fc.constantFrom('A', 'b', 'abc', '50%', null),
  Number__c: fc.option(fc.integer({ min: -500, max: 500 }).map((n) => n / 100)),
  Date__c: fc.option(fc.integer({ min: 19_999, max: 20_011 })),
  Flag__c: fc.boolean()
};
const column = fc.constantFrom<Column>('Name', 'Text__c', 'Number__c', 'Date__c', 'Flag__c');

const compared = fc.tuple(column, fc.constantFrom('=', '!=', '<', '<=', '>', '>=')).chain(([name, operator]) =>
  values[name].map((value): Condition => {
    const usable = value === null || name === 'Flag__c' ? (operator.startsWith('!') ? '!=' : '=') : operator;
    return {
      soql: `${name} ${usable} ${text(value, name)}`,
      holds: (row) => compare(lower(row[name]), usable, lower(value))
    };
  })
);

function compare(a: string | number | boolean | null, operator: string, b: string | number | boolean | null): boolean {
  if (operator === '=') return a === b;
  if (operator === '!=') return a !== b;
  if (a === null || b === null) return false;
  return operator === '<' ? a < b : operator === '<=' ? a <= b : operator === '>' ? a > b : a >= b;
}

const listed = fc.tuple(fc.constantFrom<Column>('Text__c', 'Number__c', 'Date__c'), fc.boolean()).chain(([name, not]) =>
  fc
    .array(values[name] as fc.Arbitrary<string | number | null>, { minLength: 1, maxLength: 4 })
    .map((list): Condition => {
      const wanted = new Set(list.map(lower));
      return {
        soql: `${name} ${not ? 'NOT IN' : 'IN'} (${list.map((value) => text(value, name)).join(', ')})`,
        holds: (row) => wanted.has(lower(row[name])) !== not
      };
    })
);

const alike = fc
  .constantFrom<readonly [string, RegExp]>(
    ['a%', /^a/i],
    ['%B', /b$/i],
    ['_', /^.$/],
    ['50\\%', /^50%$/],
    ['%\\_%', /_/]
  )
  .map(([pattern, expression]): Condition => ({
    soql: `Text__c LIKE '${pattern}'`,
    holds: (row) => row.Text__c !== null && expression.test(row.Text__c)
  }));

const { condition } = fc.letrec<{ condition: Condition; leaf: Condition; joined: Condition; negated: Condition }>(
  (tie) => ({
    leaf: fc.oneof(compared, listed, alike),
    negated: tie('condition').map((inner): Condition => ({
      soql: `(NOT (${inner.soql}))`,
      holds: (row) => !inner.holds(row)
    })),
    joined: fc
      .tuple(fc.constantFrom('AND', 'OR'), fc.array(tie('condition'), { minLength: 2, maxLength: 3 }))
      .map(([word, items]): Condition => ({
        soql: `(${items.map((item) => item.soql).join(` ${word} `)})`,
        holds: (row) =>
          word === 'AND' ? items.every((item) => item.holds(row)) : items.some((item) => item.holds(row))
      })),
    condition: fc.oneof({ maxDepth: 3 }, tie('leaf'), tie('joined'), tie('negated'))
  })
);

const fresh = () => (world.tx = world.begin());

test('WHERE finds the rows that the condition holds for', () => {
  fc.assert(
    fc.property(condition, ({ soql, holds }) => {
      fresh();
      expect(world.rows(`SELECT Name FROM Row__c WHERE ${soql} ORDER BY Name`)).toEqual(
        rows.filter(holds).map(({ Name }) => Name)
      );
    }),
    { numRuns: 400 }
  );
});

test('ORDER BY sorts without regard to case, nulls first unless told otherwise', () => {
  const terms = fc.array(
    fc.tuple(fc.constantFrom<Column>('Text__c', 'Number__c', 'Date__c', 'Flag__c'), fc.boolean(), fc.boolean()),
    { minLength: 1, maxLength: 3 }
  );
  fc.assert(
    fc.property(terms, fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 10 }), (order, limit, offset) => {
      fresh();
      const soql = order.map(
        ([name, descending, last]) => `${name}${descending ? ' DESC' : ''}${last ? ' NULLS LAST' : ''}`
      );
      const sorted = [...rows].sort((a, b) => {
        for (const [name, descending, last] of order) {
          const [x, y] = [lower(a[name]), lower(b[name])];
          if (x === y) continue;
          if (x === null) return last ? 1 : -1;
          if (y === null) return last ? -1 : 1;
          return x < y === descending ? 1 : -1;
        }
        return a.Name < b.Name ? -1 : 1;
      });

      expect(
        world.rows(`SELECT Name FROM Row__c ORDER BY ${soql.join(', ')}, Name LIMIT ${limit} OFFSET ${offset}`)
      ).toEqual(sorted.slice(offset, offset + limit).map(({ Name }) => Name));
    }),
    { numRuns: 150 }
  );
});

test('GROUP BY counts and sums exactly', () => {
  fc.assert(
    fc.property(condition, ({ soql, holds }) => {
      fresh();
      const expected = new Map<boolean, { n: number; cents: number | null }>();
      for (const row of rows.filter(holds)) {
        const group = expected.get(row.Flag__c) ?? { n: 0, cents: null };
        if (row.Number__c !== null) group.cents = (group.cents ?? 0) + Math.round(row.Number__c * 100);
        expected.set(row.Flag__c, { ...group, n: group.n + 1 });
      }

      const found = world.query(
        `SELECT Flag__c f, COUNT(Id) n, SUM(Number__c) s FROM Row__c WHERE ${soql} GROUP BY Flag__c ORDER BY Flag__c`
      );

      expect(found.map((row) => [...row.fields.values()].map(plain))).toEqual(
        [...expected]
          .sort(([a], [b]) => Number(a) - Number(b))
          .map(([flag, { n, cents }]) => [flag, n, cents === null ? null : (cents / 100).toFixed(2)])
      );
    }),
    { numRuns: 150 }
  );
});
