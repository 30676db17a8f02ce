import { ApexList } from '../kernel/collections.js';
import type { ApexObject, ApexValue } from '../kernel/object.js';
import type { ApexDatetime, ApexId } from '../kernel/scalars.js';
import type { TestContext, Transaction } from '../kernel/services.js';
import type { SObjectValue } from '../kernel/sobject.js';
import { T, typeName } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import { finalException, typeException } from '../runtime/exceptions.js';
import { type ContinuationObject, invokeContinuationMethod, setContinuationResponse } from './continuation.js';
import { platformClass } from './define.js';
import type { HttpResponseObject } from './http.js';
import { runInstall, runSandboxCopy, runUninstall } from './services/install.js';
import { testBroker } from './test-broker.js';
import { loadRecords } from './test-data.js';
import type { SObjectTypeToken } from './schema/tokens.js';
import type { TypeToken } from './type-token.js';
import { setCurrentPage } from './visualforce/apex-pages.js';
import type { PageReferenceObject } from './visualforce/page-reference.js';
import { pageMessages } from './visualforce/page-state.js';

type O = ApexObject | null;
type S = string | null;

function testOf(tx: Transaction): TestContext {
  if (!tx.test) throw typeException('Test methods may only be called from a test');
  return tx.test;
}

const phase = {};

/** startTest and stopTest may each be called once in a test method. */
function phaseOf(tx: Transaction): { state: 'before' | 'running' | 'after' } {
  return tx.slot(phase, () => ({ state: 'before' as 'before' | 'running' | 'after' }));
}

function startTest(tx: Transaction): void {
  const test = testOf(tx);
  const now = phaseOf(tx);
  if (now.state !== 'before') throw finalException('Testing already started');
  now.state = 'running';
  test.running = true;
  tx.limits.push();
  tx.data.settleWork(tx);
}

function stopTest(tx: Transaction): void {
  const test = testOf(tx);
  const now = phaseOf(tx);
  if (now.state !== 'running') throw finalException('Testing has not started');
  now.state = 'after';
  try {
    tx.async.flushForTest(tx);
  } finally {
    test.running = false;
    tx.limits.pop();
  }
}

/** What Test.setMock registered for an interface, by its name. */
export function mockFor(tx: Transaction, interfaceName: string): ApexObject | undefined {
  return tx.test?.mocks.get(interfaceName.toLowerCase());
}

const bookQuery = 'SELECT Id FROM Pricebook2 WHERE IsStandard = true LIMIT 1';

function standardPricebookId(tx: Transaction): ApexValue {
  const access = { mode: 'system', sharing: false } as const;
  const [book] = tx.data.query(tx, tx.data.parse(tx, bookQuery), () => null, access);
  return book?.fields.get('Id') ?? null;
}

export const testClass = platformClass({
  name: 'System.Test',
  members: {
    'static void startTest()': (tx) => startTest(tx),
    'static void stopTest()': (tx) => stopTest(tx),
    'static Boolean isRunningTest()': (tx) => tx.test !== undefined,
    'static void setMock(Type interfaceType, Object instance)': (tx, type: TypeToken | null, mock: O) => {
      testOf(tx).mocks.set(typeName(required(type, 1).of).toLowerCase(), required(mock, 2));
    },
    'static Object createStub(Type parentType, StubProvider stubProvider)': (tx, type: TypeToken | null, provider: O) =>
      tx.org.code.createStub(tx, required(type, 1).of, required(provider, 2)),
    'static Id getStandardPricebookId()': (tx) => standardPricebookId(tx),
    'static void setCreatedDate(Id recordId, Datetime createdDatetime)': (
      tx,
      id: ApexId | null,
      moment: ApexDatetime | null
    ) => {
      testOf(tx);
      tx.data.setCreatedDate(tx, required(id, 1), required(moment, 2));
    },
    'static List<SObject> loadData(SObjectType sObjectToken, String resourceName)': (
      tx,
      type: SObjectTypeToken | null,
      resource: S
    ): ApexList<SObjectValue> => loadRecords(tx, required(type, 1).object, required(resource, 2)),
    'static EventBus.TestBroker getEventBus()': (tx) => {
      testOf(tx);
      return testBroker(tx);
    },
    // Permission set groups are added up when a user's rights are read: there is nothing to calculate ahead.
    'static void calculatePermissionSetGroup(Id psgId)': () => undefined,
    'static void calculatePermissionSetGroup(List<Id> psgIds)': () => undefined,
    'static void enableChangeDataCapture()': (tx) => {
      testOf(tx);
      tx.async.enableChangeCapture(tx);
    },
    'static void clearApexPageMessages()': (tx) => {
      testOf(tx);
      pageMessages(tx).length = 0;
    },
    'static List<Id> enqueueBatchJobs(Integer numberOfJobs)': (tx, count: number | null) => {
      testOf(tx);
      return new ApexList(T.Id, tx.async.enqueueEmptyBatches(tx, required(count, 1)));
    },
    'static List<Id> getFlexQueueOrder()': (tx) => {
      testOf(tx);
      return new ApexList(T.Id, tx.async.flexQueueOrder(tx));
    },
    'static void setContinuationResponse(String requestLabel, HttpResponse mockResponse)': (
      tx,
      label: S,
      response: HttpResponseObject | null
    ) => {
      testOf(tx);
      setContinuationResponse(tx, label, response);
    },
    'static Object invokeContinuationMethod(Object controller, Continuation request)': (
      tx,
      controller: O,
      continuation: ContinuationObject | null
    ) => {
      testOf(tx);
      return invokeContinuationMethod(tx, required(controller, 1), required(continuation, 2));
    },
    'static void setCurrentPage(PageReference page)': (tx, page: PageReferenceObject | null) => {
      testOf(tx);
      setCurrentPage(tx, page);
    },
    'static void setCurrentPageReference(PageReference page)': (tx, page: PageReferenceObject | null) => {
      testOf(tx);
      setCurrentPage(tx, page);
    },
    'static void setFixedSearchResults(List<Id> fixedSearchResults)': (tx, ids: ApexList<ApexId> | null) => {
      // Ids of records that were not saved are null: they find nothing.
      testOf(tx).fixedSearchResults = required(ids, 1).items.filter((id) => id !== null);
    },
    'static void setReadOnlyApplicationMode(Boolean applicationMode)': { unsupported: 'read-only mode' },
    'static void testInstall(InstallHandler installImplementation, Version version)': (tx, script: O, version: O) => {
      testOf(tx);
      runInstall(tx, required(script, 1), version, false);
    },
    'static void testInstall(InstallHandler installImplementation, Version version, Boolean isPush)': (
      tx,
      script: O,
      version: O,
      push: boolean | null
    ) => {
      testOf(tx);
      runInstall(tx, required(script, 1), version, push === true);
    },
    'static void testSandboxPostCopyScript(SandboxPostCopy script, Id organizationId, Id sandboxId, String sandboxName)':
      (tx, script: O, organization: ApexId | null, sandbox: ApexId | null, name: S) => {
        testOf(tx);
        runSandboxCopy(tx, required(script, 1), organization, sandbox, name);
      },
    'static void testUninstall(UninstallHandler uninstallImplementation)': (tx, script: O) => {
      testOf(tx);
      runUninstall(tx, required(script, 1));
    }
  }
});
