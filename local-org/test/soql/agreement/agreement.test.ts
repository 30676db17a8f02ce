import { Big } from 'bigdecimal.js';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { ApexValue } from '../../../src/kernel/object.js';
import { ApexDate, ApexDatetime } from '../../../src/kernel/scalars.js';
import type { SObjectValue } from '../../../src/kernel/sobject.js';
import { id, plain, World } from '../../data/world.js';
import { field } from '../../schema/project.js';
import { cells, conditions, formulas, joins, terms } from './conditions.js';
import { groupings } from './groups.js';
import {
  type Cell,
  type Column,
  type ColumnType,
  type Order,
  folded,
  type Row,
  sizes,
  sorted,
  type Tables
} from './model.js';

/** Runs of each property on each of the schemas; raise it to look for rarer disagreements. */
const runs = Number(process.env['AGREEMENT_RUNS'] ?? 90);
const schemas = 5;

const types: Readonly<Record<ColumnType, string>> = {
  text: '<type>Text</type><length>40</length>',
  number: '<type>Number</type><precision>12</precision><scale>2</scale>',
  date: '<type>Date</type>',
  datetime: '<type>DateTime</type>',
  flag: '<type>Checkbox</type><defaultValue>false</defaultValue>',
  size: `<type>Picklist</type><valueSet><valueSetDefinition>${values(sizes)}</valueSetDefinition></valueSet>`,
  colors: `<type>MultiselectPicklist</type><visibleLines>3</visibleLines><valueSet><valueSetDefinition>${values(['Red', 'Green', 'Blue'])}</valueSetDefinition></valueSet>`
};

function values(names: readonly string[]): string {
  return names
    .map((name) => `<value><fullName>${name}</fullName><default>false</default><label>${name}</label></value>`)
    .join('');
}

const columns = (prefix: string) =>
  fc
    .array(fc.constantFrom(...(Object.keys(types) as ColumnType[])), { minLength: 2, maxLength: 6 })
    .map((chosen) =>
      ['text' as const, 'number' as const, ...chosen].map((type, i): Column => ({ name: `${prefix}${i}__c`, type }))
    );

const rowsOf = (of: readonly Column[], count: number) =>
  fc.array(fc.tuple(...of.map(({ type }) => cells[type])), { minLength: count, maxLength: count });

/** Tables of random columns and rows; each lower row points to a random upper one, or to none. */
const anyTables: fc.Arbitrary<Tables> = fc.tuple(columns('U'), columns('L')).chain(([upperColumns, lowerColumns]) =>
  fc
    .tuple(
      rowsOf(upperColumns, 8),
      rowsOf(lowerColumns, 30),
      fc.array(fc.option(fc.nat(7), { freq: 4 }), { minLength: 30, maxLength: 30 })
    )
    .map(([above, below, parents]) => {
      const row = (of: readonly Column[], list: readonly Cell[], parent: Row | null): Row => ({
        cells: new Map(of.map(({ name }, i) => [name, list[i] ?? null])),
        parent
      });
      const upper = above.map((list) => row(upperColumns, list, null));
      const lower = below.map((list, i) => row(lowerColumns, list, upper[parents[i] ?? -1] ?? null));
      return { upperColumns, lowerColumns, upper, lower };
    })
);

const object = (name: string) =>
  `<CustomObject><label>${name}</label><nameField><label>Name</label><type>Text</type></nameField></CustomObject>`;

function worldOf(tables: Tables, cleanUp: (work: () => void) => void): World {
  const files: Record<string, string> = {
    'objects/Upper__c/Upper__c.object-meta.xml': object('Upper'),
    'objects/Lower__c/Lower__c.object-meta.xml': object('Lower'),
    'objects/Lower__c/fields/Upper__c.field-meta.xml': field(
      '<fullName>Upper__c</fullName><label>Upper</label><type>Lookup</type><referenceTo>Upper__c</referenceTo><relationshipName>Lowers</relationshipName>'
    )
  };
  for (const [name, of] of [
    ['Upper__c', tables.upperColumns],
    ['Lower__c', tables.lowerColumns]
  ] as const) {
    for (const column of of) {
      files[`objects/${name}/fields/${column.name}.field-meta.xml`] = field(
        `<fullName>${column.name}</fullName><label>${column.name}</label>${types[column.type]}`
      );
    }
  }
  const computed = (object: string, name: string, type: string, formula: string) => {
    files[`objects/${object}/fields/${name}.field-meta.xml`] = field(
      `<fullName>${name}</fullName><label>${name}</label>${type}<formula>${formula}</formula><formulaTreatBlanksAs>BlankAsBlank</formulaTreatBlanksAs>`
    );
  };
  for (const [name, of] of [
    ['Upper__c', tables.upperColumns],
    ['Lower__c', tables.lowerColumns]
  ] as const) {
    computed(name, 'Sum__c', types.number, formulas(of).Sum__c);
    computed(name, 'Tag__c', '<type>Text</type>', formulas(of).Tag__c);
  }
  computed('Lower__c', 'Above__c', types.number, 'Upper__r.Sum__c');
  const world = new World(files, { cleanUp });
  world.now = Date.parse('2024-10-24T18:30:00Z');
  const stored = new Map<Row, SObjectValue>();
  tables.upper.forEach((row, i) =>
    stored.set(row, world.one('Upper__c', { Name: `u${i}`, ...record(tables.upperColumns, row) }))
  );
  world.insert(
    'Lower__c',
    ...tables.lower.map((row, i) => ({
      Name: `l${i}`,
      ...record(tables.lowerColumns, row),
      Upper__c: row.parent ? id(stored.get(row.parent)) : null
    }))
  );
  return world;
}

