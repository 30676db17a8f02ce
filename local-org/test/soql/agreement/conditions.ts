import fc from 'fast-check';
import { type Cell, type Column, type Condition, folded, type Row, sizes, type Tables, type Term } from './model.js';

const texts = ['a', 'A', 'b', 'ab', 'Abc', 'É', 'é', 'e', '50%', 'x_y', "it's"];

/** Cells of a column of that type. */
export const cells: Readonly<Record<Column['type'], fc.Arbitrary<Cell>>> = {
  text: fc.option(fc.constantFrom(...texts), { freq: 4 }),
  number: fc.option(fc.integer({ min: -300, max: 300 }), { freq: 4 }),
  date: fc.option(fc.integer({ min: 20_000, max: 20_040 }), { freq: 4 }),
  datetime: fc.option(
    fc.integer({ min: 20_000 * 24, max: 20_040 * 24 }).map((hours) => hours * 3_600_000),
    { freq: 4 }
  ),
  flag: fc.boolean(),
  size: fc.option(fc.constantFrom(...sizes), { freq: 4 }),
  colors: fc.option(
    fc.subarray(['Red', 'Green', 'Blue'], { minLength: 1 }).map((colors) => colors.join(';')),
    { freq: 4 }
  )
};

/** The literal for a cell. */
export function written(type: Column['type'], cell: Cell): string {
  if (cell === null) return 'null';
  switch (type) {
    case 'number':
      return (Number(cell) / 100).toFixed(2);
    case 'date':
      return new Date(Number(cell) * 86_400_000).toISOString().slice(0, 10);
    case 'datetime':
      return new Date(Number(cell)).toISOString().replace('.000', '');
    case 'flag':
      return String(cell);
    default:
      return `'${String(cell).replaceAll("'", "\\'")}'`;
  }
}

/** The column itself and, for the lower object, those of its parent. */
export function terms(columns: readonly Column[], parentColumns: readonly Column[]): Term[] {
  const own = columns.map(({ name, type }): Term => ({ soql: name, type, of: (row) => row.cells.get(name) ?? null }));
  const above = parentColumns.map(({ name, type }): Term => ({
    soql: `Upper__r.${name}`,
    type,
    of: (row) => row.parent?.cells.get(name) ?? null
  }));
  const formulas = formulaTerms(columns, (row) => row, '');
  if (parentColumns.length === 0) return [...own, ...above, ...formulas];
  const parents = formulaTerms(parentColumns, (row) => row.parent, 'Upper__r.');
  const through: Term = { ...(parents[0] as Term), soql: 'Above__c' };
  return [...own, ...above, ...formulas, ...parents, through];
}

/** Of the first number of a table: twice it and one; empty when it is. Of the first text: a mark behind it. */
export const formulas = (columns: readonly Column[]): Readonly<Record<'Sum__c' | 'Tag__c', string>> => ({
  Sum__c: `${columns[1]?.name} * 2 + 1`,
  Tag__c: `IF(ISBLANK(${columns[0]?.name}), &quot;none&quot;, ${columns[0]?.name} &amp; &quot;!&quot;)`
});

/** The fields with those formulas, reckoned here. */
function formulaTerms(columns: readonly Column[], rowOf: (row: Row) => Row | null, prefix: string): Term[] {
  const cell = (row: Row | null, place: number): Cell => row?.cells.get(columns[place]?.name ?? '') ?? null;
  return [
    {
      soql: `${prefix}Sum__c`,
      type: 'number',
      of: (row) => {
        const value = cell(rowOf(row), 1);
        return value === null ? null : Number(value) * 2 + 100;
      }
    },
    {
      soql: `${prefix}Tag__c`,
      type: 'text',
      of: (row) => {
        const found = rowOf(row);
        const value = cell(found, 0);
        return found === null ? null : value === null ? 'none' : `${String(value)}!`;
      }
    }
  ];
}

function comparison(term: Term): fc.Arbitrary<Condition> {
  const ordered = ['=', '!=', '<', '<=', '>', '>='];
  const operators = term.type === 'flag' ? ['=', '!='] : ordered;
  return fc.tuple(fc.constantFrom(...operators), cells[term.type]).map(([wanted, cell]): Condition => {
    const operator = cell === null && wanted !== '=' ? '!=' : wanted;
    return {
      soql: `${term.soql} ${operator} ${written(term.type, cell)}`,
      holds: (row) => compare(valueOf(term, row), operator, folded(cell))
    };
  });
}

/** "The Boolean field never has a null value": no parent means false. */
const valueOf = (term: Term, row: Row): Cell => {
  const cell = term.of(row);
  return cell === null && term.type === 'flag' ? false : folded(cell);
};

function compare(a: Cell, operator: string, b: Cell): boolean {
  if (operator === '=') return a === b;
  if (operator === '!=') return a !== b;
  if (a === null || b === null) return false;
  return operator === '<' ? a < b : operator === '<=' ? a <= b : operator === '>' ? a > b : a >= b;
}

