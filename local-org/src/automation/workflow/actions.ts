import type { ApexValue } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { same } from '../compare.js';
import { systemAccess } from '../records.js';
import { sendAlert } from './alert.js';
import { updatedValue } from './field-update.js';
import type { ActionReference, FieldUpdateModel, WorkflowModel } from './model.js';
import { createTask } from './task.js';

/** What actions have set so far on a record. */
export interface ActionOutcome {
  /** By canonical field name; only what differs from the record. */
  readonly fields: Map<string, ApexValue>;
  reevaluate: boolean;
}

/** Runs actions of an object's workflow for a record: mails and tasks at once, field updates into the outcome. */
export function runActions(
  tx: Transaction,
  workflow: WorkflowModel,
  actions: readonly ActionReference[],
  record: SObjectValue,
  old: SObjectValue | null,
  outcome: ActionOutcome
): void {
  for (const { type, name } of actions) {
    const key = name.toLowerCase();
    const update = workflow.fieldUpdates.get(key);
    const alert = workflow.alerts.get(key);
    const task = workflow.tasks.get(key);
    if (type === 'FieldUpdate' && update) setField(tx, update, record, old, outcome);
    else if (type === 'Alert' && alert) sendAlert(tx, alert, record);
    else if (type === 'Task' && task) createTask(tx, task, record);
  }
}

function setField(
  tx: Transaction,
  update: FieldUpdateModel,
  record: SObjectValue,
  old: SObjectValue | null,
  outcome: ActionOutcome
): void {
  if (update.target !== undefined) {
    setParentField(tx, update, update.target, record, old);
    return;
  }
  const field = tx.org.schema.field(record.object, update.field);
  if (!field) return;
  const value = updatedValue(tx, update, field, record, old);
  if (same(tx, value, record.fields.get(field.name) ?? null)) {
    outcome.fields.delete(field.name);
    return;
  }
  outcome.fields.set(field.name, value);
  if (update.reevaluate) outcome.reevaluate = true;
}

/** A field update across objects: the parent goes through a save of its own. */
function setParentField(
  tx: Transaction,
  update: FieldUpdateModel,
  target: string,
  record: SObjectValue,
  old: SObjectValue | null
): void {
  const { schema } = tx.org;
  const path = target.includes('.') ? target.slice(target.indexOf('.') + 1) : target;
  const reference = schema.field(record.object, path) ?? schema.parentRelationship(record.object, path);
  const id = reference && record.fields.get(reference.name);
  const parent = id instanceof ApexId ? schema.objectByPrefix(id.value.slice(0, 3)) : undefined;
  const field = parent && schema.field(parent.name, update.field);
  if (!parent || !field || !(id instanceof ApexId)) return;
  const change = new SObjectValue(parent.name);
  change.fields.set('Id', id).set(field.name, updatedValue(tx, update, field, record, old));
  tx.limits.without(['dmlStatements', 'dmlRows'], () =>
    tx.data.dml(tx, 'update', [change], { access: systemAccess, allOrNone: true })
  );
}
