import { ApexList, ApexMap } from '../kernel/collections.js';
import { ApexObject } from '../kernel/object.js';
import { T, type ApexType } from '../kernel/types.js';
import type { HasText } from '../runtime/text.js';
import { platformClass } from './define.js';
import { mapSet } from './map.js';

/** Mails to single recipients that an org may send a day; those of an Enterprise Edition, because a Developer Edition has 15 only. */
export const singleEmailsADay = 5000;

/**
 * The limits of a developer org by name: REST API Developer Guide, "Limits"; the figures are those of a Developer Edition, from memory.
 * The local org uses none of them up.
 */
const limits: Readonly<Record<string, number>> = {
  ActiveScratchOrgs: 3,
  AnalyticsExternalDataSizeMB: 40960,
  ConcurrentAsyncGetReportInstances: 200,
  ConcurrentSyncReportRuns: 20,
  DailyAnalyticsDataflowJobExecutions: 60,
  DailyAnalyticsUploadedFilesSizeMB: 51200,
  DailyApiRequests: 15000,
  DailyAsyncApexExecutions: 250000,
  DailyAsyncApexTests: 500,
  DailyBulkApiBatches: 15000,
  DailyBulkV2QueryFileStorageMB: 976562,
  DailyBulkV2QueryJobs: 10000,
  DailyDeliveredPlatformEvents: 10000,
  DailyDurableGenericStreamingApiEvents: 10000,
  DailyDurableStreamingApiEvents: 10000,
  DailyGenericStreamingApiEvents: 10000,
  DailyScratchOrgs: 6,
  DailyStandardVolumePlatformEvents: 10000,
  DailyStreamingApiEvents: 10000,
  DailyWorkflowEmails: 100000,
  DataStorageMB: 5,
  DurableStreamingApiConcurrentClients: 20,
  FileStorageMB: 20,
  HourlyAsyncReportRuns: 1200,
  HourlyDashboardRefreshes: 200,
  HourlyDashboardResults: 5000,
  HourlyDashboardStatuses: 999999999,
  HourlyLongTermIdMapping: 100000,
  HourlyManagedContentPublicRequests: 50000,
  HourlyODataCallout: 1000,
  HourlyPublishedPlatformEvents: 50000,
  HourlyPublishedStandardVolumePlatformEvents: 1000,
  HourlyShortTermIdMapping: 100000,
  HourlySyncReportRuns: 500,
  HourlyTimeBasedWorkflow: 1000,
  MassEmail: 10,
  MonthlyPlatformEvents: 300000,
  Package2VersionCreates: 6,
  Package2VersionCreatesWithoutValidation: 500,
  PermissionSets: 1500,
  PrivateConnectOutboundCalloutHourlyLimitMB: 0,
  SingleEmail: singleEmailsADay,
  StreamingApiConcurrentClients: 20
};

class OrgLimitObject extends ApexObject implements HasText {
  readonly name: string;
  readonly limit: number;
  constructor(name: string, limit: number) {
    super();
    this.name = name;
    this.limit = limit;
  }
  override apexType(): ApexType {
    return type;
  }
  apexText(): string {
    return `OrgLimit:[name=${this.name}, value=0, limit=${this.limit}]`;
  }
}
const type: ApexType = { kind: 'platform', name: 'OrgLimit', args: [] };

const all = (): OrgLimitObject[] => Object.entries(limits).map(([name, limit]) => new OrgLimitObject(name, limit));

/** System.OrgLimits: what the org may use in a day or an hour. */
export const orgLimitClasses = [
  platformClass({
    name: 'System.OrgLimits',
    members: {
      'static List<OrgLimit> getAll()': () => {
        const list = new ApexList<OrgLimitObject>(type);
        list.items.push(...all());
        return list;
      },
      'static Map<String,OrgLimit> getMap()': () => {
        const map = new ApexMap<string>(T.String, type);
        for (const limit of all()) mapSet(map, limit.name, limit);
        return map;
      }
    }
  }),
  platformClass({
    name: 'System.OrgLimit',
    members: {
      'String getName()': (_tx, self: OrgLimitObject) => self.name,
      'Integer getLimit()': (_tx, self: OrgLimitObject) => self.limit,
      'Integer getValue()': () => 0,
      'String toString()': (_tx, self: OrgLimitObject) => self.apexText()
    }
  })
];
