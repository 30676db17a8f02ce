import { captureFrames } from '../kernel/exception.js';
import type { ApexEnumValue, ApexObject, ApexValue } from '../kernel/object.js';
import type { ApexId } from '../kernel/scalars.js';
import { type ApexDate, ApexDatetime } from '../kernel/scalars.js';
import type { EnqueueOptions, Transaction } from '../kernel/services.js';
import { required } from '../runtime/arguments.js';
import { idFromString } from '../runtime/conversion.js';
import { equals } from '../runtime/equality.js';
import { asyncException, typeException } from '../runtime/exceptions.js';
import { hashOf } from '../runtime/hash.js';
import { toText } from '../runtime/text.js';
import { assertEqual, assertNotEqual, assertTrue } from './assertions.js';
import { type AsyncOptionsObject, enqueueOptions } from './async-options.js';
import { today } from './date.js';
import { platformClass } from './define.js';
import { passwordMembers } from './services/passwords.js';
import { quiddityShortCode } from './request.js';
import { currentPage } from './visualforce/apex-pages.js';

type I = number | null;
type S = string | null;
type O = ApexObject | null;

function debug(tx: Transaction, level: string, value: ApexValue): void {
  tx.log.debug(level, toText(tx, value), captureFrames()[0]?.line ?? 0);
}

function enqueue(tx: Transaction, job: O, options: EnqueueOptions): ApexId {
  return tx.async.enqueue(tx, required(job, 1), options);
}

/** Minutes of delay are whole and at most ten (Apex Reference, "System Class", enqueueJob). */
function delayed(minutes: I): EnqueueOptions {
  const delay = required(minutes, 2);
  if (delay < 0 || delay > 10)
    throw asyncException(`Invalid delay: ${delay}. The delay must be between 0 and 10 minutes.`);
  return { delayMinutes: delay };
}

function scheduleBatch(tx: Transaction, batch: O, name: S, minutes: I, scope: I): string {
  return tx.async.scheduleBatch(tx, required(batch, 1), required(name, 2), required(minutes, 3), required(scope, 4))
    .value;
}

const jobId = (id: S): ApexId => idFromString(required(id, 1)) as ApexId;

/** The date is compared in GMT (Apex Reference, "System Class", purgeOldAsyncJobs). */
function purge(tx: Transaction, date: ApexDate | null, most: I): number {
  const midnight = new ApexDatetime(required(date, 1).days * 86_400_000);
  return tx.async.purge(tx, midnight, most ?? Number.MAX_SAFE_INTEGER);
}

export const systemClass = platformClass({
  name: 'System.System',
  members: {
    'static void abortJob(String jobId)': (tx, id: S) => tx.async.abort(tx, idFromString(required(id, 1)) as ApexId),
    'static void assert(Boolean condition)': (tx, condition: boolean | null) => assertTrue(tx, condition),
    'static void assert(Boolean condition, Object msg)': (tx, condition: boolean | null, message: ApexValue) =>
      assertTrue(tx, condition, message),
    'static void assertEquals(Object expected, Object actual)': (tx, a: ApexValue, b: ApexValue) =>
      assertEqual(tx, a, b),
    'static void assertEquals(Object expected, Object actual, Object msg)': (
      tx,
      a: ApexValue,
      b: ApexValue,
      m: ApexValue
    ) => assertEqual(tx, a, b, m),
    'static void assertNotEquals(Object expected, Object actual)': (tx, a: ApexValue, b: ApexValue) =>
      assertNotEqual(tx, a, b),
    'static void assertNotEquals(Object expected, Object actual, Object msg)': (
      tx,
      a: ApexValue,
      b: ApexValue,
      m: ApexValue
    ) => assertNotEqual(tx, a, b, m),
    'static void attachFinalizer(Object finalizer)': (tx, finalizer: O) =>
      tx.async.attachFinalizer(tx, required(finalizer, 1)),
    'static void changeOwnPassword(String oldPassword, String newPassword)': { unsupported: 'changing passwords' },
    'static PageReference currentPageReference()': (tx) => currentPage(tx),
    'static Long currentTimeMillis()': (tx) => BigInt(tx.now()),
    'static void debug(Object msg)': (tx, value: ApexValue) => debug(tx, 'DEBUG', value),
    'static void debug(LoggingLevel logLevel, Object msg)': (tx, level: ApexEnumValue | null, value: ApexValue) =>
      debug(tx, required(level, 1).name, value),
    'static Id enqueueJob(Object queueableObj)': (tx, job: O) => enqueue(tx, job, {}),
    'static Id enqueueJob(Object queueable, Integer delay)': (tx, job: O, delay: I) => enqueue(tx, job, delayed(delay)),
    'static Id enqueueJob(Object queueable, AsyncOptions asyncOptions)': (
      tx,
      job: O,
      options: AsyncOptionsObject | null
    ) => enqueue(tx, job, enqueueOptions(required(options, 2))),
    'static Boolean equals(Object obj1, Object obj2)': (tx, a: ApexValue, b: ApexValue) => equals(tx, a, b),
    'static String getQuiddityShortCode(Quiddity quiddity)': (_tx, quiddity: ApexEnumValue | null) =>
      quiddityShortCode(required(quiddity, 1)),
    'static Integer hashCode(Object obj)': (tx, value: ApexValue) => hashOf(tx, value),
    'static Boolean isBatch()': (tx) => tx.origin.kind === 'batch',
    'static Boolean isFuture()': (tx) => tx.origin.kind === 'future',
    'static Boolean isQueueable()': (tx) => tx.origin.kind === 'queueable',
    'static Boolean isScheduled()': (tx) => tx.origin.kind === 'scheduled',
    'static Boolean isFunctionCallback()': () => false,
    'static Boolean isRunningElasticCompute()': () => false,
    'static Datetime now()': (tx) => new ApexDatetime(tx.now()),
    'static void pauseJobById(String cronTriggerId)': (tx, id: S) => tx.async.pauseCron(tx, jobId(id)),
    'static void pauseJobByName(String jobName)': (tx, name: S) => tx.async.pauseCron(tx, required(name, 1)),
    'static Integer purgeOldAsyncJobs(Date dt)': (tx, date: ApexDate | null) => purge(tx, date, null),
    'static Integer purgeOldAsyncJobs(Date dt, Integer numOfJobs)': (tx, date: ApexDate | null, most: I) =>
      purge(tx, date, required(most, 2)),
    // The guide says that unmanaged code gets an exception, and not which.
    'static Version requestVersion()': () => {
      throw typeException('System.requestVersion() is only supported in managed packages');
    },
    'static void resumeJobById(String cronTriggerId)': (tx, id: S) => tx.async.resumeCron(tx, jobId(id)),
    'static void resumeJobByName(String jobName)': (tx, name: S) => tx.async.resumeCron(tx, required(name, 1)),
    'static String schedule(String jobName, String cronExpression, Object schedulableClass)': (
      tx,
      name: S,
      cron: S,
      job: O
    ) => tx.async.schedule(tx, required(name, 1), required(cron, 2), required(job, 3)).value,
    'static String scheduleBatch(Object batchable, String jobName, Integer minutesFromNow)': (
      tx,
      batch: O,
      name: S,
      minutes: I
    ) => scheduleBatch(tx, batch, name, minutes, 200),
    'static String scheduleBatch(Object batchable, String jobName, Integer minutesFromNow, Integer scopeSize)': (
      tx,
      batch: O,
      name: S,
      minutes: I,
      scope: I
    ) => scheduleBatch(tx, batch, name, minutes, scope),
    ...passwordMembers,
    'static Date today()': (tx) => today(tx)
  }
});
