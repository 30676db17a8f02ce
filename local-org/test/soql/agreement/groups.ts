import fc from 'fast-check';
import { type Cell, type Column, folded, type Row } from './model.js';

/** A grouped query's select list and GROUP BY clause, with the rows that it must give for rows that are not grouped. */
export interface Grouping {
  readonly select: string;
  readonly groupBy: string;
  readonly having: string;
  /** Keys and aggregates of each group as one text. */
  of(rows: readonly Row[]): string[];
}

interface Aggregate {
  readonly soql: string;
  of(rows: readonly Row[]): string;
}

const shown = (cell: Cell | undefined): string => String(folded(cell ?? null));

function aggregates(columns: readonly Column[]): readonly Aggregate[] {
  const present = (rows: readonly Row[], name: string) =>
    rows.map((row) => row.cells.get(name) ?? null).filter((cell) => cell !== null);
  const counts = columns
    .filter(({ type }) => type !== 'colors' && type !== 'flag')
    .flatMap(({ name }): Aggregate[] => [
      { soql: `COUNT(${name})`, of: (rows) => String(present(rows, name).length) },
      {
        soql: `COUNT_DISTINCT(${name})`,
        of: (rows) => String(new Set(present(rows, name).map(folded)).size)
      }
    ]);
  const numbers = columns
    .filter(({ type }) => type === 'number')
    .flatMap(({ name }): Aggregate[] => {
      const of = (reduce: (cells: number[]) => number) => (rows: readonly Row[]) => {
        const cells = present(rows, name) as number[];
        return cells.length === 0 ? 'null' : (reduce(cells) / 100).toFixed(2);
      };
      return [
        { soql: `SUM(${name})`, of: of((cells) => cells.reduce((sum, cell) => sum + cell, 0)) },
        { soql: `MIN(${name})`, of: of((cells) => Math.min(...cells)) },
        { soql: `MAX(${name})`, of: of((cells) => Math.max(...cells)) }
      ];
    });
  return [{ soql: 'COUNT(Id)', of: (rows) => String(rows.length) }, ...counts, ...numbers];
}

/** The sets of columns that one result row each is made for: all, for ROLLUP the shorter beginnings, for CUBE every choice. */
function groupingSets(mode: string, names: readonly string[]): string[][] {
  if (mode === '') return [[...names]];
  if (mode === 'ROLLUP') return [...names.keys(), names.length].map((length) => names.slice(0, length));
  return names.reduce<string[][]>((sets, name) => [...sets, ...sets.map((set) => [...set, name])], [[]]);
}

/** Groups by one to three columns that can be grouped by. */
export function groupings(columns: readonly Column[]): fc.Arbitrary<Grouping> {
  const keys = columns.filter(({ type }) => ['text', 'flag', 'size', 'date'].includes(type)).map(({ name }) => name);
  const chosen = fc.subarray(keys, { minLength: 1, maxLength: Math.min(3, keys.length) });
  const measured = fc.subarray([...aggregates(columns)], { minLength: 1, maxLength: 3 });
  const modes = fc.constantFrom('', '', 'ROLLUP', 'CUBE');
  return fc.tuple(chosen, measured, modes, fc.integer({ min: 0, max: 3 })).map(([names, measures, mode, least]) => ({
    select: [...names, ...measures.map(({ soql }, i) => `${soql} m${i}`)].join(', '),
    groupBy: mode === '' ? names.join(', ') : `${mode}(${names.join(', ')})`,
    having: least === 0 ? '' : ` HAVING COUNT(Id) > ${least}`,
    of: (rows) =>
      groupingSets(mode, names).flatMap((set) => {
        const groups = new Map<string, Row[]>(set.length === 0 ? [['', []]] : []);
        for (const row of rows) {
          const key = set.map((name) => shown(row.cells.get(name))).join('|');
          groups.set(key, [...(groups.get(key) ?? []), row]);
        }
        return [...groups.values()]
          .filter((group) => least === 0 || group.length > least)
          .map((group) =>
            [
              ...names.map((name) => (set.includes(name) ? shown(group[0]?.cells.get(name)) : 'null')),
              ...measures.map((measure) => measure.of(group))
            ].join('|')
          );
      })
  }));
}
