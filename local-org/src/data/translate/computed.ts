import type { FieldModel, ObjectModel } from '../../schema/model.js';
import type { SqlRow, SqlValue } from '../store/connection.js';
import type { TranslationContext } from './context.js';
import { encode, familyOf } from './encoding.js';
import { formulaReader } from './formula-columns.js';
import { Columns } from './rows.js';
import { Scope } from './scope.js';

export type RunSql = (sql: string, params: readonly SqlValue[]) => SqlRow[];

/** A formula field that a statement compares, sorts or groups by: its values are worked out before the statement runs. */
export interface Preparation {
  readonly slot: number;
  readonly object: ObjectModel;
  readonly field: FieldModel;
  /** The ids of the records whose values the statement may need, as a query; undefined for all records. */
  readonly among: () => string | undefined;
}

/** The value of a formula field for the record of that id. */
export function computedSql(
  context: TranslationContext,
  object: ObjectModel,
  field: FieldModel,
  id: string,
  among: () => string | undefined
): string {
  const slot = context.prepare(`${id} ${field.name}`, (number) => ({ slot: number, object, field, among }));
  const sql = `(SELECT v."value" FROM temp."_computed" AS v WHERE v."slot" = ${slot} AND v."id" = ${id})`;
  return familyOf(field) === 'text' ? `(${sql} COLLATE NOCASE)` : sql;
}

/** Runs a statement after the computed values that it refers to are laid ready, and clears them away. */
export function execute(context: TranslationContext, sql: string, run: RunSql): SqlRow[] {
  if (context.preparations.length === 0) return run(sql, context.params);
  const { computed } = context.settings;
  try {
    for (const preparation of [...context.preparations]) prepare(context, preparation, run);
    return run(sql, context.params);
  } finally {
    computed.clear(context.preparations.map(({ slot }) => slot));
  }
}

/** Computes a field for the records in question; roll-ups inside may ask for values of their own. */
function prepare(context: TranslationContext, { slot, object, field, among }: Preparation, run: RunSql): void {
  const known = context.preparations.length;
  const scope = Scope.untold(context, object);
  const ids = among();
  if (ids !== undefined) scope.narrow([`${scope.root.column('Id')} IN (${ids})`]);
  const columns = new Columns();
  const id = columns.add(scope.root.column('Id'));
  const read = formulaReader(scope, columns, scope.root, field);
  const filter = scope.narrowed.length > 0 ? ` WHERE ${scope.narrowed.join(' AND ')}` : '';
  const sql = `SELECT ${columns.list().join(', ')} FROM ${scope.from()}${filter}`;
  for (const inner of context.preparations.slice(known)) prepare(context, inner, run);
  const rows = run(sql, context.params).map((row): [SqlValue, SqlValue] => [
    row[id] ?? null,
    encode(field, read(row)) ?? null
  ]);
  context.settings.computed.fill(slot, rows);
}
