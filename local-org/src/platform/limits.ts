import type { LimitName } from '../kernel/services.js';
import { platformClass, type StaticFunction } from './define.js';

/** Method name after `get` and `getLimit` → counter. Names without a counter answer zero: the local org has no such feature. */
const counters: Readonly<Record<string, LimitName | 0>> = {
  AggregateQueries: 'aggregateQueries',
  ApexCursorRows: 'cursorRows',
  ApexCursors: 'cursors',
  ApexPaginationCursorRows: 'paginationCursorRows',
  ApexPaginationCursors: 'paginationCursors',
  AsyncCalls: 0,
  Callouts: 'callouts',
  CpuTime: 'cpuMs',
  DmlRows: 'dmlRows',
  DmlStatements: 'dmlStatements',
  EmailInvocations: 'emailInvocations',
  FetchCallsOnApexCursor: 'cursorFetches',
  FindSimilarCalls: 0,
  FutureCalls: 'futureCalls',
  HeapSize: 'heapBytes',
  MobilePushApexCalls: 0,
  PublishImmediateDML: 'publishImmediateDml',
  Queries: 'queries',
  QueryLocatorRows: 'queryLocatorRows',
  QueryRows: 'queryRows',
  QueueableJobs: 'queueableJobs',
  SavepointRollbacks: 0,
  Savepoints: 0,
  SoslQueries: 'soslQueries'
};

const members: Record<string, StaticFunction> = {};
for (const [name, counter] of Object.entries(counters)) {
  members[`static Integer get${name}()`] = (tx) => (counter === 0 ? 0 : tx.limits.used(counter));
  members[`static Integer getLimit${name}()`] = (tx) => (counter === 0 ? 0 : tx.limits.limit(counter));
}

export const limitsClass = platformClass({ name: 'System.Limits', members });
