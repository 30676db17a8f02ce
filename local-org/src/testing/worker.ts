import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { assignPermissionSet } from '../data/user-definitions.js';
import { Profiler } from '../profile/profiler.js';
import { LocalOrg } from '../org/local-org.js';
import { compileWarnings } from '../org/compile-warnings.js';
import { findTests } from './find-tests.js';
import type { FromTestWorker, TestWorkerData, ToTestWorker } from './protocol.js';
import { runTestClass, type ClassUnderTest } from './run-class.js';
import { takeCoverage } from './take-coverage.js';

/** The worker thread of a test run: an org in memory that runs one class after the other. */
const port = parentPort;
if (!port) throw new Error('This script runs in a worker thread');
const tell = (message: FromTestWorker): void => port.postMessage(message);

const { options, link, profile, logs, permissionSets } = workerData as TestWorkerData;

async function open(): Promise<LocalOrg | null> {
  try {
    const opened = await LocalOrg.open(options, link, { due: () => {}, published: () => {}, report: () => {} });
    assignTo(opened, permissionSets);
    return opened;
  } catch (error) {
    tell({ type: 'broken', message: error instanceof Error ? error.message : String(error) });
    return null;
  }
}

/** The permission sets of the user who runs the tests, as they are assigned by script after a deployment. */
function assignTo(org: LocalOrg, names: readonly string[]): void {
  const userId = org.data.administratorId;
  org.run({ userId, origin: { kind: 'sync' } }, (tx) => names.forEach((name) => assignPermissionSet(tx, userId, name)));
}

function logging(className: string): Pick<ClassUnderTest, 'logs'> {
  if (!logs) return {};
  const { folder, levels } = logs;
  return {
    logs: { levels, keep: (method, text) => writeFileSync(join(folder, `${className}.${method}.log`), text) }
  };
}

async function close(org: LocalOrg, profiler: Profiler | null): Promise<void> {
  if (profiler) tell({ type: 'profile', profile: await profiler.stop() });
  org.close();
  port?.close();
}

const org = await open();
if (org) {
  await org.prepareLogs(logs?.levels);
  const profiler = profile ? await Profiler.start() : null;
  port.on('message', (message: ToTestWorker) => {
    if (message.type === 'close') {
      void close(org, profiler);
      return;
    }
    const { className, methods } = message;
    const info = org.code.classInfo(className);
    let touched: readonly string[] = [];
    if (info) {
      runTestClass({ org, info, observers: profiler ? [profiler.statements] : [], ...logging(className) }, methods, {
        started: (method) => tell({ type: 'started', className, method }),
        setUp: () => ({ touched } = takeCoverage(org.code)),
        result: (result) => tell({ type: 'result', result })
      });
    }
    const taken = takeCoverage(org.code);
    tell({ type: 'finished', className, ...taken, touched: [...new Set([...touched, ...taken.touched])] });
  });
  const classes = findTests(org.code);
  const broken = new Set(classes.flatMap((one) => (one.broken ? [one.name] : [])));
  const others = org.code.compileErrors.filter((error) => !broken.has(error.className));
  tell({ type: 'ready', classes, warnings: [...org.problems, ...compileWarnings(others)] });
}
