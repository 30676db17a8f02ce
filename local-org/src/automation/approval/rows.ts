import type { ApexValue } from '../../kernel/object.js';
import { ApexDatetime, ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { uncounted } from '../records.js';
import type { ApprovalModel, ApprovalStep } from './model.js';

/** Writes rows that only the platform makes. */
export interface SystemRowWriter {
  writeRow(tx: Transaction, object: string, id: ApexId | null, fields: Readonly<Record<string, ApexValue>>): ApexId;
  deleteRow(tx: Transaction, object: string, id: ApexId): void;
}

const idOf = (row: SObjectValue | undefined): ApexId | null => {
  const id = row?.fields.get('Id');
  return id instanceof ApexId ? id : null;
};

/** The rows in which an approval is kept: its instance, nodes, work items and the answers. */
export class ApprovalRows {
  private readonly writer: SystemRowWriter;
  constructor(writer: SystemRowWriter) {
    this.writer = writer;
  }

  definition(tx: Transaction, { name, object }: ApprovalModel): ApexId | null {
    const soql = 'SELECT Id FROM ProcessDefinition WHERE DeveloperName = :name AND TableEnumOrId = :object LIMIT 1';
    return idOf(uncounted(tx, soql, { name, object })[0]);
  }

  node(tx: Transaction, process: ApprovalModel, { name }: ApprovalStep): ApexId | null {
    const definition = this.definition(tx, process);
    const soql = 'SELECT Id FROM ProcessNode WHERE DeveloperName = :name AND ProcessDefinitionId = :definition LIMIT 1';
    return idOf(uncounted(tx, soql, { name, definition })[0]);
  }

  start(tx: Transaction, process: ApprovalModel, record: ApexId, submitter: ApexId): ApexId {
    return this.writer.writeRow(tx, 'ProcessInstance', null, {
      ProcessDefinitionId: this.definition(tx, process),
      TargetObjectId: record,
      SubmittedById: submitter,
      Status: 'Pending'
    });
  }

  setStatus(tx: Transaction, instance: ApexId, Status: string): void {
    const ended = Status !== 'Pending';
    this.writer.writeRow(tx, 'ProcessInstance', instance, {
      Status,
      LastActorId: tx.user.id,
      ...(ended && { CompletedDate: new ApexDatetime(tx.now()) })
    });
  }

  /** An entry of the history: `Started`, `Approved`, `Rejected`, `Removed`, `NoResponse`. */
  addStep(
    tx: Transaction,
    instance: ApexId,
    StepStatus: string,
    Comments: string | null,
    actors: { readonly actor: ApexId; readonly original: ApexId; readonly node: ApexId | null }
  ): void {
    this.writer.writeRow(tx, 'ProcessInstanceStep', null, {
      ProcessInstanceId: instance,
      StepStatus,
      Comments,
      ActorId: actors.actor,
      OriginalActorId: actors.original,
      StepNodeId: actors.node
    });
  }

  enter(tx: Transaction, instance: ApexId, process: ApprovalModel, step: ApprovalStep): void {
    this.writer.writeRow(tx, 'ProcessInstanceNode', null, {
      ProcessInstanceId: instance,
      ProcessNodeId: this.node(tx, process, step),
      ProcessNodeName: step.label,
      NodeStatus: 'Pending'
    });
  }

  leave(tx: Transaction, instance: ApexId, NodeStatus: string): void {
    const soql = "SELECT Id FROM ProcessInstanceNode WHERE ProcessInstanceId = :instance AND NodeStatus = 'Pending'";
    for (const row of uncounted(tx, soql, { instance }))
      this.writer.writeRow(tx, 'ProcessInstanceNode', idOf(row), {
        NodeStatus,
        LastActorId: tx.user.id,
        CompletedDate: new ApexDatetime(tx.now())
      });
  }

  addWorkitem(tx: Transaction, instance: ApexId, actor: ApexId): ApexId {
    return this.writer.writeRow(tx, 'ProcessInstanceWorkitem', null, {
      ProcessInstanceId: instance,
      ActorId: actor,
      OriginalActorId: actor
    });
  }

  workitems(tx: Transaction, instance: ApexId): SObjectValue[] {
    return uncounted(
      tx,
      'SELECT Id, ActorId, OriginalActorId, ProcessInstanceId FROM ProcessInstanceWorkitem WHERE ProcessInstanceId = :instance',
      { instance }
    );
  }

  workitem(tx: Transaction, id: ApexId): SObjectValue | undefined {
    return uncounted(
      tx,
      'SELECT Id, ActorId, OriginalActorId, ProcessInstanceId FROM ProcessInstanceWorkitem WHERE Id = :id',
      { id }
    )[0];
  }

  instance(tx: Transaction, id: ApexValue): SObjectValue | undefined {
    return uncounted(
      tx,
      'SELECT Id, TargetObjectId, SubmittedById, Status, ProcessDefinition.DeveloperName FROM ProcessInstance WHERE Id = :id',
      { id }
    )[0];
  }

  isPending(tx: Transaction, record: ApexId): boolean {
    const soql = "SELECT Id FROM ProcessInstance WHERE TargetObjectId = :record AND Status = 'Pending' LIMIT 1";
    return uncounted(tx, soql, { record }).length > 0;
  }

  /** The name of the step that waits for answers. */
  currentStep(tx: Transaction, instance: ApexId): string | null {
    const soql =
      "SELECT ProcessNode.DeveloperName FROM ProcessInstanceNode WHERE ProcessInstanceId = :instance AND NodeStatus = 'Pending' LIMIT 1";
    const node = uncounted(tx, soql, { instance })[0]?.fields.get('ProcessNode');
    const name = node instanceof SObjectValue ? node.fields.get('DeveloperName') : null;
    return typeof name === 'string' ? name : null;
  }

  removeWorkitem(tx: Transaction, id: ApexId): void {
    this.writer.deleteRow(tx, 'ProcessInstanceWorkitem', id);
  }
}
