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
        return new ApprovalResult(type, id, unknownRecord);
      }
      run(locks(tx), id.value);
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
  if (all !== false && count > 0) throw failed('Process', 0, noProcess);
  const result = () => new ApprovalResult('Approval.ProcessResult', null, noProcess);
  if (!(requests instanceof ApexList)) return result();
  return new ApexList(named('Approval.ProcessResult'), requests.items.map(result));
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
