import type { ApexFrame } from './exception.js';

/** A statement of Apex that leaves Apex: a query, a change of records, a callout. */
export interface ObservedStatement {
  readonly kind: 'soql' | 'sosl' | 'dml' | 'callout';
  /** The query's text; `Op:Insert|Type:Account|Rows:3`; the request's method and address. */
  readonly text: string;
  /** The Apex stack, innermost first; empty when the platform itself makes the statement. */
  readonly frames: readonly ApexFrame[];
}

export interface StatementEnd {
  /** Rows that were read or sent; null when the statement failed. */
  readonly rows: number | null;
  /** Status of a callout's answer. */
  readonly status?: string;
}

/** A piece of work within a transaction that has a beginning and an end of its own: a trigger. */
export interface ObservedUnit {
  /** `MyTrigger on Account trigger event BeforeInsert|__sfdc_trigger/MyTrigger` */
  readonly text: string;
}

/** Hears what a transaction does while it does it: the debug log, a profiler. What is returned is called when it has ended. */
export interface TransactionObserver {
  statement(begun: ObservedStatement): (end: StatementEnd) => void;
  unit(begun: ObservedUnit): () => void;
}
