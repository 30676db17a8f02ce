import type { ApexValue } from '../../kernel/object.js';
import { ApexDate, ApexDatetime, ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { todayIn } from '../../runtime/time-zone.js';
import { valueAt } from '../record-formula.js';
import { systemAccess, uncounted } from '../records.js';
import type { TaskModel } from './model.js';

/** Creates the task of a rule about a record. The platform's own save counts against no limit. */
export function createTask(tx: Transaction, model: TaskModel, record: SObjectValue): void {
  const task = new SObjectValue('Task');
  const id = record.fields.get('Id') ?? null;
  task.fields
    .set('Subject', model.subject)
    .set('Description', model.description)
    .set('Status', model.status)
    .set('Priority', model.priority)
    .set('ActivityDate', dueDate(tx, model, record))
    .set(record.object === 'Lead' || record.object === 'Contact' ? 'WhoId' : 'WhatId', id);
  const owner = assignee(tx, model, record);
  if (owner instanceof ApexId && owner.value.startsWith('005')) task.fields.set('OwnerId', owner);
  tx.limits.without(['dmlStatements', 'dmlRows'], () =>
    tx.data.dml(tx, 'insert', [task], { access: systemAccess, allOrNone: true })
  );
}

function dueDate(tx: Transaction, { dueDateOffset, offsetFromField }: TaskModel, record: SObjectValue): ApexDate {
  const field = offsetFromField?.split('.').slice(-1) ?? [];
  const from = field.length > 0 ? valueAt(tx, record, field) : null;
  const zone = tx.user.timeZone;
  const days = from instanceof ApexDate ? from.days : todayIn(zone, from instanceof ApexDatetime ? from.ms : tx.now());
  return new ApexDate(days + dueDateOffset);
}

function assignee(tx: Transaction, { assignedTo = '', assignedToType }: TaskModel, record: SObjectValue): ApexValue {
  switch (assignedToType) {
    case 'user':
      return (
        uncounted(tx, 'SELECT Id FROM User WHERE Username = :name LIMIT 1', { name: assignedTo })[0]?.fields.get(
          'Id'
        ) ?? null
      );
    case 'creator':
      return valueAt(tx, record, ['CreatedById']);
    case 'accountOwner':
      return valueAt(tx, record, ['Account', 'OwnerId']);
    default:
      return valueAt(tx, record, ['OwnerId']);
  }
}
