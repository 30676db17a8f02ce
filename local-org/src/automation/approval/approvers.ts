import type { ApexValue } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { valueAt } from '../record-formula.js';
import { storedRecord, uncounted } from '../records.js';
import type { ApprovalModel, ApprovalStep } from './model.js';
import { ApprovalRefusal } from './refusal.js';

/** Whom a step may ask. */
export interface ApproverSource {
  readonly record: SObjectValue;
  /** The submitter, later who has approved the step before. */
  readonly from: ApexId;
  readonly first: boolean;
  /** Whom the request names. */
  readonly chosen: readonly ApexId[];
}

/** The approvers of a step; one that cannot be told refuses the request. The codes are the platform's, their texts from memory. */
export function approversOf(
  tx: Transaction,
  process: ApprovalModel,
  step: ApprovalStep,
  source: ApproverSource
): ApexId[] {
  const ids = step.approvers.flatMap(({ type, name }) => approver(tx, process, type, name, source));
  if (ids.length === 0)
    throw new ApprovalRefusal('REQUIRED_FIELD_MISSING', 'missing next approver', ['nextApproverIds']);
  return [...new Map(ids.map((id) => [id.value, id])).values()];
}

function approver(
  tx: Transaction,
  process: ApprovalModel,
  type: string,
  name: string,
  { record, from, first, chosen }: ApproverSource
): readonly ApexId[] {
  switch (type) {
    case 'adhoc':
      return chosen;
    case 'user':
      return found(uncounted(tx, 'SELECT Id FROM User WHERE Username = :name LIMIT 1', { name })[0]?.fields.get('Id'));
    case 'queue':
      return found(
        uncounted(tx, "SELECT Id FROM Group WHERE Type = 'Queue' AND DeveloperName = :name LIMIT 1", {
          name
        })[0]?.fields.get('Id')
      );
    case 'relatedUserField':
      return found(valueAt(tx, record, name.split('.')));
    case 'userHierarchyField': {
      const field = name === '' ? process.hierarchyField : name;
      const whose = first && process.startsWithOwner ? valueAt(tx, record, ['OwnerId']) : from;
      const user = whose instanceof ApexId ? storedRecord(tx, whose) : null;
      const manager = user && valueAt(tx, user, [field === 'Manager' ? 'ManagerId' : field]);
      if (!(manager instanceof ApexId)) throw new ApprovalRefusal('MANAGER_NOT_DEFINED', 'Manager undefined.');
      return [manager];
    }
    default:
      return [];
  }
}

const found = (id: ApexValue | undefined): ApexId[] => (id instanceof ApexId ? [id] : []);

/** Whether a user may submit the record. */
export function maySubmit(tx: Transaction, process: ApprovalModel, record: SObjectValue, user: ApexId): boolean {
  const is = (value: ApexValue | undefined): boolean => value instanceof ApexId && value.value === user.value;
  return process.submitters.some(({ type, name }) => {
    switch (type) {
      case 'owner':
        return is(valueAt(tx, record, ['OwnerId']));
      case 'creator':
        return is(valueAt(tx, record, ['CreatedById']));
      case 'allInternalUsers':
        return true;
      case 'user':
        return is(uncounted(tx, 'SELECT Id FROM User WHERE Username = :name LIMIT 1', { name })[0]?.fields.get('Id'));
      case 'group':
        return (
          uncounted(
            tx,
            'SELECT Id FROM GroupMember WHERE Group.DeveloperName = :name AND UserOrGroupId = :user LIMIT 1',
            { name, user }
          ).length > 0
        );
      case 'role':
        return (
          uncounted(tx, 'SELECT Id FROM User WHERE UserRole.DeveloperName = :name AND Id = :user', { name, user })
            .length > 0
        );
      default:
        return false;
    }
  });
}

/** Whether a user may answer a work item: its actor, a member of its queue, or who may modify all data. */
export function mayAnswer(tx: Transaction, actor: ApexValue): boolean {
  if (!(actor instanceof ApexId)) return false;
  if (actor.value === tx.user.id.value || tx.user.access.userPermission('ModifyAllData')) return true;
  const user = tx.user.id;
  return (
    uncounted(tx, 'SELECT Id FROM GroupMember WHERE GroupId = :actor AND UserOrGroupId = :user LIMIT 1', {
      actor,
      user
    }).length > 0
  );
}
