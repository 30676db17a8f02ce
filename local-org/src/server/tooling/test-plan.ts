import type { TestResult, ClassCoverage } from '../../testing/results.js';

/** One class of a test run. */
export interface PlannedClass {
  readonly name: string;
  readonly id: string;
  readonly queueItemId: string;
  readonly methods: readonly string[];
  readonly seeAllData: boolean;
  /** Those of the methods that see the org's data: `SeeAllData` on them or on the class. */
  readonly seeing: readonly string[];
}

/** A test run that was accepted: its rows are there, its tests are still to be run. */
export interface TestPlan {
  /** The AsyncApexJob that clients know the run by. */
  readonly jobId: string;
  readonly runResultId: string;
  readonly userId: string;
  readonly coverage: boolean;
  readonly classes: readonly PlannedClass[];
}

/** What a class of a run has brought. */
export interface ClassOutcome {
  readonly class: PlannedClass;
  readonly results: readonly TestResult[];
  /** By method; empty unless coverage is counted. */
  readonly coverage: readonly { readonly method: string; readonly lines: readonly ClassCoverage[] }[];
}
