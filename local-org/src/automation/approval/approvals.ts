import type { ApprovalAnswer, ApprovalRequest, ApprovalService } from '../../kernel/automation.js';
import { ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { pastLock, recordLocks } from '../../runtime/record-locks.js';
import type { ProjectMetadata } from '../../schema/metadata.js';
import { meets } from '../criteria.js';
import { storedRecord, systemAccess } from '../records.js';
import { runActions, type ActionOutcome } from '../workflow/actions.js';
import type { ActionReference, WorkflowModel } from '../workflow/model.js';
import { approversOf, mayAnswer, maySubmit } from './approvers.js';
import type { ApprovalModel } from './model.js';
import { parseApproval } from './parse.js';
import { ApprovalRefusal } from './refusal.js';
import { ApprovalRows, type SystemRowWriter } from './rows.js';

/** One approval on its way: what its steps need to know. */
interface Course {
  readonly process: ApprovalModel;
  readonly recordId: ApexId;
  readonly instance: ApexId;
  /** The submitter, later who has approved the step before. */
  readonly from: ApexId;
  readonly chosen: readonly ApexId[];
  readonly added: ApexId[];
}

/** Runs the project's approval processes: Apex Developer Guide, "Approval Processing". */
export class Approvals implements ApprovalService {
  readonly problems: Error[] = [];
  private readonly processes: readonly ApprovalModel[];
  private readonly workflowOf: (object: string) => WorkflowModel | undefined;
  private rows: ApprovalRows | undefined;

  constructor(metadata: ProjectMetadata, workflowOf: (object: string) => WorkflowModel | undefined) {
    this.workflowOf = workflowOf;
    const found = metadata.components('ApprovalProcess').flatMap((one) => parseApproval(one, this.problems) ?? []);
    this.processes = [...found].sort((a, b) => a.order - b.order);
  }

  /** The database, when there is one. */
  attach(writer: SystemRowWriter): void {
    this.rows = new ApprovalRows(writer);
  }

  process(tx: Transaction, request: ApprovalRequest): ApprovalAnswer {
    try {
      return request.kind === 'submit' ? this.submit(tx, request) : this.answer(tx, request);
    } catch (error) {
      if (!(error instanceof ApprovalRefusal)) throw error;
      return { error: error.error, entityId: request.kind === 'submit' ? request.recordId : null };
    }
  }

  private get store(): ApprovalRows {
    if (!this.rows) throw new Error('Approvals have no database yet.');
    return this.rows;
  }

  private submit(tx: Transaction, request: Extract<ApprovalRequest, { kind: 'submit' }>): ApprovalAnswer {
    const { recordId, nextApprovers } = request;
    const record = storedRecord(tx, recordId);
    if (!record) throw new ApprovalRefusal('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    if (this.store.isPending(tx, recordId))
      throw new ApprovalRefusal('ALREADY_IN_PROCESS', 'Cannot submit object already in process.');
    const submitter = request.submitterId ?? tx.user.id;
    const process = this.processes.find((each) => this.applies(tx, each, record, request, submitter));
    if (!process) throw new ApprovalRefusal('NO_APPLICABLE_PROCESS', 'No applicable approval process was found.');
    const instance = this.store.start(tx, process, recordId, submitter);
    this.store.addStep(tx, instance, 'Started', request.comments, {
      actor: submitter,
      original: submitter,
      node: null
    });
    recordLocks(tx).add(recordId.value);
    const course: Course = { process, recordId, instance, from: submitter, chosen: nextApprovers, added: [] };
    this.act(tx, course, process.initialActions);
    return this.answerOf(tx, course, this.enter(tx, course, 0));
  }

  private applies(
    tx: Transaction,
    process: ApprovalModel,
    record: SObjectValue,
    request: Extract<ApprovalRequest, { kind: 'submit' }>,
    submitter: ApexId
  ): boolean {
    if (process.object.toLowerCase() !== record.object.toLowerCase()) return false;
    const named = request.process?.toLowerCase();
    if (named !== undefined && named !== process.name.toLowerCase()) {
      const id = this.store.definition(tx, process)?.value;
      if (id?.slice(0, 15).toLowerCase() !== named.slice(0, 15)) return false;
    }
    if (!maySubmit(tx, process, record, submitter)) return false;
    return (named !== undefined && request.skipCriteria) || meets(tx, process.criteria, record, null);
  }

  /** Goes to the first step from `index` on that the record enters; answers the status. */
  private enter(tx: Transaction, course: Course, index: number): string {
    const { process, recordId, instance, from, chosen, added } = course;
    for (let at = index; at < process.steps.length; at++) {
      const step = process.steps[at];
      const record = storedRecord(tx, recordId);
      if (!step || !record) break;
      if (meets(tx, step.criteria, record, null)) {
        this.store.enter(tx, instance, process, step);
        for (const id of approversOf(tx, process, step, { record, from, first: at === 0, chosen }))
          added.push(this.store.addWorkitem(tx, instance, id));
        return 'Pending';
      }
      if (step.otherwise === 'ApproveRecord') return this.end(tx, course, 'Approved');
      if (step.otherwise === 'RejectRecord') return this.end(tx, course, 'Rejected');
    }
    return this.end(tx, course, 'Approved');
  }

  private answer(tx: Transaction, request: Extract<ApprovalRequest, { kind: 'workitem' }>): ApprovalAnswer {
    const { workitemId, action, comments, nextApprovers } = request;
    const item = this.store.workitem(tx, workitemId);
    const row = this.store.instance(tx, item?.fields.get('ProcessInstanceId') ?? null);
    const course = row && this.courseOf(tx, row, nextApprovers);
    if (!item || !course) throw new ApprovalRefusal('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    const status = { approve: 'Approved', reject: 'Rejected', removed: 'Removed' }[action.toLowerCase()];
    if (status === undefined) throw new ApprovalRefusal('INVALID_OPERATION', `Invalid action: ${action}`);
    const actor = item.fields.get('OriginalActorId') ?? null;
    const mayModify = tx.user.access.userPermission('ModifyAllData');
    const allowed =
      status === 'Removed'
        ? course.process.allowRecall || mayModify
        : mayAnswer(tx, item.fields.get('ActorId') ?? null);
    if (!allowed)
      throw new ApprovalRefusal('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
    const at = course.process.steps.findIndex(({ name }) => name === this.store.currentStep(tx, course.instance));
    const step = course.process.steps[at];
    const node = step ? this.store.node(tx, course.process, step) : null;
    this.store.addStep(tx, course.instance, status, comments, {
      actor: tx.user.id,
      original: actor instanceof ApexId ? actor : tx.user.id,
      node
    });
    this.store.removeWorkitem(tx, workitemId);
    return this.answerOf(tx, course, this.decide(tx, course, at, status));
  }

  private courseOf(tx: Transaction, row: SObjectValue, chosen: readonly ApexId[]): Course | undefined {
    const recordId = row.fields.get('TargetObjectId');
    const instance = row.fields.get('Id');
    const definition = row.fields.get('ProcessDefinition');
    const name = definition instanceof SObjectValue ? definition.fields.get('DeveloperName') : null;
    if (!(recordId instanceof ApexId) || !(instance instanceof ApexId)) return undefined;
    const object = tx.org.schema.objectByPrefix(recordId.value.slice(0, 3))?.name;
    const process = this.processes.find((each) => each.name === name && each.object === object);
    return process && { process, recordId, instance, from: tx.user.id, chosen, added: [] };
  }

  /** What an answer leads to: more answers, the next step, the step before, or the end. */
  private decide(tx: Transaction, course: Course, at: number, status: string): string {
    const { process, instance } = course;
    const step = process.steps[at];
    const open = this.store.workitems(tx, instance);
    if (status === 'Approved' && open.length > 0 && step && !step.firstResponse) return 'Pending';
    for (const item of open) this.close(tx, instance, item);
    this.store.leave(tx, instance, status);
    if (status === 'Removed') return this.end(tx, course, 'Removed');
    this.act(tx, course, (status === 'Approved' ? step?.approvalActions : step?.rejectionActions) ?? []);
    if (status === 'Approved') return this.enter(tx, course, at + 1);
    const previous = step?.backToPrevious ? this.stepBefore(tx, course, at) : -1;
    return previous >= 0 ? this.enter(tx, course, previous) : this.end(tx, course, 'Rejected');
  }

  /** The nearest step before that the record enters, -1 when there is none. */
  private stepBefore(tx: Transaction, { process, recordId }: Course, at: number): number {
    const record = storedRecord(tx, recordId);
    return process.steps.findLastIndex(
      (step, i) => i < at && record !== null && meets(tx, step.criteria, record, null)
    );
  }

  private close(tx: Transaction, instance: ApexId, item: SObjectValue): void {
    const id = item.fields.get('Id');
    const actor = item.fields.get('ActorId');
    if (!(id instanceof ApexId) || !(actor instanceof ApexId)) return;
    this.store.addStep(tx, instance, 'NoResponse', null, { actor, original: actor, node: null });
    this.store.removeWorkitem(tx, id);
  }

  private end(tx: Transaction, course: Course, status: 'Approved' | 'Rejected' | 'Removed'): string {
    const { process, recordId, instance } = course;
    const locked = { Approved: process.lockWhenApproved, Rejected: process.lockWhenRejected, Removed: false }[status];
    const actions = {
      Approved: process.approvalActions,
      Rejected: process.rejectionActions,
      Removed: process.recallActions
    }[status];
    this.store.setStatus(tx, instance, status);
    this.act(tx, course, actions);
    if (!locked) recordLocks(tx).delete(recordId.value);
    return status;
  }

  /** Runs actions of the object's workflow; their field updates are saved at once, past the record's lock. */
  private act(tx: Transaction, { process, recordId }: Course, actions: readonly ActionReference[]): void {
    const workflow = this.workflowOf(process.object);
    const record = actions.length > 0 && workflow ? storedRecord(tx, recordId) : null;
    if (!workflow || !record) return;
    const outcome: ActionOutcome = { fields: new Map(), reevaluate: false };
    runActions(tx, workflow, actions, record, record, outcome);
    if (outcome.fields.size === 0) return;
    const change = new SObjectValue(record.object);
    change.fields.set('Id', recordId);
    for (const [name, value] of outcome.fields) change.fields.set(name, value);
    const save = (): unknown => tx.data.dml(tx, 'update', [change], { access: systemAccess, allOrNone: true });
    pastLock(tx, recordId.value, () => tx.limits.without(['dmlStatements', 'dmlRows'], save));
  }

  private answerOf(tx: Transaction, { recordId, instance, added }: Course, status: string): ApprovalAnswer {
    const actorIds = this.store.workitems(tx, instance).flatMap((item) => {
      const actor = item.fields.get('ActorId');
      return actor instanceof ApexId ? [actor] : [];
    });
    return { entityId: recordId, instanceId: instance, status, actorIds, workitemIds: added };
  }
}
