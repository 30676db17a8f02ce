/** Rows and queries as the naive evaluator sees them: plain data, no schema service, no SQL. */

export type Cell = null | string | number | boolean;

/** How the cells of a column look: texts, cents, days since 1970, milliseconds, true or false, one of the sizes. */
export type ColumnType = 'text' | 'number' | 'date' | 'datetime' | 'flag' | 'size' | 'colors';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

export const sizes = ['S', 'M', 'L', 'XL'];

/** A row of either object; the lower object's rows point to one of the upper object's, or to none. */
export interface Row {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly parent: Row | null;
}

export interface Tables {
  readonly upperColumns: readonly Column[];
  readonly lowerColumns: readonly Column[];
  readonly upper: readonly Row[];
  readonly lower: readonly Row[];
}

/** A condition as text and as a predicate. */
export interface Condition {
  readonly soql: string;
  readonly holds: (row: Row) => boolean;
}

/** What a query sorts or groups by: as text, with its value of a row. */
export interface Term {
  readonly soql: string;
  readonly type: ColumnType;
  readonly of: (row: Row) => Cell;
}

/** Text compares without regard to case. */
export const folded = (cell: Cell): Cell => (typeof cell === 'string' ? cell.toUpperCase() : cell);

export interface Order extends Term {
  readonly descending: boolean;
  readonly last: boolean;
}

export function sorted(rows: readonly Row[], order: readonly Order[]): Row[] {
  return [...rows].sort((a, b) => {
    for (const term of order) {
      const difference = compared(term.of(a), term.of(b), term);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

function compared(a: Cell, b: Cell, { type, descending, last }: Order): number {
  if (a === null || b === null) return a === b ? 0 : (a === null) === last ? 1 : -1;
  const key = (cell: string | number | boolean) => (type === 'size' ? sizes.indexOf(String(cell)) : folded(cell));
  const [x, y] = [key(a) as string | number, key(b) as string | number];
  if (x === y) return 0;
  return x < y !== descending ? -1 : 1;
}
