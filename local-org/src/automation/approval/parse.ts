import { SchemaError } from '../../schema/schema-error.js';
import type { MetadataComponent } from '../../schema/source-tree.js';
import { child, children, flag, number, text, type XmlNode } from '../../schema/xml.js';
import { readCriteria } from '../criteria.js';
import type { ActionReference } from '../workflow/model.js';
import type { ApprovalModel, ApprovalStep } from './model.js';

const actionTypes = /^(Alert|FieldUpdate|Task)$/;

/** Reads an active approval process; undefined for an inactive one, and for one that cannot be read, which is a problem. */
export function parseApproval({ name, file, xml }: MetadataComponent, problems: Error[]): ApprovalModel | undefined {
  if (!flag(xml, 'active')) return undefined;
  const problem = (what: string): undefined => {
    problems.push(new SchemaError(file, `Approval process ${name}: ${what}`));
    return undefined;
  };
  const actions = (node: XmlNode, element: string): ActionReference[] =>
    children(child(node, element), 'action').map((action) => {
      const type = text(action, 'type') ?? '';
      const own = text(action, 'name') ?? '';
      if (!actionTypes.test(type)) problem(`the action ${own} of type ${type} is not run.`);
      return { type, name: own };
    });
  try {
    const next = child(xml, 'nextAutomatedApprover');
    const dot = name.indexOf('.');
    return {
      name: name.slice(dot + 1),
      object: name.slice(0, dot),
      label: text(xml, 'label') ?? name,
      order: number(xml, 'processOrder') ?? 0,
      criteria: readCriteria(child(xml, 'entryCriteria') ?? {}),
      submitters: named(xml, 'allowedSubmitters', 'submitter'),
      steps: children(xml, 'approvalStep').map((step) => stepOf(step, actions)),
      allowRecall: flag(xml, 'allowRecall'),
      initialActions: actions(xml, 'initialSubmissionActions'),
      approvalActions: actions(xml, 'finalApprovalActions'),
      rejectionActions: actions(xml, 'finalRejectionActions'),
      recallActions: actions(xml, 'recallActions'),
      lockWhenApproved: flag(xml, 'finalApprovalRecordLock'),
      lockWhenRejected: flag(xml, 'finalRejectionRecordLock'),
      hierarchyField: text(next, 'userHierarchyField') ?? 'Manager',
      startsWithOwner: flag(next, 'useApproverFieldOfRecordOwner')
    };
  } catch (error) {
    return problem((error as Error).message);
  }
}

const named = (node: XmlNode | undefined, element: string, name: string) =>
  children(node, element).map((one) => ({ type: text(one, 'type') ?? '', name: text(one, name) ?? '' }));

function stepOf(step: XmlNode, actions: (node: XmlNode, element: string) => ActionReference[]): ApprovalStep {
  const assigned = child(step, 'assignedApprover');
  return {
    name: text(step, 'name') ?? '',
    label: text(step, 'label') ?? '',
    criteria: readCriteria(child(step, 'entryCriteria') ?? {}),
    otherwise: text(step, 'ifCriteriaNotMet') ?? 'GotoNextStep',
    approvers: named(assigned, 'approver', 'name'),
    firstResponse: text(assigned, 'whenMultipleApprovers') === 'FirstResponse',
    approvalActions: actions(step, 'approvalActions'),
    rejectionActions: actions(step, 'rejectionActions'),
    backToPrevious: text(child(step, 'rejectBehavior'), 'type') === 'BackToPrevious'
  };
}
