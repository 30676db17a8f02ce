import { ApexList } from '../../kernel/collections.js';
import type { ApexValue } from '../../kernel/object.js';
import type { AccessMode, DmlOperation, Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { listOf, sobjectType } from '../../kernel/types.js';
import { queryException } from '../../runtime/exceptions.js';
import { searchLists } from '../../runtime/search-lists.js';
import * as access from '../../runtime/sobject-access.js';
import type { SoqlQuery } from '../../soql/ast.js';
import type { SoslQuery } from '../../soql/sosl-ast.js';
import { npe } from './values.js';

/** Statements of emitted code that reach the data service. */

/** Static binds are numbered: `$0` is the first. */
const numbered =
  (binds: readonly ApexValue[]) =>
  (name: string): ApexValue =>
    binds[Number(name.replace(/^\$/, ''))] ?? null;

export function query(tx: Transaction, soql: SoqlQuery, binds: readonly ApexValue[], mode: AccessMode): ApexList {
  const rows = tx.data.query(tx, soql, numbered(binds), mode);
  const object = rows[0]?.object ?? tx.org.schema.object(soql.from.object)?.name ?? soql.from.object;
  return new ApexList(sobjectType(object), rows);
}

export function countQuery(tx: Transaction, soql: SoqlQuery, binds: readonly ApexValue[], mode: AccessMode): number {
  return tx.data.count(tx, soql, numbered(binds), mode);
}

/** `[FIND …]`: a list of lists, one an object of RETURNING. */
export function search(tx: Transaction, sosl: SoslQuery, binds: readonly ApexValue[], mode: AccessMode): ApexList {
  return new ApexList(listOf(sobjectType('SObject')), searchLists(tx, sosl, numbered(binds), mode));
}

/** `Account a = [SELECT …]` */
export function singleRow(rows: ApexList): ApexValue {
  if (rows.items.length === 0) throw queryException('List has no rows for assignment to SObject');
  if (rows.items.length > 1) throw queryException('List has more than 1 row for assignment to SObject');
  return rows.items[0] ?? null;
}

/** `[SELECT …]?.Name`, `[SELECT …] ?? other` */
export const rowIfAny = (rows: ApexList): ApexValue => (rows.items.length === 0 ? null : singleRow(rows));

function recordsOf(value: SObjectValue | ApexList): SObjectValue[] {
  return value instanceof SObjectValue ? [value] : value.items.map((item) => (item as SObjectValue | null) ?? npe());
}

export function dml(
  tx: Transaction,
  operation: DmlOperation,
  value: SObjectValue | ApexList,
  mode: AccessMode,
  externalIdField?: string
): void {
  const options = { access: mode, allOrNone: true };
  tx.data.dml(
    tx,
    operation,
    recordsOf(value),
    externalIdField === undefined ? options : { ...options, externalIdField }
  );
}

export function merge(
  tx: Transaction,
  master: SObjectValue,
  duplicates: SObjectValue | ApexList,
  mode: AccessMode
): void {
  const others = duplicates instanceof ApexList ? duplicates.items.map(asRecord(master.object)) : [duplicates];
  tx.data.merge(tx, master, others, { access: mode, allOrNone: true });
}

/** Duplicates may be given by their ids. */
const asRecord =
  (object: string) =>
  (item: ApexValue): SObjectValue => {
    if (item instanceof SObjectValue) return item;
    const record = new SObjectValue(object);
    record.fields.set('Id', item);
    return record;
  };

export const getField = access.getField;

/** `a.Parent.Field`: null when the parent is. */
export function getThroughParent(tx: Transaction, record: SObjectValue | null, field: string): ApexValue {
  return record === null ? null : access.getField(tx, record, field);
}

export function setField(tx: Transaction, record: SObjectValue, field: string, value: ApexValue): ApexValue {
  access.setField(tx, record, field, value);
  return value;
}

export function label(tx: Transaction, name: string): string {
  return tx.org.metadata.label(name) ?? '';
}

/** Dynamic SOQL names a variable that is not in scope. */
export function unknownBind(name: string): never {
  throw queryException(`Variable does not exist: ${name}`);
}
