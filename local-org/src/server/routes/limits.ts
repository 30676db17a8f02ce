import type { HttpResult } from '../worker/protocol.js';
import { count, readableObject } from './records.js';
import { json, type RouteContext } from './route.js';

/** Limits of an org that a client may look at, each with what a Developer Edition org has; nothing is ever used up here. */
const most: Readonly<Record<string, number>> = {
  ActiveScratchOrgs: 0,
  ConcurrentAsyncGetReportInstances: 200,
  ConcurrentSyncReportRuns: 20,
  DailyApiRequests: 15_000,
  DailyAsyncApexExecutions: 250_000,
  DailyAsyncApexTests: 500,
  DailyBulkApiBatches: 15_000,
  DailyBulkV2QueryFileStorageMB: 976_562,
  DailyBulkV2QueryJobs: 10_000,
  DailyDurableStreamingApiEvents: 10_000,
  DailyScratchOrgs: 0,
  DailyStreamingApiEvents: 10_000,
  DailyWorkflowEmails: 15,
  DataStorageMB: 5,
  FileStorageMB: 20,
  HourlyPublishedPlatformEvents: 50_000,
  HourlyTimeBasedWorkflow: 50,
  MassEmail: 10,
  SingleEmail: 15,
  StreamingApiConcurrentClients: 20
};

/** GET limits. https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_limits.htm */
export const orgLimits = (): HttpResult =>
  json(200, Object.fromEntries(Object.entries(most).map(([name, value]) => [name, { Max: value, Remaining: value }])));

/** GET limits/recordCount?sObjects=Account,Contact */
export function recordCounts({ tx, query }: RouteContext): HttpResult {
  const asked = (query.get('sObjects') ?? '').split(',').filter((name) => name !== '');
  const names =
    asked.length > 0
      ? asked
      : [...tx.org.schema.objects()].filter((one) => one.kind === 'custom').map((one) => one.name);
  const sObjects = names
    .filter((name) => tx.org.schema.object(name))
    .map((name) => {
      const model = readableObject(tx, name);
      return { count: count(tx, `SELECT COUNT() FROM ${model.name}`), name: model.name };
    });
  return json(200, { sObjects });
}
