import { ApexId } from '../../kernel/scalars.js';
import { computeFormulas } from '../formula/formula-value.js';
import { standardRules } from '../standard/rules.js';
import { checkFieldAccess, checkSharing } from './access.js';
import { buildChanged, buildNew } from './build.js';
import { checkDuplicates } from './duplicates.js';
import type { DmlEnvironment } from './environment.js';
import { livingRow, loadStored } from './existing.js';
import { checkLookupFilters } from './lookup-filters.js';
import { checkReferences, resolveParents } from './references.js';
import { watchRollUps } from './roll-ups.js';
import { alive, type DmlRow } from './row.js';
import { hasTriggers, refuseSelfReference, runTriggers } from './triggers.js';
import { validate } from './validation.js';
import { insertRows, updateRows } from './write.js';

/**
 * Saves up to 200 records in the platform's order of execution:
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm
 * Rows that fail carry their errors; whether the rest stays is decided by the caller.
 */
export function saveChunk(env: DmlEnvironment, rows: readonly DmlRow[], operation: 'insert' | 'update'): void {
  const rules = standardRules(env.object.name);
  if (operation === 'insert') prepareInsert(env, rows);
  else prepareUpdate(env, rows);
  for (const row of alive(rows)) {
    checkFieldAccess(env, row);
    resolveParents(env, row);
  }
  checkReferences(env, alive(rows));

  if (hasTriggers(env, `before ${operation}`)) for (const row of alive(rows)) computeFormulas(env, row.record);
  runTriggers(env, `before ${operation}`, rows);

  rules?.complete?.(env, alive(rows));
  for (const row of alive(rows)) {
    validate(env, row);
    if (!row.failed) env.rules.check(env, row);
  }
  checkReferences(env, alive(rows));
  checkDuplicates(env, rows);
  for (const row of alive(rows)) rules?.check?.(env, row);

  checkLookupFilters(env, rows);

  const saved = alive(rows);
  const saveRollUps = watchRollUps(env, saved);
  if (operation === 'insert') insertRows(env, saved);
  else updateRows(env, saved);
  rules?.saved?.(env, saved);

  if (hasTriggers(env, `after ${operation}`)) {
    reload(env, saved);
    runTriggers(env, `after ${operation}`, saved);
  }
  saveRollUps();
}

/** Saves parents whose roll-ups changed: triggers and validation rules, as for an update that sets no field. */
export function saveParents(env: DmlEnvironment, rows: readonly DmlRow[]): void {
  runTriggers(env, 'before update', rows);
  standardRules(env.object.name)?.complete?.(env, alive(rows));
  for (const row of alive(rows)) {
    validate(env, row);
    if (!row.failed) env.rules.check(env, row);
  }
  checkDuplicates(env, rows);
  const saved = alive(rows);
  const saveRollUps = watchRollUps(env, saved);
  updateRows(env, saved);
  if (hasTriggers(env, 'after update')) {
    reload(env, saved);
    runTriggers(env, 'after update', saved);
  }
  saveRollUps();
}

function prepareInsert(env: DmlEnvironment, rows: readonly DmlRow[]): void {
  for (const row of rows) {
    row.created = true;
    if ((row.input.fields.get('Id') ?? null) !== null) {
      row.fail('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']);
    } else buildNew(env, row);
  }
}

function prepareUpdate(env: DmlEnvironment, rows: readonly DmlRow[]): void {
  const olds = loadStored(env, rows);
  for (const row of rows) {
    if (!row.id) row.fail('MISSING_ARGUMENT', 'Id not specified in an update call');
    else {
      const old = livingRow(env, row, olds);
      if (old) buildChanged(env, row, old);
    }
  }
  refuseSelfReference(env, rows);
  checkSharing(env, rows);
}

/** After-save triggers see what is stored: numbers, dates, formulas. */
export function reload(env: DmlEnvironment, rows: readonly DmlRow[], deleted = false): void {
  const ids = rows.flatMap((row) => (row.id instanceof ApexId ? [row.id] : []));
  const stored = env.loader.load(env.tx, env.object, ids, deleted);
  for (const row of rows) row.record = (row.id && stored.get(row.id.value)) ?? row.record;
}
