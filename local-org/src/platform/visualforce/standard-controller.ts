import { ApexThrow } from '../../kernel/exception.js';
import { ApexObject } from '../../kernel/object.js';
import type { DmlOperation, Transaction } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import type { ApexType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { sobjectException } from '../../runtime/exceptions.js';
import { platformClass } from '../define.js';
import type { PageReferenceObject } from './page-reference.js';
import { addExceptionMessages } from './page-state.js';
import { idOf, objectPage, recordPage } from './record-urls.js';

const system = { mode: 'system', sharing: false } as const;

/** ApexPages.StandardController around a record that Apex handed to it: the only way to have one without a page. */
export class StandardControllerObject extends ApexObject {
  readonly record: SObjectValue;
  constructor(record: SObjectValue) {
    super();
    this.record = record;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'ApexPages.StandardController', args: [] };
  }
}

type Self = StandardControllerObject;

/** Runs DML for a page: a DmlException becomes messages of the page, and the user stays on it. */
export function saveForPage(
  tx: Transaction,
  operation: DmlOperation,
  records: readonly SObjectValue[],
  next: () => PageReferenceObject
): PageReferenceObject | null {
  try {
    tx.data.dml(tx, operation, records, { access: system, allOrNone: true });
  } catch (error) {
    if (!(error instanceof ApexThrow) || error.fatal) throw error;
    addExceptionMessages(tx, error.exception);
    return null;
  }
  return next();
}

/** What only works when the page itself has loaded the record. */
const refused = (method: string) => (): never => {
  throw sobjectException(`You cannot call ${method} when the data is being passed into the controller by the caller.`);
};

export const standardControllerClass = platformClass({
  name: 'ApexPages.StandardController',
  members: {
    'ApexPages.StandardController(SObject controllerSObject)': (_tx, record: SObjectValue | null) =>
      new StandardControllerObject(required(record, 1)),
    'void addFields(List<String> fieldNames)': refused('addFields'),
    'PageReference cancel()': (_tx, self: Self) => recordPage(self.record),
    'PageReference delete()': (tx, self: Self) =>
      saveForPage(tx, 'delete', [self.record], () => objectPage(tx, self.record.object)),
    'PageReference edit()': (_tx, self: Self) => recordPage(self.record, '/e'),
    // 15 characters, as in the address of a page (public suites compare it).
    'String getId()': (_tx, self: Self) => idOf(self.record)?.value.slice(0, 15) ?? null,
    'SObject getRecord()': (_tx, self: Self) => self.record,
    'void reset()': refused('reset'),
    'PageReference save()': (tx, self: Self) =>
      saveForPage(tx, idOf(self.record) === null ? 'insert' : 'update', [self.record], () => recordPage(self.record)),
    'PageReference view()': (_tx, self: Self) => recordPage(self.record)
  }
});
