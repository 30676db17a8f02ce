import type { Profile } from '../profile/profile.js';

export type Outcome = 'passed' | 'failed' | 'unsupported';

/** The result of one test method. */
export interface TestResult {
  readonly class: string;
  readonly method: string;
  readonly outcome: Outcome;
  /** null for a passed test. */
  readonly message: string | null;
  /** Apex stack, one frame a line; null when there is none. */
  readonly stack: string | null;
  readonly durationMs: number;
}

/** A test class as the loaded project shows it. */
export interface TestClass {
  readonly name: string;
  readonly methods: readonly string[];
  /** Why none of its tests can run: it does not compile. */
  readonly broken: { readonly outcome: Exclude<Outcome, 'passed'>; readonly message: string } | null;
}

/** Lines of one class or trigger: every line with a statement, and how often it ran. */
export interface ClassCoverage {
  readonly name: string;
  /** Full path of its source. */
  readonly file: string;
  readonly lines: readonly (readonly [line: number, hits: number])[];
}

export interface TestReport {
  readonly tests: readonly TestResult[];
  readonly durationMs: number;
  /** What of the sources could not be read or compiled, beside the tests themselves: a deployment would be refused for it. */
  readonly warnings: readonly string[];
  /** null without --coverage. */
  readonly coverage: readonly ClassCoverage[] | null;
  /** With --coverage: the files whose code each test class ran, by class. */
  readonly touched: ReadonlyMap<string, readonly string[]>;
  /** null without --profile. */
  readonly profile: Profile | null;
}

export const count = (tests: readonly TestResult[], outcome: Outcome): number =>
  tests.filter((test) => test.outcome === outcome).length;
