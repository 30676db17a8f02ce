import { ApexList, ApexMap } from '../../kernel/collections.js';
import { ApexObject, type ApexValue } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import type { ApprovalAnswer, ApprovalRequest } from '../../kernel/automation.js';
import type { DmlError, Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { type ApexType, T } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { apexException, type DmlExceptionDetail, nullPointer } from '../../runtime/exceptions.js';
import { DatabaseError } from '../database/results.js';
import { recordLocks } from '../../runtime/record-locks.js';
import { dataClass, dataValue } from '../data-class.js';
import { platformClass, type PlatformClassSource, type StaticFunction } from '../define.js';
import { mapSet } from '../map.js';

type Members = PlatformClassSource['members'];

const errorType: ApexType = { kind: 'platform', name: 'Database.Error', args: [] };
const named = (name: string): ApexType => ({ kind: 'platform', name, args: [] });

/** Approval.LockResult and UnlockResult. */
export class ApprovalResult extends ApexObject {
  readonly type: string;
  readonly id: ApexId | null;
  readonly errors: readonly DmlError[];
  constructor(type: string, id: ApexId | null, errors: readonly DmlError[] = []) {
    super();
    this.type = type;
    this.id = id;
    this.errors = errors;
  }
  override apexType(): ApexType {
    return named(this.type);
  }
  jsonMembers(): readonly (readonly [string, ApexValue])[] {
    return [
      ['success', this.errors.length === 0],
      ['id', this.id],
      ['errors', errorList(this.errors)]
    ];
  }
}

/** What Approval.process has answered, or a test has made from JSON. */
export interface ProcessOutcome {
  readonly entityId: ApexId | null;
  readonly instanceId: ApexId | null;
  readonly status: string | null;
  readonly actorIds: readonly ApexId[];
  readonly workitemIds: readonly ApexId[];
  readonly errors: readonly DmlError[];
}

/** Approval.ProcessResult */
export class ApprovalProcessResult extends ApexObject {
  readonly outcome: ProcessOutcome;
  constructor(outcome: ProcessOutcome) {
    super();
    this.outcome = outcome;
  }
  override apexType(): ApexType {
    return named('Approval.ProcessResult');
  }
  jsonMembers(): readonly (readonly [string, ApexValue])[] {
    const { actorIds, entityId, errors, instanceId, status, workitemIds } = this.outcome;
    return [
      ['success', errors.length === 0],
      ['newWorkitemIds', new ApexList(T.Id, [...workitemIds])],
      ['instanceStatus', status],
      ['instanceId', instanceId],
      ['errors', errorList(errors)],
      ['entityId', entityId],
      ['actorIds', new ApexList(T.Id, [...actorIds])]
    ];
  }
}

function idOf(value: ApexValue): ApexId {
  const id = value instanceof SObjectValue ? (value.fields.get('Id') ?? null) : value;
  if (id instanceof ApexId) return id;
  throw nullPointer();
}

const noProcess: DmlError = {
  code: 'NO_APPLICABLE_PROCESS',
  message: 'No applicable approval process was found.',
  fields: []
};

const unknownRecord: DmlError = {
  code: 'INVALID_CROSS_REFERENCE_KEY',
  message: 'invalid cross reference id',
  fields: []
};

const system = { mode: 'system', sharing: false } as const;

function exists(tx: Transaction, id: ApexId): boolean {
  const object = tx.org.schema.objectByPrefix(id.value.slice(0, 3))?.name;
  if (object === undefined) return false;
  tx.limits.push();
  try {
    return tx.data.count(tx, tx.data.parse(tx, `SELECT COUNT() FROM ${object} WHERE Id = :id`), () => id, system) > 0;
  } finally {
    tx.limits.pop();
  }
}

/** The DmlException of a call that is all or nothing. */
function failed(verb: string, row: number, error: DmlError): Error {
  const thrown = apexException(
    'DmlException',
    `${verb} failed. First exception on row ${row}; first error: ${error.code}, ${error.message}: []`
  );
  thrown.exception.detail = { dml: [{ index: row, id: null, errors: [error] }] } satisfies DmlExceptionDetail;
  return thrown;
}

/** Locks or unlocks one record or a list of them; one that does not exist is refused. */
const each =
  (verb: 'Lock' | 'Unlock', run: (held: Set<string>, id: string) => void): StaticFunction =>
  (tx, ...args: never[]) => {
    const [target, all] = args as unknown as ApexValue[];
    const given = required(target ?? null, 1);
    const type = `Approval.${verb}Result`;
    const one = (item: ApexValue, row: number): ApprovalResult => {
      const id = idOf(item);
      if (!exists(tx, id)) {
        if (all !== false) throw failed(verb, row, unknownRecord);
        return new ApprovalResult(type, id, [unknownRecord]);
      }
      run(recordLocks(tx), id.value);
      return new ApprovalResult(type, id);
    };
    return given instanceof ApexList ? new ApexList(named(type), given.items.map(one)) : one(given, 0);
  };

function overloads(name: string, result: string, run: StaticFunction): Members {
  const members: Record<string, StaticFunction> = {};
  for (const target of ['SObject record', 'Id recordId', 'List<SObject> records', 'List<Id> recordIds']) {
    const returns = target.startsWith('List<') ? `List<${result}>` : result;
    members[`static ${returns} ${name}(${target})`] = run;
    members[`static ${returns} ${name}(${target}, Boolean allOrNothing)`] = run;
  }
  return members;
}

const lock = each('Lock', (held, id) => held.add(id));
const unlock = each('Unlock', (held, id) => held.delete(id));

const isLocked: StaticFunction = (tx, ...args: never[]) => {
  const given = required((args as unknown as ApexValue[])[0] ?? null, 1);
  if (!(given instanceof ApexList)) return recordLocks(tx).has(idOf(given).value);
  const found = new ApexMap<ApexId, boolean>(T.Id, T.Boolean);
  for (const item of given.items) mapSet(found, idOf(item), recordLocks(tx).has(idOf(item).value));
  return found;
};

function requestOf(request: ApexObject): ApprovalRequest {
  const id = (name: string): ApexId | null => {
    const value = dataValue(request, name);
    return value instanceof ApexId ? value : null;
  };
  const text = (name: string): string | null => {
    const value = dataValue(request, name);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const approvers = dataValue(request, 'nextApproverIds');
  const nextApprovers = approvers instanceof ApexList ? approvers.items.filter((item) => item instanceof ApexId) : [];
  const comments = text('comments');
  const type = request.apexType();
  if (type.kind === 'platform' && type.name === 'Approval.ProcessWorkitemRequest')
    return {
      kind: 'workitem',
      workitemId: required(id('workitemId'), 1),
      action: text('action') ?? '',
      comments,
      nextApprovers
    };
  return {
    kind: 'submit',
    recordId: required(id('objectId'), 1),
    submitterId: id('submitterId'),
    process: text('processDefinitionNameOrId'),
    skipCriteria: dataValue(request, 'skipEntryCriteria') === true,
    comments,
    nextApprovers
  };
}

/** A project without approval processes has none that applies. */
function answerTo(tx: Transaction, request: ApprovalRequest): ApprovalAnswer {
  const entityId = request.kind === 'submit' ? request.recordId : null;
  return tx.org.approvals?.process(tx, request) ?? { error: noProcess, entityId };
}

const process: StaticFunction = (tx, ...args: never[]) => {
  const [given, all] = args as unknown as ApexValue[];
  const requests = required(given ?? null, 1);
  const one = (item: ApexValue, row: number): ApprovalProcessResult => {
    const answer = answerTo(tx, requestOf(required(item, 1) as ApexObject));
    const { error, entityId } = answer;
    if (error && all !== false) throw failed('Process', row, error);
    if (error) return new ApprovalProcessResult({ ...nothing, entityId, errors: [error] });
    return new ApprovalProcessResult({ ...nothing, ...answer, errors: [] });
  };
  tx.limits.add('dmlStatements', 1);
  tx.limits.add('dmlRows', requests instanceof ApexList ? requests.items.length : 1);
  if (!(requests instanceof ApexList)) return one(requests, 0);
  return new ApexList(named('Approval.ProcessResult'), requests.items.map(one));
};

const nothing: ProcessOutcome = {
  entityId: null,
  instanceId: null,
  status: null,
  actorIds: [],
  workitemIds: [],
  errors: []
};

type Self = ApprovalResult;
type Processed = ApprovalProcessResult;

const errorList = (errors: readonly DmlError[]): ApexList =>
  new ApexList(
    errorType,
    errors.map((error) => new DatabaseError(error))
  );
const withId: Members = {
  'Boolean isSuccess()': (_tx, self: Self) => self.errors.length === 0,
  'List<Database.Error> getErrors()': (_tx, self: Self) => errorList(self.errors),
  'Id getId()': (_tx, self: Self) => self.id
};

/** Apex Reference Guide, "Approval Class" and "Approval Namespace". */
export const approvalClasses = [
  platformClass({
    name: 'System.Approval',
    members: {
      ...overloads('lock', 'Approval.LockResult', lock),
      ...overloads('unlock', 'Approval.UnlockResult', unlock),
      'static Boolean isLocked(Id recordId)': isLocked,
      'static Boolean isLocked(SObject record)': isLocked,
      'static Map<Id,Boolean> isLocked(List<Id> recordIds)': isLocked,
      'static Map<Id,Boolean> isLocked(List<SObject> records)': isLocked,
      'static Approval.ProcessResult process(Approval.ProcessRequest request)': process,
      'static Approval.ProcessResult process(Approval.ProcessRequest request, Boolean allOrNone)': process,
      'static List<Approval.ProcessResult> process(List<Approval.ProcessRequest> requests)': process,
      'static List<Approval.ProcessResult> process(List<Approval.ProcessRequest> requests, Boolean allOrNone)': process
    }
  }),
  platformClass({ name: 'Approval.LockResult', members: withId }),
  platformClass({ name: 'Approval.UnlockResult', members: withId }),
  platformClass({
    name: 'Approval.ProcessResult',
    members: {
      'Boolean isSuccess()': (_tx, self: Processed) => self.outcome.errors.length === 0,
      'List<Database.Error> getErrors()': (_tx, self: Processed) => errorList(self.outcome.errors),
      'List<Id> getActorIds()': (_tx, self: Processed) => new ApexList(T.Id, [...self.outcome.actorIds]),
      'String getEntityId()': (_tx, self: Processed) => self.outcome.entityId?.value ?? null,
      'String getInstanceId()': (_tx, self: Processed) => self.outcome.instanceId?.value ?? null,
      'String getInstanceStatus()': (_tx, self: Processed) => self.outcome.status,
      'List<Id> getNewWorkitemIds()': (_tx, self: Processed) => new ApexList(T.Id, [...self.outcome.workitemIds])
    }
  }),
  dataClass({
    name: 'Approval.ProcessRequest',
    access: 'both',
    constructors: [],
    properties: { comments: 'String', nextApproverIds: 'List<Id>' }
  }),
  dataClass({
    name: 'Approval.ProcessSubmitRequest',
    extends: 'Approval.ProcessRequest',
    access: 'both',
    properties: {
      objectId: 'Id',
      submitterId: 'Id',
      processDefinitionNameOrId: 'String',
      skipEntryCriteria: 'Boolean'
    }
  }),
  dataClass({
    name: 'Approval.ProcessWorkitemRequest',
    extends: 'Approval.ProcessRequest',
    access: 'both',
    properties: { action: 'String', workitemId: 'Id' }
  })
];
