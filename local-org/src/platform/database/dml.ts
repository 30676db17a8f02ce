import { ApexList } from '../../kernel/collections.js';
import type { ApexValue } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import type { DmlOperation, DmlOptions, Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { required } from '../../runtime/arguments.js';
import { nullPointer } from '../../runtime/exceptions.js';
import type { PlatformClassSource, StaticFunction } from '../define.js';
import { sobjectTypeOfId } from '../id.js';
import { SObjectFieldToken } from '../schema/tokens.js';
import { AccessLevel, accessOf } from './access.js';
import { DmlOptionsObject } from './dml-options.js';
import { DmlResult, type ResultKind, resultList } from './results.js';

type Members = PlatformClassSource['members'];

/** A record that is only an id, as delete by id needs it. */
function recordOfId(tx: Transaction, id: ApexId): SObjectValue {
  const record = new SObjectValue(sobjectTypeOfId(tx, id).object);
  record.fields.set('Id', id);
  return record;
}

function recordsOf(tx: Transaction, value: ApexValue): SObjectValue[] {
  const items: readonly ApexValue[] = value instanceof ApexList ? value.items : [value];
  return items.map((item) => {
    if (item instanceof SObjectValue) return item;
    if (item instanceof ApexId) return recordOfId(tx, item);
    throw nullPointer();
  });
}

/** What follows the records in a call: external id field, all-or-none flag or options, access level, in any subset. */
function optionsOf(tx: Transaction, rest: readonly ApexValue[]): DmlOptions {
  let allOrNone = true;
  let level: AccessLevel | null = null;
  let externalIdField: string | undefined;
  let truncate = false;
  let assignmentRule: DmlOptions['assignmentRule'];
  let allowDuplicates = false;
  for (const value of rest) {
    if (typeof value === 'boolean') allOrNone = value;
    else if (value instanceof AccessLevel) level = value;
    else if (value instanceof SObjectFieldToken) externalIdField = value.field;
    else if (value instanceof DmlOptionsObject) {
      allOrNone = value.optAllOrNone ?? true;
      truncate = value.allowFieldTruncation ?? false;
      assignmentRule = value.assignmentRule;
      allowDuplicates = value.allowDuplicates;
    }
  }
  return {
    access: accessOf(tx, level),
    allOrNone,
    truncate,
    ...(allowDuplicates && { allowDuplicates }),
    ...(assignmentRule !== undefined && { assignmentRule }),
    ...(externalIdField === undefined ? {} : { externalIdField })
  };
}

function runner(operation: DmlOperation, kind: ResultKind): StaticFunction {
  return (tx: Transaction, ...args: never[]) => {
    const [target, ...rest] = args as unknown as ApexValue[];
    const given = required(target ?? null, 1);
    const rows = tx.data.dml(tx, operation, recordsOf(tx, given), optionsOf(tx, rest));
    if (given instanceof ApexList) return resultList(kind, rows);
    const [row] = rows;
    return row ? new DmlResult(kind, row) : null;
  };
}

/** All overloads of one operation: one target or a list, with each of the given option lists. */
function overloads(
  operation: DmlOperation,
  kind: ResultKind,
  targets: readonly [string, string][],
  options: readonly string[],
  method: string = operation
): Members {
  const run = runner(operation, kind);
  const members: Record<string, StaticFunction> = {};
  for (const [type, name] of targets) {
    const result = type.startsWith('List<') ? `List<Database.${kind}>` : `Database.${kind}`;
    for (const option of options) {
      members[`static ${result} ${method}(${type} ${name}${option === '' ? '' : `, ${option}`})`] = run;
    }
  }
  return members;
}

const flags = ['', 'Boolean allOrNone'];
const levels = ['AccessLevel accessLevel', 'Boolean allOrNone, AccessLevel accessLevel'];
const withOptions = ['Database.DMLOptions dmlOptions', 'Database.DMLOptions dmlOptions, AccessLevel accessLevel'];
const external = [
  'SObjectField externalIdField',
  'SObjectField externalIdField, Boolean allOrNone',
  'SObjectField externalIdField, AccessLevel accessLevel',
  'SObjectField externalIdField, Boolean allOrNone, AccessLevel accessLevel'
];
const records: [string, string][] = [
  ['SObject', 'recordToProcess'],
  ['List<SObject>', 'recordsToProcess']
];
const immediate = ['', 'AccessLevel accessLevel'];
const ids: [string, string][] = [
  ['Id', 'recordId'],
  ['List<Id>', 'recordIds']
];

function merge(tx: Transaction, ...args: never[]): ApexValue {
  const [master, duplicates, ...rest] = args as unknown as ApexValue[];
  const winner = required(master ?? null, 1);
  if (!(winner instanceof SObjectValue)) throw nullPointer();
  const given = required(duplicates ?? null, 2);
  const losers = recordsOf(tx, given);
  const rows = tx.data.merge(tx, winner, losers, optionsOf(tx, rest));
  const results = rows.map((row, i) => {
    const id = losers[i]?.fields.get('Id');
    return new DmlResult('MergeResult', row, row.success && id instanceof ApexId ? [id] : []);
  });
  if (!(given instanceof ApexList)) return results[0] ?? null;
  return new ApexList({ kind: 'platform', name: 'Database.MergeResult', args: [] }, results);
}

const mergeMembers: Record<string, StaticFunction> = {};
for (const [type, name] of [...ids, ['SObject', 'duplicateRecord'], ['List<SObject>', 'duplicateRecords']] as [
  string,
  string
][]) {
  const result = type.startsWith('List<') ? 'List<Database.MergeResult>' : 'Database.MergeResult';
  for (const option of [...flags, ...levels]) {
    mergeMembers[`static ${result} merge(SObject masterRecord, ${type} ${name}${option === '' ? '' : `, ${option}`})`] =
      merge;
  }
}

function emptyRecycleBin(tx: Transaction, ...args: never[]): ApexValue {
  const given = required((args as unknown as ApexValue[])[0] ?? null, 1);
  const rows = tx.data.emptyRecycleBin(tx, recordsOf(tx, given), accessOf(tx, null));
  if (given instanceof ApexList) return resultList('EmptyRecycleBinResult', rows);
  const [row] = rows;
  return row ? new DmlResult('EmptyRecycleBinResult', row) : null;
}

/** Database.insert, update, upsert, delete, undelete, merge and emptyRecycleBin in all their overloads. */
export const databaseDml: Members = {
  ...overloads('insert', 'SaveResult', records, [...flags, ...withOptions, ...levels]),
  ...overloads('update', 'SaveResult', records, [...flags, ...withOptions, ...levels]),
  ...overloads('upsert', 'UpsertResult', records, [...flags, ...levels, ...external]),
  ...overloads('delete', 'DeleteResult', [...records, ...ids], [...flags, ...levels]),
  ...overloads('undelete', 'UndeleteResult', [...records, ...ids], [...flags, ...levels]),
  // Made for external objects, of which there are none: with others they do what their namesakes do (as remembered).
  ...overloads('insert', 'SaveResult', records, immediate, 'insertImmediate'),
  ...overloads('update', 'SaveResult', records, immediate, 'updateImmediate'),
  ...overloads('delete', 'DeleteResult', records, immediate, 'deleteImmediate'),
  ...mergeMembers,
  'static Database.EmptyRecycleBinResult emptyRecycleBin(SObject recordToDelete)': emptyRecycleBin,
  'static List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<SObject> recordsToDelete)': emptyRecycleBin,
  'static List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<Id> recordIds)': emptyRecycleBin
};
