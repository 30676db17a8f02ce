import type { ApexThrow } from '../../kernel/exception.js';
import type { AccessMode, DmlOperation, DmlOptions, DmlRowResult, Transaction } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { dmlException, listException, typeException } from '../../runtime/exceptions.js';
import type { ObjectModel } from '../../schema/model.js';
import { lockedRow, lockRows, takeLock } from './write-lock.js';
import type { Work } from '../work.js';
import { checkObjectAccess, withPlainText } from './access.js';
import type { DmlEnvironment, DmlParts } from './environment.js';
import { refuseMixedDml } from './mixed.js';
import { alive, DmlRow, idOf } from './row.js';
import { deleteChunk, purgeChunk, undeleteChunk } from './remove.js';
import { saveChunk } from './save.js';
import { splitUpsert } from './upsert.js';

/** Triggers get at most this many records at a time. */
const chunkSize = 200;
/** A partial save tries again without the failed rows at most this often. */
const maximumPasses = 3;

/** What is special about a statement that is part of a larger one (a merge, a lead conversion). */
export interface StatementHooks extends Pick<DmlEnvironment, 'removed' | 'forced'> {
  /** The larger statement has been counted already. */
  readonly uncounted?: boolean;
}

/** Runs DML statements: limits, access, chunks, all-or-none and partial success. */
export class DmlEngine {
  private readonly parts: DmlParts;
  constructor(parts: DmlParts) {
    this.parts = parts;
  }

  run(
    tx: Transaction,
    work: Work,
    operation: DmlOperation,
    records: readonly SObjectValue[],
    options: DmlOptions,
    hooks: StatementHooks = {}
  ): DmlRowResult[] {
    if (records.length === 0) return [];
    refuseNulls(records);
    const first = this.object(records[0]?.object ?? '');
    if (first.kind === 'platformEvent') return tx.async.publish(tx, records);
    if (!hooks.uncounted) {
      tx.limits.add('dmlStatements', 1);
      tx.limits.add('dmlRows', records.length);
    }
    const groups = groupByObject(records.map((record, i) => new DmlRow(i, record)));
    const ids = records.map(idOf);
    if (!options.allOrNone && !takeLock(work)) return ids.map(lockedRow);
    lockRows(work, operation, ids);
    const savepoint = this.parts.connection.savepoint();
    const rows = [...groups.values()].flat();
    try {
      for (const [name, group] of groups)
        this.runGroup(
          { ...this.environment(tx, work, this.object(name), options), ...hooks },
          operation,
          group,
          options
        );
      this.finish(operation, rows, options);
    } catch (error) {
      this.parts.connection.rollbackTo(savepoint);
      this.parts.connection.release(savepoint);
      throw error;
    }
    this.parts.connection.release(savepoint);
    work.markDirty();
    return rows.sort((a, b) => a.index - b.index).map((row) => resultOf(row, operation));
  }

  /** Runs work that is undone as a whole when it answers false or throws. */
  attempt<V>(work: () => V, stands: (value: V) => boolean): V {
    const { connection } = this.parts;
    const savepoint = connection.savepoint();
    try {
      const value = work();
      if (!stands(value)) connection.rollbackTo(savepoint);
      return value;
    } catch (error) {
      connection.rollbackTo(savepoint);
      throw error;
    } finally {
      connection.release(savepoint);
    }
  }

  /** Database.emptyRecycleBin: each record has its own outcome. It counts as a DML statement. */
  emptyRecycleBin(tx: Transaction, work: Work, records: readonly SObjectValue[], access: AccessMode): DmlRowResult[] {
    if (records.length === 0) return [];
    refuseNulls(records);
    tx.limits.add('dmlStatements', 1);
    tx.limits.add('dmlRows', records.length);
    if (!takeLock(work)) return records.map(idOf).map(lockedRow);
    const groups = groupByObject(records.map((record, i) => new DmlRow(i, record)));
    for (const [name, rows] of groups) {
      refuseRepeatedIds(rows);
      const env = this.environment(tx, work, this.object(name), { access, allOrNone: false });
      checkObjectAccess(env, 'delete');
      purgeChunk(env, rows);
    }
    work.markDirty();
    const rows = [...groups.values()].flat();
    return rows.sort((a, b) => a.index - b.index).map((row) => resultOf(row, 'delete'));
  }

  environment(tx: Transaction, work: Work, object: ObjectModel, options: DmlOptions): DmlEnvironment {
    const { access, truncate, assignmentRule, forced = false, allowDuplicates } = options;
    return { ...this.parts, tx, work, object, access, truncate, assignmentRule, forced, allowDuplicates };
  }

  object(name: string): ObjectModel {
    const object = this.parts.schema.object(name);
    if (!object) throw typeException(`DML not allowed on ${name}`);
    return object;
  }

