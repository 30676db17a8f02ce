import type { LimitName } from '../kernel/services.js';
import { platformClass, type StaticFunction } from './define.js';

/** A counter, or what is used and allowed of something that is counted nowhere. */
type Counter = LimitName | { readonly used: number; readonly limit: number };

const none: Counter = { used: 0, limit: 0 };
/** Of the limits on describes that Summer '14 took away: their methods still compile and count nothing (as remembered). */
const describes: Counter = { used: 0, limit: 100 };

/** Method name after `get` and `getLimit` → counter (Apex Reference Guide, "Limits Class"). */
const counters: Readonly<Record<string, Counter>> = {
  AggregateQueries: 'aggregateQueries',
  ApexCursorRows: 'cursorRows',
  ApexCursors: 'cursors',
  ApexPaginationCursorRows: 'paginationCursorRows',
  ApexPaginationCursors: 'paginationCursors',
  // Reserved, says the reference; public tests see the enqueued jobs in it.
  AsyncCalls: 'queueableJobs',
  Callouts: 'callouts',
  ChildRelationshipsDescribes: describes,
  CpuTime: 'cpuMs',
  DatabaseTime: none,
  DmlRows: 'dmlRows',
  DmlStatements: 'dmlStatements',
  EmailInvocations: 'emailInvocations',
  FetchCallsOnApexCursor: 'cursorFetches',
  FieldSetsDescribes: describes,
  FieldsDescribes: describes,
  // Deprecated names of other counters.
  FindSimilarCalls: 'soslQueries',
  RunAs: 'dmlStatements',
  SavepointRollbacks: 'dmlStatements',
  Savepoints: 'dmlStatements',
  FutureCalls: 'futureCalls',
  HeapSize: 'heapBytes',
  MobilePushApexCalls: 'pushCalls',
  PicklistDescribes: describes,
  PublishImmediateDML: 'publishImmediateDml',
  Queries: 'queries',
  QueryLocatorRows: 'queryLocatorRows',
  QueryRows: 'queryRows',
  QueueableJobs: 'queueableJobs',
  RecordTypesDescribes: describes,
  ScriptStatements: { used: 0, limit: 200_000 },
  SoslQueries: 'soslQueries'
};

const members: Record<string, StaticFunction> = {};
for (const [name, counter] of Object.entries(counters)) {
  members[`static Integer get${name}()`] = (tx) =>
    typeof counter === 'string' ? tx.limits.used(counter) : counter.used;
  members[`static Integer getLimit${name}()`] = (tx) =>
    typeof counter === 'string' ? tx.limits.limit(counter) : counter.limit;
}

export const limitsClass = platformClass({ name: 'System.Limits', members });
