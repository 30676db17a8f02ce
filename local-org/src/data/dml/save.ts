import { computeFormulas } from '../formula/record-context.js';
import { standardRules } from '../standard/rules.js';
import { checkFieldAccess, checkSharing } from './access.js';
import { automateAfterSave, automateBeforeSave, isAutomated, runWorkflowRules } from './automation.js';
import { buildChanged, buildNew } from './build.js';
import { checkDuplicates } from './duplicates.js';
import type { DmlEnvironment } from './environment.js';
import { livingRow, loadStored } from './existing.js';
import { refuseLocked } from './locks.js';
import { checkLookupFilters } from './lookup-filters.js';
import { recordHistory } from './history.js';
import { onceInSave } from './recursion.js';
import { checkReferences, resolveParents } from './references.js';
import { reload } from './reload.js';
import { watchRollUps } from './roll-ups.js';
import { alive, type DmlRow } from './row.js';
import { hasTriggers, refuseSelfReference, runTriggers } from './triggers.js';
import { checkFormats, validate } from './validation.js';
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
    checkFormats(env, row);
  }
  checkReferences(env, alive(rows));

  if (hasTriggers(env, `before ${operation}`) || isAutomated(env, 'beforeSave', operation))
    for (const row of alive(rows)) computeFormulas(env, row.record);
  automateBeforeSave(env, rows, operation);
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
  env.duplicates.check(env, rows);

  const saved = alive(rows);
  const saveRollUps = watchRollUps(env, saved);
  if (operation === 'insert') insertRows(env, saved);
  else updateRows(env, saved);
  recordHistory(env, saved, operation);
  rules?.saved?.(env, saved);
  afterWriting(env, saved, operation);
  saveRollUps();
}

/** Saves parents whose roll-ups changed: triggers and validation rules, as for an update that sets no field. */
export function saveParents(env: DmlEnvironment, rows: readonly DmlRow[]): void {
  automateBeforeSave(env, rows, 'update');
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
  afterWriting(env, saved, 'update');
  saveRollUps();
}

/** After-triggers, then workflow rules and flows; a save of a record inside its own save has triggers only. */
function afterWriting(env: DmlEnvironment, rows: readonly DmlRow[], operation: 'insert' | 'update'): void {
  const triggered = hasTriggers(env, `after ${operation}`);
  const assigned = rows.some((row) => env.assignments.isAsked(env, row));
  const automated = (['workflowRules', 'afterSave'] as const).some((step) => isAutomated(env, step, operation));
  if (!triggered && !automated && !assigned) return;
  reload(env, rows);
  onceInSave(env, rows, (outermost) => {
    runTriggers(env, `after ${operation}`, rows);
    if (!automated && !assigned) return;
    if (triggered) reload(env, alive(outermost));
    if (assigned) env.assignments.assign(env, alive(outermost));
    runWorkflowRules(env, outermost, operation);
    automateAfterSave(env, outermost, operation);
  });
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
  refuseLocked(env, rows);
}
