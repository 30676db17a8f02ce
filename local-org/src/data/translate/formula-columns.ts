import type { ApexValue } from '../../kernel/object.js';
import type { FieldModel } from '../../schema/model.js';
import type { SqlRow } from '../store/connection.js';
import type { Columns } from './rows.js';
import type { Scope, Source } from './scope.js';

const keyOf = (path: readonly string[]): string => (path.length === 1 ? (path[0] ?? '') : path.join('.')).toLowerCase();

/** Reads a formula field: the statement gives the stored fields that it is made of, and the formula is evaluated over each row. */
export function formulaReader(
  scope: Scope,
  columns: Columns,
  source: Source,
  field: FieldModel
): (row: SqlRow) => ApexValue {
  const { formulas } = scope.context.settings;
  const readers = new Map<string, (row: SqlRow) => ApexValue>();
  for (const path of formulas.dependencies(source.object, field)) {
    const expression = scope.below(source, path);
    if (expression) readers.set(keyOf(path), columns.reader(expression));
  }
  return (row) => formulas.value(source.object, field, (path) => readers.get(keyOf(path))?.(row) ?? null);
}
