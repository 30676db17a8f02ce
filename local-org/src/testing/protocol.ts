import type { CalloutLink } from '../callout/channel.js';
import type { Profile } from '../profile/profile.js';
import type { LogLevels } from '../runtime/log-levels.js';
import type { OrgOptions } from '../org/options.js';
import type { ClassCoverage, TestClass, TestResult } from './results.js';

export interface TestWorkerData {
  readonly options: OrgOptions;
  readonly link: CalloutLink;
  /** Measure which methods and statements take the time. */
  readonly profile: boolean;
  readonly logs: LogFolder | null;
  readonly permissionSets: readonly string[];
}

/** Where the debug log of each test is written, as `Class.method.log`. */
export interface LogFolder {
  readonly folder: string;
  readonly levels: LogLevels;
}

export type ToTestWorker =
  | { readonly type: 'run'; readonly className: string; readonly methods: readonly string[] }
  | { readonly type: 'close' };

export type FromTestWorker =
  /** `warnings`: compile errors of classes that are no tests, one a line. */
  | { readonly type: 'ready'; readonly classes: readonly TestClass[]; readonly warnings: readonly string[] }
  | { readonly type: 'broken'; readonly message: string }
  /** `method` null: the class's test setup. */
  | { readonly type: 'started'; readonly className: string; readonly method: string | null }
  | { readonly type: 'result'; readonly result: TestResult }
  | {
      readonly type: 'finished';
      readonly className: string;
      /** What this class has run, without test classes; empty unless it is counted. */
      readonly coverage: readonly ClassCoverage[];
      /** Files whose code ran, test classes too; empty unless coverage is counted. */
      readonly touched: readonly string[];
    }
  /** The answer to `close` when the worker measures: what all its tests have cost. */
  | { readonly type: 'profile'; readonly profile: Profile };
