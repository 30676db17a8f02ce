import { ApexList, ApexMap } from '../../kernel/collections.js';
import { ApexObject, type ApexValue } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import type { DmlError, Org, Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { type ApexType, T } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { apexException, type DmlExceptionDetail, nullPointer } from '../../runtime/exceptions.js';
import { DatabaseError } from '../database/results.js';
import { dataClass } from '../data-class.js';
import { platformClass, type PlatformClassSource, type StaticFunction } from '../define.js';
import { mapSet } from '../map.js';

type Members = PlatformClassSource['members'];

const errorType: ApexType = { kind: 'platform', name: 'Database.Error', args: [] };
const named = (name: string): ApexType => ({ kind: 'platform', name, args: [] });

/** Approval.LockResult, UnlockResult and ProcessResult. */
class ApprovalResult extends ApexObject {
  readonly type: string;
  readonly id: ApexId | null;
  readonly error: DmlError | undefined;
  constructor(type: string, id: ApexId | null, error?: DmlError) {
    super();
    this.type = type;
    this.id = id;
    this.error = error;
  }
  override apexType(): ApexType {
    return named(this.type);
  }
}

/** Locked records, for as long as the org is loaded; a test has its own. */
const locksOfOrgs = new WeakMap<Org, Set<string>>();
const testKey = {};
function locks(tx: Transaction): Set<string> {
  if (tx.test) return tx.slot(testKey, () => new Set<string>());
  const known = locksOfOrgs.get(tx.org) ?? new Set<string>();
  locksOfOrgs.set(tx.org, known);
  return known;
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

/** One function for a single record and for a list of them. */
const each =
  (result: string, run: (tx: Transaction, value: ApexValue) => ApexObject): StaticFunction =>
  (tx, ...args: never[]) => {
    const given = required((args as unknown as ApexValue[])[0] ?? null, 1);
    if (!(given instanceof ApexList)) return run(tx, given);
    return new ApexList(
      named(result),
      given.items.map((item) => run(tx, item))
    );
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

const lock = each('Approval.LockResult', (tx, value) => {
  const id = idOf(value);
  locks(tx).add(id.value);
  return new ApprovalResult('Approval.LockResult', id);
});
const unlock = each('Approval.UnlockResult', (tx, value) => {
  const id = idOf(value);
  locks(tx).delete(id.value);
  return new ApprovalResult('Approval.UnlockResult', id);
});

const isLocked: StaticFunction = (tx, ...args: never[]) => {
  const given = required((args as unknown as ApexValue[])[0] ?? null, 1);
  if (!(given instanceof ApexList)) return locks(tx).has(idOf(given).value);
  const found = new ApexMap<ApexId, boolean>(T.Id, T.Boolean);
  for (const item of given.items) mapSet(found, idOf(item), locks(tx).has(idOf(item).value));
  return found;
};

/** The local org runs no approval processes, so none ever applies. */
const process: StaticFunction = (_tx, ...args: never[]) => {
  const [given, all] = args as unknown as ApexValue[];
  const requests = required(given ?? null, 1);
  const count = requests instanceof ApexList ? requests.items.length : 1;
  if (all !== false && count > 0) {
    const { code, message } = noProcess;
    const thrown = apexException(
      'DmlException',
      `Process failed. First exception on row 0; first error: ${code}, ${message}: []`
    );
    thrown.exception.detail = { dml: [{ index: 0, id: null, errors: [noProcess] }] } satisfies DmlExceptionDetail;
    throw thrown;
  }
  const failed = () => new ApprovalResult('Approval.ProcessResult', null, noProcess);
  if (!(requests instanceof ApexList)) return failed();
  return new ApexList(named('Approval.ProcessResult'), requests.items.map(failed));
};

type Self = ApprovalResult;

const outcome: Members = {
  'Boolean isSuccess()': (_tx, self: Self) => self.error === undefined,
  'List<Database.Error> getErrors()': (_tx, self: Self) =>
    new ApexList(errorType, self.error ? [new DatabaseError(self.error)] : [])
};
const withId: Members = { ...outcome, 'Id getId()': (_tx, self: Self) => self.id };

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
      ...outcome,
      'List<Id> getActorIds()': () => new ApexList(T.Id),
      'String getEntityId()': () => null,
      'String getInstanceId()': () => null,
      'String getInstanceStatus()': () => null,
      'List<Id> getNewWorkitemIds()': () => new ApexList(T.Id)
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