const record = (of: readonly Column[], row: Row): Record<string, ApexValue> =>
  Object.fromEntries(of.map(({ name, type }) => [name, apexValue(type, row.cells.get(name) ?? null)]));

function apexValue(type: ColumnType, cell: Cell): ApexValue {
  if (cell === null) return null;
  if (type === 'number') return Big((Number(cell) / 100).toFixed(2));
  if (type === 'date') return new ApexDate(Number(cell));
  return type === 'datetime' ? new ApexDatetime(Number(cell)) : cell;
}

const cleanUps: (() => void)[] = [];
afterAll(() => cleanUps.forEach((work) => work()));

/** The names under which rows are stored: l0, l1, … */
const names = (all: readonly Row[], found: readonly Row[], letter: string) =>
  found.map((row) => `${letter}${all.indexOf(row)}`);

describe.each(fc.sample(anyTables, { numRuns: schemas, seed: 20_261 }).map((tables, i) => ({ tables, i })))(
  'over random tables ($i), the database agrees with a walk over the rows',
  ({ tables }) => {
    const world = worldOf(tables, (work) => cleanUps.push(work));
    const lowerTerms = terms(tables.lowerColumns, tables.upperColumns);
    const upperTerms = terms(tables.upperColumns, []);
    const fresh = () => (world.tx = world.begin());

    test('on what WHERE finds, also through the parent', () => {
      fc.assert(
        fc.property(conditions(lowerTerms), ({ soql, holds }) => {
          fresh();
          expect(world.rows(`SELECT Name FROM Lower__c WHERE ${soql}`)).toEqual(
            names(tables.lower, tables.lower.filter(holds), 'l')
          );
        }),
        { numRuns: runs }
      );
    });

    test('on semi-joins and anti-joins', () => {
      fc.assert(
        fc.property(joins(tables), conditions(upperTerms), ({ upper, lower }, extra) => {
          fresh();
          const both = (row: Row) => upper.holds(row) && extra.holds(row);
          expect(world.rows(`SELECT Name FROM Upper__c WHERE ${upper.soql} AND ${extra.soql}`)).toEqual(
            names(tables.upper, tables.upper.filter(both), 'u')
          );
          expect(world.rows(`SELECT Name FROM Lower__c WHERE ${lower.soql}`)).toEqual(
            names(tables.lower, tables.lower.filter(lower.holds), 'l')
          );
        }),
        { numRuns: runs }
      );
    });

    test('on order, limit and offset', () => {
      const sortable = lowerTerms.filter(({ type }) => type !== 'colors');
      const order = fc.array(
        fc
          .tuple(fc.constantFrom(...sortable), fc.boolean(), fc.boolean())
          .map(([term, descending, last]): Order => ({ ...term, descending, last })),
        { minLength: 1, maxLength: 3 }
      );
      const place = fc.nat(12);
      fc.assert(
        fc.property(conditions(lowerTerms), order, place, place, ({ soql, holds }, by, limit, offset) => {
          fresh();
          const written = by.map(
            (one) => `${one.soql}${one.descending ? ' DESC' : ''}${one.last ? ' NULLS LAST' : ''}`
          );
          expect(
            world.rows(
              `SELECT Name FROM Lower__c WHERE ${soql} ORDER BY ${written.join(', ')} LIMIT ${limit} OFFSET ${offset}`
            )
          ).toEqual(names(tables.lower, sorted(tables.lower.filter(holds), by).slice(offset, offset + limit), 'l'));
        }),
        { numRuns: runs }
      );
    });

    test('on groups, sub-totals and aggregates', () => {
      fc.assert(
        fc.property(conditions(lowerTerms), groupings(tables.lowerColumns), ({ soql, holds }, grouping) => {
          fresh();
          const found = world.query(
            `SELECT ${grouping.select} FROM Lower__c WHERE ${soql} GROUP BY ${grouping.groupBy}${grouping.having}`
          );
          const shown = found.map((row) =>
            [...row.fields.values()].map((value) => String(folded(cellOf(value)))).join('|')
          );
          expect(shown.sort()).toEqual(grouping.of(tables.lower.filter(holds)).sort());
        }),
        { numRuns: runs }
      );
    });

    test('on the children of each parent', () => {
      fc.assert(
        fc.property(
          conditions(upperTerms),
          conditions(terms(tables.lowerColumns, [])),
          fc.nat(4),
          (above, below, limit) => {
            fresh();
            const found = world.query(
              `SELECT Name, (SELECT Name FROM Lowers__r WHERE ${below.soql} LIMIT ${limit}) FROM Upper__c WHERE ${above.soql}`
            );
            const expected = tables.upper.filter(above.holds).map((parent) => {
              const children = tables.lower.filter((row) => row.parent === parent && below.holds(row)).slice(0, limit);
              return [names(tables.upper, [parent], 'u')[0], names(tables.lower, children, 'l')];
            });
            expect(
              found.map((row) => [
                row.fields.get('Name'),
                (plain(row.fields.get('Lowers__r') ?? null) as { Name: string }[]).map(({ Name }) => Name)
              ])
            ).toEqual(expected);
          }
        ),
        { numRuns: runs }
      );
    });
  }
);

/** A value of a result as the naive evaluator holds it. */
function cellOf(value: ApexValue): Cell {
  if (value instanceof ApexDate) return value.days;
  return plain(value) as Cell;
}
