import { ApexThrow } from '../kernel/exception.js';
import type { TransactionObserver } from '../kernel/observer.js';
import type { ClassInfo, MethodInfo, TestContext } from '../kernel/services.js';
import { UncompiledCode } from '../code/uncompiled.js';
import { UnsupportedFeature } from '../kernel/unsupported.js';
import { exceptionText } from '../runtime/exceptions.js';
import { stackTraceText } from '../runtime/stack-trace.js';
import type { LogLevels } from '../runtime/log-levels.js';
import type { LocalOrg } from '../org/local-org.js';
import { seesAllData, setupMethods } from './find-tests.js';
import type { TestResult } from './results.js';

type Verdict = Pick<TestResult, 'outcome' | 'message' | 'stack'>;

const passed: Verdict = { outcome: 'passed', message: null, stack: null };

export interface TestEvents {
  started(method: string | null): void;
  /** The @TestSetup methods have run: what they called counts as touched, not as covered. */
  setUp(): void;
  result(result: TestResult): void;
}

/** A test class of an org, and who hears its transactions. */
export interface ClassUnderTest {
  readonly org: LocalOrg;
  readonly info: ClassInfo;
  readonly observers?: readonly TransactionObserver[];
  /** Keeps the debug log of each test. */
  readonly logs?: { readonly levels: LogLevels; keep(method: string, text: string): void };
}

/**
 * Runs tests of one class. The class's setup data is kept for all of them, what a test does is rolled back after it, and static
 * state is new for each.
 */
export function runTestClass(tested: ClassUnderTest, methods: readonly string[], events: TestEvents): void {
  const { org, info } = tested;
  org.data.hold();
  try {
    events.started(null);
    const began = performance.now();
    const failed = setUp(tested);
    if (setupMethods(info).length > 0) events.setUp();
    for (const name of methods) {
      const method = info.methods.find((one) => one.static && one.name === name);
      if (failed || !method) {
        const verdict = failed ?? {
          outcome: 'failed' as const,
          message: `${info.name} has no test ${name}`,
          stack: null
        };
        events.result({
          class: info.name,
          method: name,
          ...verdict,
          durationMs: Math.round(performance.now() - began)
        });
        continue;
      }
      events.started(name);
      const start = performance.now();
      const verdict = runTest(tested, method);
      events.result({ class: info.name, method: name, ...verdict, durationMs: Math.round(performance.now() - start) });
    }
  } finally {
    org.data.endHold();
  }
}

/** Runs the @TestSetup methods, each in a transaction of its own; the verdict for all tests when one fails. */
function setUp(tested: ClassUnderTest): Verdict | null {
  for (const method of setupMethods(tested.info)) {
    const verdict = attempt(tested, method);
    if (verdict.outcome !== 'passed') return verdict;
  }
  return null;
}

/** Runs one test on a state that is restored afterwards. */
function runTest(tested: ClassUnderTest, method: MethodInfo): Verdict {
  const { data } = tested.org;
  data.hold();
  try {
    return attempt(tested, method);
  } finally {
    data.endHold();
  }
}

function attempt({ org, info, observers = [], logs }: ClassUnderTest, method: MethodInfo): Verdict {
  const test: TestContext = { running: false, mocks: new Map(), seeAllData: seesAllData(info, method) };
  const log = logs && {
    levels: logs.levels,
    unit: `${info.name}.${method.name}()`,
    preface: [],
    onLog: (text: string) => logs.keep(method.name, text)
  };
  const beginning = { userId: org.data.administratorId, origin: { kind: 'test' as const }, test, observers };
  try {
    org.run({ ...beginning, ...(log && { log }) }, (tx) => {
      org.code.invokeStatic(tx, info.name, method.name, []);
      tx.async.endTest(tx);
    });
    return passed;
  } catch (error) {
    return verdictOf(error);
  }
}

function verdictOf(error: unknown): Verdict {
  if (error instanceof ApexThrow) {
    const { exception } = error;
    return { outcome: 'failed', message: exceptionText(exception), stack: stackTraceText(exception) || null };
  }
  if (error instanceof UncompiledCode) {
    return { outcome: error.unsupported ? 'unsupported' : 'failed', message: error.message, stack: null };
  }
  if (error instanceof UnsupportedFeature) return { outcome: 'unsupported', message: error.message, stack: null };
  const fault = error instanceof Error ? error : new Error(String(error));
  return { outcome: 'failed', message: `The local org failed: ${fault.message}`, stack: fault.stack ?? null };
}
