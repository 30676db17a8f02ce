import { idOf } from '../../async/job-rows.js';
import { ApexDatetime, ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import { findTests, seesAllData } from '../../testing/find-tests.js';
import type { LocalOrg } from '../../org/local-org.js';
import { quote } from '../routes/records.js';
import { HttpError } from '../routes/route.js';
import { readTestRequest, type TestRequest } from './test-request.js';
import type { ClassOutcome, PlannedClass, TestPlan } from './test-plan.js';

/** Texts of results are cut to what their fields hold. */
const longest = 4000;

/** Accepts a test run: finds its tests and makes its rows. Throws an HttpError when it asks for what is not there. */
export function beginTests(org: LocalOrg, userId: string, body: Uint8Array): TestPlan {
  const request = readTestRequest(body);
  return org.run({ userId: idOf(userId), origin: { kind: 'sync' }, untraced: true }, (tx) => {
    if (!tx.user.access.userPermission('ViewSetup') && !tx.user.access.userPermission('AuthorApex')) {
      throw new HttpError(403, 'INSUFFICIENT_ACCESS', 'You need the permission View Setup and Configuration.');
    }
    const chosen = testsOf(org, tx, request);
    const methods = chosen.reduce((sum, one) => sum + one.methods.length, 0);
    const now = new ApexDatetime(tx.now());
    const job = org.tooling.write(tx, 'AsyncApexJob', null, {
      JobType: 'TestRequest',
      Status: 'Processing',
      TotalJobItems: chosen.length,
      JobItemsProcessed: 0,
      NumberOfErrors: 0
    });
    const run = org.tooling.write(tx, 'ApexTestRunResult', null, {
      AsyncApexJobId: job,
      UserId: tx.user.id,
      Status: 'Processing',
      Source: 'Tooling API',
      IsAllTests: request.tests === null,
      StartTime: now,
      ClassesEnqueued: chosen.length,
      ClassesCompleted: 0,
      MethodsEnqueued: methods,
      MethodsCompleted: 0,
      MethodsFailed: 0,
      TestTime: 0
    });
    const classes = chosen.map((one): PlannedClass => {
      const item = org.tooling.write(tx, 'ApexTestQueueItem', null, {
        ApexClassId: idOf(one.id),
        ParentJobId: job,
        TestRunResultId: run,
        Status: 'Queued'
      });
      return { ...one, queueItemId: item.value };
    });
    return { jobId: job.value, runResultId: run.value, userId, coverage: request.coverage, classes };
  });
}

type Chosen = Omit<PlannedClass, 'queueItemId'>;

function testsOf(org: LocalOrg, tx: Transaction, request: TestRequest): Chosen[] {
  const known = new Map(findTests(org.code).map((one) => [one.name.toLowerCase(), one]));
  const chosen = new Map<string, Chosen>();
  const add = (name: string, wanted: readonly string[] | null) => {
    const found = known.get(name.toLowerCase());
    const id = found && org.data.classId(found.name);
    if (!found || !id)
      throw new HttpError(
        400,
        'INVALID_INPUT',
        `This class name's value is invalid: ${name}. Provide the name of an Apex class that has test methods.`
      );
    const info = org.code.classInfo(found.name);
    const seeAllData =
      info?.annotations.some((one) => one.name === 'istest' && one.args['seealldata']?.toLowerCase() === 'true') ??
      false;
    const lower = wanted?.map((one) => one.toLowerCase());
    const methods = found.methods.filter((one) => !lower || lower.includes(one.toLowerCase()));
    const seeing = methods.filter((name) =>
      info?.methods.some((one) => one.static && one.name === name && seesAllData(info, one))
    );
    if (methods.length > 0) chosen.set(found.name, { name: found.name, id: id.value, methods, seeAllData, seeing });
  };
  if (request.tests === null) for (const { name } of known.values()) add(name, null);
  for (const one of request.tests ?? []) add(className(org, tx, one.class), one.methods);
  for (const suite of request.suites) for (const name of classesOfSuite(org, tx, suite)) add(name, null);
  if (chosen.size === 0) throw new HttpError(400, 'INVALID_INPUT', 'There are no tests to run.');
  return [...chosen.values()];
}

/** Classes are named by id, by name, or by name with an empty namespace before it. */
function className(org: LocalOrg, tx: Transaction, text: string): string {
  const id = /^01p/.test(text) ? ApexId.parse(text) : null;
  if (!id) return text.split('.').at(-1) ?? text;
  const [row] = org.tooling.select(tx, `SELECT Name FROM ApexClass WHERE Id = ${quote(id.value)}`);
  return String(row?.fields.get('Name') ?? text);
}

function classesOfSuite(org: LocalOrg, tx: Transaction, suite: string): string[] {
  const [found] = org.tooling.select(
    tx,
    `SELECT Id FROM ApexTestSuite WHERE TestSuiteName = ${quote(suite)}${ApexId.parse(suite) ? ` OR Id = ${quote(suite)}` : ''}`
  );
  const id = found?.fields.get('Id');
  if (!(id instanceof ApexId)) throw new HttpError(400, 'INVALID_INPUT', `This suite does not exist: ${suite}`);
  const rows = org.tooling.select(
    tx,
    `SELECT ApexClassId FROM TestSuiteMembership WHERE ApexTestSuiteId = ${quote(id.value)}`
  );
  return rows.flatMap((row) => {
    const classId = row.fields.get('ApexClassId');
    return classId instanceof ApexId ? [className(org, tx, classId.value)] : [];
  });
}

const outcomes = { passed: 'Pass', failed: 'Fail', unsupported: 'CompileFail' } as const;

/** Writes what a class of a run has brought; false when the run was stopped meanwhile. */
export function recordClass(org: LocalOrg, plan: TestPlan, { class: of, results }: ClassOutcome): boolean {
  return org.run({ userId: idOf(plan.userId), origin: { kind: 'sync' }, untraced: true }, (tx) => {
    const [item] = org.tooling.select(tx, `SELECT Status FROM ApexTestQueueItem WHERE Id = ${quote(of.queueItemId)}`);
    if (item?.fields.get('Status') === 'Aborted') return false;
    for (const result of results) {
      org.tooling.write(tx, 'ApexTestResult', null, {
        ApexClassId: idOf(of.id),
        ApexTestRunResultId: idOf(plan.runResultId),
        AsyncApexJobId: idOf(plan.jobId),
        QueueItemId: idOf(of.queueItemId),
        MethodName: result.method,
        Outcome: outcomes[result.outcome],
        Message: result.message?.slice(0, longest) ?? null,
        StackTrace: result.stack?.slice(0, longest) ?? null,
        RunTime: Math.round(result.durationMs),
        TestTimestamp: new ApexDatetime(tx.now()),
        IsTestSetup: false
      });
    }
    const failed = results.filter((one) => one.outcome !== 'passed').length;
    org.tooling.write(tx, 'ApexTestQueueItem', idOf(of.queueItemId), {
      Status: 'Completed',
      ExtendedStatus: `(${results.length - failed}/${results.length})`
    });
    return true;
  });
}

/** Ends a run with the sums of what was written. */
export function endRun(org: LocalOrg, plan: TestPlan, durationMs: number): void {
  org.run({ userId: idOf(plan.userId), origin: { kind: 'sync' }, untraced: true }, (tx) => {
    const rows = org.tooling.select(
      tx,
      `SELECT Outcome, RunTime FROM ApexTestResult WHERE AsyncApexJobId = ${quote(plan.jobId)}`
    );
    const items = org.tooling.select(
      tx,
      `SELECT Id, Status FROM ApexTestQueueItem WHERE ParentJobId = ${quote(plan.jobId)}`
    );
    const failed = rows.filter((row) => row.fields.get('Outcome') !== 'Pass').length;
    const completed = items.filter((item) => item.fields.get('Status') === 'Completed').length;
    for (const item of items) {
      const id = item.fields.get('Id');
      const open = item.fields.get('Status') !== 'Completed' && item.fields.get('Status') !== 'Aborted';
      if (open && id instanceof ApexId) org.tooling.write(tx, 'ApexTestQueueItem', id, { Status: 'Failed' });
    }
    org.tooling.write(tx, 'ApexTestRunResult', idOf(plan.runResultId), {
      Status: items.some((item) => item.fields.get('Status') === 'Aborted') ? 'Aborted' : 'Completed',
      EndTime: new ApexDatetime(tx.now()),
      ClassesCompleted: completed,
      MethodsCompleted: rows.length,
      MethodsFailed: failed,
      TestSetupTime: 0,
      TestTime: rows.reduce((sum, row) => sum + Number(row.fields.get('RunTime') ?? 0), 0)
    });
    org.tooling.write(tx, 'AsyncApexJob', idOf(plan.jobId), {
      Status: 'Completed',
      JobItemsProcessed: completed,
      NumberOfErrors: failed,
      CompletedDate: new ApexDatetime(tx.now()),
      ExtendedStatus: durationMs > 0 ? `${failed} of ${rows.length} failed` : null
    });
  });
}
