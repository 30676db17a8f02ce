import { ApexList } from '../../kernel/collections.js';
import { ApexObject } from '../../kernel/object.js';
import type { ApexId } from '../../kernel/scalars.js';
import type { AccessMode, BindValues, Transaction } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { type ApexType, sobjectType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { invalidParameter, queryException } from '../../runtime/exceptions.js';
import { isAggregateQuery } from '../../soql/aggregates.js';
import type { SoqlQuery } from '../../soql/ast.js';
import { platformClass } from '../define.js';

export type CursorKind = 'Cursor' | 'PaginationCursor';

/** All that a cursor is: the query and the ids of the rows that it had when it was made. Plain data, so that a job can keep it. */
export interface CursorState {
  readonly kind: CursorKind;
  readonly query: SoqlQuery;
  readonly access: AccessMode;
  readonly ids: readonly string[];
}

const largestFetch = 2000;

/** Database.Cursor and Database.PaginationCursor: rows are read again, as they then are, with each fetch. */
export class CursorObject extends ApexObject {
  readonly state: CursorState;
  constructor(state: CursorState) {
    super();
    this.state = state;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: `Database.${this.state.kind}`, args: [] };
  }

  /** The rows between two places that still exist. */
  rows(tx: Transaction, from: number, to: number): SObjectValue[] {
    tx.limits.add('cursorFetches', 1);
    const { query, access, ids } = this.state;
    const wanted = ids.slice(from, to);
    const values = wanted.map((value) => ({ kind: 'string' as const, value }));
    const restricted: SoqlQuery = {
      select: query.select,
      from: query.from,
      where: {
        kind: 'compare',
        left: { kind: 'field', path: ['Id'] },
        operator: 'in',
        right: { kind: 'list', values }
      },
      orderBy: [],
      allRows: query.allRows,
      forUpdate: false,
      ...(query.access && { access: query.access })
    };
    const places = new Map(wanted.map((id, place) => [id, place]));
    const placeOf = (row: SObjectValue) => places.get((row.fields.get('Id') as ApexId).value) ?? 0;
    return tx.data.query(tx, restricted, () => null, access).sort((a, b) => placeOf(a) - placeOf(b));
  }
}

/** Database.CursorFetchResult: a page of a pagination cursor. */
class PageObject extends ApexObject {
  readonly records: ApexList<SObjectValue>;
  readonly next: number;
  readonly deleted: number;
  constructor(records: ApexList<SObjectValue>, next: number, deleted: number) {
    super();
    this.records = records;
    this.next = next;
    this.deleted = deleted;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Database.CursorFetchResult', args: [] };
  }
}

/** Runs the query of a new cursor. Refused are the queries whose rows have no id of their own or hold others. */
export function openCursor(
  tx: Transaction,
  kind: CursorKind,
  query: SoqlQuery,
  binds: BindValues,
  access: AccessMode
): CursorObject {
  if (isAggregateQuery(query)) {
    throw queryException('Query contains aggregate expressions, these are not permitted in cursor queries');
  }
  if (query.select.some((item) => item.kind === 'subquery')) {
    throw queryException('Query contains aggregate relationships, these are not permitted in cursor queries');
  }
  if (query.forUpdate) throw queryException('You cannot lock records with Cursor using FOR UPDATE');
  const rows = tx.data.locate(tx, query, binds, access);
  if (kind === 'PaginationCursor') tx.limits.add('paginationCursors', 1);
  else tx.limits.add('cursors', 1);
  tx.limits.add(kind === 'PaginationCursor' ? 'paginationCursorRows' : 'cursorRows', rows.length);
  return new CursorObject({ kind, query, access, ids: rows.map((row) => (row.fields.get('Id') as ApexId).value) });
}

function checkRange(start: number, size: number): void {
  if (start < 0 || size < 0) throw invalidParameter('Cursor position and count must not be negative');
  if (size > largestFetch) throw invalidParameter(`Cursor fetch size must not exceed ${largestFetch}`);
}

const list = (cursor: CursorObject, rows: SObjectValue[]) =>
  new ApexList(sobjectType(cursor.state.query.from.object), rows);

function fetch(tx: Transaction, self: CursorObject, position: number | null, count: number | null) {
  const [start, size] = [required(position, 1), required(count, 2)];
  checkRange(start, size);
  return list(self, self.rows(tx, start, start + size));
}

/** A whole page, past rows that were deleted since. */
function fetchPage(tx: Transaction, self: CursorObject, start: number | null, pageSize: number | null) {
  const [first, size] = [required(start, 1), required(pageSize, 2)];
  checkRange(first, size);
  const records: SObjectValue[] = [];
  let next = first;
  while (records.length < size && next < self.state.ids.length) {
    const end = Math.min(next + size - records.length, self.state.ids.length);
    records.push(...self.rows(tx, next, end));
    next = end;
  }
  return new PageObject(list(self, records), next, next - first - records.length);
}

function fetchDeleted(tx: Transaction, self: CursorObject, start: number | null, pageSize: number | null): number {
  const [first, size] = [required(start, 1), required(pageSize, 2)];
  checkRange(first, size);
  const end = Math.min(first + size, self.state.ids.length);
  return Math.max(0, end - first) - self.rows(tx, first, end).length;
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_cursors.htm */
export const cursorClasses = [
  platformClass({
    name: 'Database.Cursor',
    members: {
      'List<SObject> fetch(Integer position, Integer count)': fetch,
      'Integer getNumRecords()': (_tx, self: CursorObject) => self.state.ids.length
    }
  }),
  platformClass({
    name: 'Database.PaginationCursor',
    members: {
      'Database.CursorFetchResult fetchPage(Integer start, Integer pageSize)': fetchPage,
      'Integer fetchDeleted(Integer start, Integer pageSize)': fetchDeleted,
      'Integer getNumRecords()': (_tx, self: CursorObject) => self.state.ids.length
    }
  }),
  platformClass({
    name: 'Database.CursorFetchResult',
    members: {
      'List<SObject> getRecords()': (_tx, self: PageObject) => self.records,
      'Integer getNextIndex()': (_tx, self: PageObject) => self.next,
      'Integer getNumDeletedRecords()': (_tx, self: PageObject) => self.deleted,
      // "Returns true if the pagination cursor has reached either the page size … or the end of the result set."
      'Boolean isDone()': () => true
    }
  })
];