function listed(term: Term): fc.Arbitrary<Condition> {
  return fc
    .tuple(fc.boolean(), fc.array(cells[term.type], { minLength: 1, maxLength: 4 }))
    .map(([not, list]): Condition => ({
      soql: `${term.soql} ${not ? 'NOT IN' : 'IN'} (${list.map((cell) => written(term.type, cell)).join(', ')})`,
      holds: (row) => list.map(folded).includes(valueOf(term, row)) !== not
    }));
}

const patterns: readonly (readonly [string, RegExp])[] = [
  ['a%', /^a/i],
  ['%B', /b$/i],
  ['_', /^.$/],
  ['50\\%', /^50%$/],
  ['%\\_%', /_/],
  ['%é', /é$/i],
  ['%', /^/]
];

function alike(term: Term): fc.Arbitrary<Condition> {
  return fc.constantFrom(...patterns).map(([pattern, expression]): Condition => ({
    soql: `${term.soql} LIKE '${pattern}'`,
    holds: (row) => expression.test(String(term.of(row) ?? '')) && term.of(row) !== null
  }));
}

/** `INCLUDES ('Red;Blue', 'Green')`: both of the first or the second. */
function included(term: Term): fc.Arbitrary<Condition> {
  const sets = fc.array(fc.subarray(['Red', 'Green', 'Blue'], { minLength: 1 }), { minLength: 1, maxLength: 2 });
  return fc.tuple(fc.boolean(), sets).map(([without, alternatives]): Condition => ({
    soql: `${term.soql} ${without ? 'EXCLUDES' : 'INCLUDES'} (${alternatives.map((set) => `'${set.join(';')}'`).join(', ')})`,
    holds: (row) => {
      const chosen = String(term.of(row) ?? '').split(';');
      return alternatives.some((set) => set.every((color) => chosen.includes(color))) !== without;
    }
  }));
}

const now = { today: 20_020 };

/** Date literals on a date column; today is a Thursday, 2024-10-24. */
function literal(term: Term): fc.Arbitrary<Condition> {
  const ranges: readonly (readonly [string, number, number])[] = [
    ['TODAY', 0, 1],
    ['YESTERDAY', -1, 0],
    ['LAST_N_DAYS:5', -5, 1],
    ['NEXT_N_DAYS:5', 1, 6],
    ['N_DAYS_AGO:3', -3, -2],
    ['THIS_WEEK', -4, 3],
    ['LAST_WEEK', -11, -4]
  ];
  return fc
    .tuple(fc.constantFrom('=', '!=', '<', '>'), fc.constantFrom(...ranges))
    .map(([operator, [name, from, to]]) => ({
      soql: `${term.soql} ${operator} ${name}`,
      holds: (row: Row) => {
        const day = term.of(row) as number | null;
        if (day === null) return operator === '!=';
        const inside = day >= now.today + from && day < now.today + to;
        if (operator === '=' || operator === '!=') return inside === (operator === '=');
        return operator === '<' ? day < now.today + from : day >= now.today + to;
      }
    }));
}

function leaf(term: Term): fc.Arbitrary<Condition> {
  switch (term.type) {
    case 'text':
      return fc.oneof(comparison(term), listed(term), alike(term));
    case 'date':
      return fc.oneof(comparison(term), listed(term), literal(term));
    case 'size':
      return fc.oneof(comparison(term), listed(term));
    case 'colors':
      return included(term);
    case 'flag':
      return comparison(term);
    default:
      return fc.oneof(comparison(term), listed(term));
  }
}

/** AND, OR, NOT and parentheses around comparisons of these terms. */
export function conditions(of: readonly Term[]): fc.Arbitrary<Condition> {
  const { node } = fc.letrec<{ node: Condition; negated: Condition; joined: Condition }>((tie) => ({
    negated: tie('node').map((inner): Condition => ({
      soql: `(NOT (${inner.soql}))`,
      holds: (row) => !inner.holds(row)
    })),
    joined: fc
      .tuple(fc.constantFrom('AND', 'OR'), fc.array(tie('node'), { minLength: 2, maxLength: 3 }))
      .map(([word, items]): Condition => ({
        soql: `(${items.map(({ soql }) => soql).join(` ${word} `)})`,
        holds: (row) =>
          word === 'AND' ? items.every((item) => item.holds(row)) : items.some((item) => item.holds(row))
      })),
    node: fc.oneof({ maxDepth: 3 }, fc.constantFrom(...of).chain(leaf), tie('joined'), tie('negated'))
  }));
  return node;
}

/** A semi-join or anti-join between the two objects. */
export function joins(tables: Tables): fc.Arbitrary<{ readonly upper: Condition; readonly lower: Condition }> {
  const inner = fc.tuple(
    conditions(terms(tables.lowerColumns, tables.upperColumns)),
    conditions(terms(tables.upperColumns, [])),
    fc.boolean()
  );
  return inner.map(([below, above, not]) => ({
    upper: {
      soql: `Id ${not ? 'NOT IN' : 'IN'} (SELECT Upper__c FROM Lower__c WHERE ${below.soql})`,
      holds: (row) => tables.lower.some((one) => one.parent === row && below.holds(one)) !== not
    },
    lower: {
      soql: `Upper__c ${not ? 'NOT IN' : 'IN'} (SELECT Id FROM Upper__c WHERE ${above.soql})`,
      holds: (row) => (row.parent !== null && above.holds(row.parent)) !== not
    }
  }));
}
