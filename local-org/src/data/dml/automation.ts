import type { AutomatedChange, AutomationStep, FieldUpdates } from '../../kernel/automation.js';
import { SObjectValue } from '../../kernel/sobject.js';
import type { DmlEnvironment } from './environment.js';
import { recordHistory } from './history.js';
import { alive, DmlRow } from './row.js';
import { reload } from './reload.js';
import { hasTriggers, runTriggers } from './triggers.js';
import { validate } from './validation.js';
import { updateRows } from './write.js';

type Operation = AutomatedChange['operation'];

/** How often workflow rules are evaluated again because a field update asks for it: https://help.salesforce.com/s/articleView?id=sf.workflow_field_updates_reevalute_wf.htm */
const maximumReevaluations = 5;

/** True when flows or workflow rules of the project run at that step. */
export const isAutomated = ({ tx, object }: DmlEnvironment, step: AutomationStep, operation: Operation): boolean =>
  tx.org.automation?.handles(object.name, step, operation) ?? false;

/** Flows that run before the save: they change the records in memory. */
export function automateBeforeSave(env: DmlEnvironment, rows: readonly DmlRow[], operation: Operation): void {
  const change = changeOf(env, rows, operation);
  if (change.rows.length === 0 || !isAutomated(env, 'beforeSave', operation)) return;
  for (const row of change.rows) row.record.readOnly = false;
  env.tx.org.automation?.beforeSave(env.tx, change);
}

/** Flows that run before a deletion. */
export function automateBeforeDelete(env: DmlEnvironment, rows: readonly DmlRow[]): void {
  const change = changeOf(env, rows, 'delete');
  if (change.rows.length > 0 && isAutomated(env, 'beforeDelete', 'delete'))
    env.tx.org.automation?.beforeDelete(env.tx, change);
}

/** Processes, and flows that run after the save. */
export function automateAfterSave(env: DmlEnvironment, rows: readonly DmlRow[], operation: Operation): void {
  const change = changeOf(env, rows, operation);
  if (change.rows.length > 0 && isAutomated(env, 'afterSave', operation))
    env.tx.org.automation?.afterSave(env.tx, change);
}

/**
 * Workflow rules. Their field updates are saved with system validation only, and the update triggers run once more, whatever the
 * operation was.
 */
export function runWorkflowRules(env: DmlEnvironment, rows: readonly DmlRow[], operation: Operation): void {
  const { automation } = env.tx.org;
  if (!automation || !isAutomated(env, 'workflowRules', operation)) return;
  let change = changeOf(env, rows, operation);
  for (let evaluation = 0; evaluation <= maximumReevaluations && change.rows.length > 0; evaluation++) {
    const updates = automation.workflowRules(env.tx, change, evaluation);
    const changed = updates.filter(({ fields }) => fields.size > 0);
    saveFieldUpdates(env, changed);
    const again = changed.flatMap(({ row, reevaluate }) => (reevaluate && row instanceof DmlRow ? [row] : []));
    change = changeOf(env, again, operation);
  }
}

function changeOf(env: DmlEnvironment, rows: readonly DmlRow[], operation: Operation): AutomatedChange {
  return { object: env.object.name, operation, rows: alive(rows) };
}

/** In the triggers of the second save Trigger.old is what was before the statement, as the page on the order of execution says. */
function saveFieldUpdates(env: DmlEnvironment, updates: readonly FieldUpdates[]): void {
  const saves = updates.flatMap(({ row, fields }) => (row instanceof DmlRow ? [new FieldUpdateSave(row, fields)] : []));
  const rows = saves.map(({ again }) => again);
  if (rows.length === 0) return;
  runTriggers(env, 'before update', rows);
  for (const row of alive(rows)) validate(env, row);
  for (const save of saves) save.again.old = save.stored;
  updateRows(env, alive(rows));
  recordHistory(env, alive(rows), 'update');
  for (const save of saves) save.again.old = save.before;
  reload(env, alive(rows));
  if (hasTriggers(env, 'after update')) runTriggers(env, 'after update', rows);
  for (const save of saves) save.finish();
}

/** One record's way through the save of its field updates. */
class FieldUpdateSave {
  readonly again: DmlRow;
  readonly stored: SObjectValue;
  readonly before: SObjectValue;
  private readonly row: DmlRow;

  constructor(row: DmlRow, fields: FieldUpdates['fields']) {
    this.row = row;
    this.stored = row.record;
    this.before = row.old ?? row.record;
    this.again = new DmlRow(row.index, row.input);
    this.again.id = row.id;
    this.again.old = this.before;
    this.again.record = new SObjectValue(row.record.object);
    for (const [name, value] of [...row.record.fields, ...fields]) this.again.record.fields.set(name, value);
  }

  finish(): void {
    this.row.record = this.again.record;
    this.row.errors.push(...this.again.errors);
  }
}
