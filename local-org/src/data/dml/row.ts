import type { ApexId } from '../../kernel/scalars.js';
import type { DmlError } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';

/** One record on its way through a DML statement. */
export class DmlRow {
  /** Place in the list that was passed to DML. */
  readonly index: number;
  /** The record of the caller; only its Id is set, when the statement is done. */
  readonly input: SObjectValue;
  /** The new state, which triggers see and change. */
  record: SObjectValue;
  /** The stored state before the statement; null for an insert. */
  old: SObjectValue | null = null;
  id: ApexId | null;
  created = false;
  errors: DmlError[] = [];

  constructor(index: number, input: SObjectValue) {
    this.index = index;
    this.input = input;
    this.record = input;
    this.id = idOf(input);
  }

  fail(code: string, message: string, fields: readonly string[] = []): void {
    this.errors.push({ code, message, fields });
  }

  get failed(): boolean {
    return this.errors.length > 0;
  }
}

export function idOf(record: SObjectValue): ApexId | null {
  const id = record.fields.get('Id') ?? null;
  return id !== null && typeof id === 'object' && 'value' in id && typeof id.value === 'string' ? (id as ApexId) : null;
}

/** The rows that no phase has refused so far. */
export const alive = (rows: readonly DmlRow[]): DmlRow[] => rows.filter((row) => !row.failed);
