import type { BigDecimal } from 'bigdecimal.js';
import { Big, RoundingMode } from 'bigdecimal.js';
import type { ApexValue } from '../../kernel/object.js';
import { ApexDate, ApexDatetime, ApexId } from '../../kernel/scalars.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import type { DmlEnvironment } from '../dml/environment.js';
import type { DmlRow } from '../dml/row.js';
import { decimalOf } from '../../runtime/conversion.js';
import type { SqlRow, SqlValue } from '../store/connection.js';

/** What the platform itself computes and refuses for one standard object. Each part gets rows that no phase has refused so far. */
export interface StandardRule {
  /** After before-triggers: fills computed fields. */
  complete?(env: DmlEnvironment, rows: readonly DmlRow[]): void;
  /** After validation: refuses what the object's own rules forbid. */
  check?(env: DmlEnvironment, row: DmlRow): void;
  /** After saving: totals on parents, rows that come with this one. */
  saved?(env: DmlEnvironment, rows: readonly DmlRow[]): void;
  checkDelete?(env: DmlEnvironment, row: DmlRow): void;
  deleted?(env: DmlEnvironment, rows: readonly DmlRow[]): void;
}

export const get = (record: SObjectValue | null, field: string): ApexValue => record?.fields.get(field) ?? null;
export const set = (record: SObjectValue, field: string, value: ApexValue): void =>
  void record.fields.set(field, value);
export const textAt = (record: SObjectValue | null, field: string): string | null => {
  const value = get(record, field);
  return typeof value === 'string' ? value : null;
};
export const numberAt = (record: SObjectValue | null, field: string): BigDecimal | null =>
  decimalOf(get(record, field)) ?? null;
export const idAt = (record: SObjectValue | null, field: string): string | null => {
  const value = get(record, field);
  return value instanceof ApexId
    ? value.value
    : typeof value === 'string'
      ? (ApexId.parse(value)?.value ?? null)
      : null;
};

/** True for a new row, or when the field differs from what is stored. */
export function changed(row: DmlRow, field: string): boolean {
  if (row.old === null) return true;
  const [before, after] = [get(row.old, field), get(row.record, field)];
  if (before instanceof ApexId || after instanceof ApexId) return idAt(row.old, field) !== idAt(row.record, field);
  if (before instanceof ApexDatetime && after instanceof ApexDatetime) return before.ms !== after.ms;
  if (before instanceof ApexDate && after instanceof ApexDate) return before.days !== after.days;
  const [x, y] = [decimalOf(before), decimalOf(after)];
  return x && y ? x.compareTo(y) !== 0 : before !== after;
}

/** True when the caller or a before-trigger gave the field a value in this statement. */
export const given = (row: DmlRow, field: string): boolean => get(row.record, field) !== null && changed(row, field);

/** Money: two digits, half up. */
export const money = (value: BigDecimal): BigDecimal => value.setScale(2, RoundingMode.HALF_UP);
export const hundred = Big(100);

/** One stored row by id: the columns asked for, undefined when there is none. */
export function lookUp(
  env: DmlEnvironment,
  object: string,
  id: string,
  columns: readonly string[]
): SqlRow | undefined {
  const names = columns.map((name) => `"${name}"`).join(', ');
  return env.connection.get(`SELECT ${names} FROM "${object}" WHERE "Id" = ?`, [id]);
}

/** A stored text; null when there is none, or no row. */
export const storedText = (value: SqlValue | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

/** A stored amount, in hundredths. */
export const amountOf = (value: SqlValue | undefined): BigDecimal | null =>
  value === null || value === undefined ? null : Big(String(value)).movePointLeft(2);

/** The distinct parents of rows, before and after the statement. */
export function parentIds(rows: readonly DmlRow[], field: string): string[] {
  const ids = rows.flatMap((row) => [idAt(row.record, field), idAt(row.old, field)]);
  return [...new Set(ids.filter((id): id is string => id !== null))];
}