  private runGroup(env: DmlEnvironment, operation: DmlOperation, rows: readonly DmlRow[], options: DmlOptions): void {
    const { object } = env;
    if (object.kind === 'customMetadata')
      throw typeException(`DML operation ${operation.toUpperCase()} not allowed on ${object.name}`);
    refuseCall(env, operation);
    if (operation !== 'insert' && operation !== 'undelete') refuseRepeatedIds(rows);
    if (operation === 'upsert') splitUpsert(env, rows, options.externalIdField);
    const inserted = operation === 'insert' ? rows : operation === 'upsert' ? rows.filter((row) => row.created) : [];
    const rest = rows.filter((row) => !inserted.includes(row));
    if (inserted.length > 0) checkObjectAccess(env, 'create', operation.toUpperCase());
    if (rest.length > 0)
      checkObjectAccess(
        env,
        operation === 'delete' || operation === 'undelete' ? 'delete' : 'edit',
        operation.toUpperCase()
      );
    refuseMixedDml(env, rows, operation);
    for (const part of [inserted, rest]) {
      const kind = part === inserted ? 'insert' : operation === 'upsert' ? 'update' : operation;
      for (let at = 0; at < part.length; at += chunkSize) {
        this.runChunk(env, kind, part.slice(at, at + chunkSize), options.allOrNone);
        if (options.allOrNone && part.some((row) => row.failed)) throw failure(env, operation, rows);
      }
    }
  }

  private runChunk(env: DmlEnvironment, kind: DmlOperation, chunk: readonly DmlRow[], allOrNone: boolean): void {
    if (allOrNone) {
      const willing = chunk.filter((row) => !row.failed);
      applyChunk(env, kind, willing);
      return;
    }
    for (let pass = 1; ; pass++) {
      const willing = chunk.filter((row) => !row.failed);
      if (willing.length === 0) return;
      const savepoint = env.connection.savepoint();
      applyChunk(env, kind, willing);
      const failed = willing.some((row) => row.failed);
      if (failed) env.connection.rollbackTo(savepoint);
      env.connection.release(savepoint);
      if (!failed) return;
      for (const row of willing) if (!row.failed) resetRow(row, kind);
      if (pass < maximumPasses) continue;
      for (const row of willing)
        if (!row.failed) row.fail('ALL_OR_NONE_OPERATION_ROLLED_BACK', 'Too many tries to save the remaining records');
      return;
    }
  }

  /** Ids go to the caller's records only when the statement stands. */
  private finish(operation: DmlOperation, rows: readonly DmlRow[], options: DmlOptions): void {
    if (options.allOrNone && rows.some((row) => row.failed)) {
      throw dmlException(operation, failuresOf(rows));
    }
    for (const row of rows) if (!row.failed && row.id) row.input.fields.set('Id', row.id);
  }
}

function applyChunk(env: DmlEnvironment, kind: DmlOperation, rows: readonly DmlRow[]): void {
  if (kind === 'delete') deleteChunk(env, rows);
  else if (kind === 'undelete') undeleteChunk(env, rows);
  else saveChunk(env, rows, kind === 'insert' ? 'insert' : 'update');
  const changed = alive(rows).flatMap(({ id, old, record }) =>
    id ? [{ id, before: old, after: kind === 'delete' ? (old ?? record) : record }] : []
  );
  env.tx.async.captureChanges(env.tx, env.object.name, kind, changed);
}

function resetRow(row: DmlRow, kind: DmlOperation): void {
  row.record = row.input;
  row.old = null;
  if (kind === 'insert') row.id = null;
}

function failuresOf(rows: readonly DmlRow[]) {
  return rows
    .filter((row) => row.failed)
    .map((row) => ({ index: row.index, id: row.created ? null : row.id, errors: row.errors }));
}

function failure(env: DmlEnvironment, operation: DmlOperation, rows: readonly DmlRow[]): ApexThrow {
  return withPlainText(dmlException(operation, failuresOf(rows)), env, rows);
}

function resultOf(row: DmlRow, operation: DmlOperation): DmlRowResult {
  return {
    id: row.failed && row.created ? null : row.id,
    success: !row.failed,
    created: operation === 'upsert' && row.created && !row.failed,
    errors: row.errors
  };
}

function refuseNulls(records: readonly (SObjectValue | null)[]): void {
  const place = records.indexOf(null);
  if (place >= 0) throw listException(`DML statement found null SObject at position ${place}`);
}

function refuseRepeatedIds(rows: readonly DmlRow[]): void {
  const seen = new Set<string>();
  for (const { id } of rows) {
    if (!id) continue;
    if (seen.has(id.value)) throw listException(`Duplicate id in list: ${id.value}`);
    seen.add(id.value);
  }
}

/** Objects whose records only the platform's services make or change. */
function refuseCall({ forced, object, access }: DmlEnvironment, operation: DmlOperation): void {
  if (forced || access.mode === 'user' || !object.refuses) return;
  const kinds = { insert: ['create'], update: ['edit'], upsert: ['create', 'edit'], delete: ['delete'], undelete: [] };
  if (!kinds[operation].some((kind) => object.refuses?.some((refused) => refused === kind))) return;
  throw typeException(`DML operation ${operation.toUpperCase()} not allowed on ${object.name}`);
}

/** The records of one statement by object, in the order in which the objects come: at most ten changes of object on the platform. */
function groupByObject(rows: readonly DmlRow[]): Map<string, DmlRow[]> {
  const groups = new Map<string, DmlRow[]>();
  for (const row of rows) {
    const name = row.input.object;
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}
