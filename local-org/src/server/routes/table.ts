import { getList } from '../ui-api/lists.js';
import { getObjectInfo, getPicklistValues } from '../ui-api/object-info.js';
import { createUiRecord, deleteUiRecord, getUiRecord, updateUiRecord } from '../ui-api/record-routes.js';
import { getRelated } from '../ui-api/related.js';
import { callApexRest } from './apex-rest.js';
import { callAura } from './aura.js';
import { getEmailPage, getEmails } from './emails.js';
import { auraFailure, restFailure, uiApiFailure } from './failures.js';
import { bootstrap, getRecordPage, getTabPage } from './lightning-pages.js';
import { describeGlobal, describeObject, resources } from './rest-describe.js';
import { nextRecords, runQuery } from './rest-query.js';
import {
  changeJob,
  createIngestJob,
  createQueryJob,
  deleteJob,
  getJob,
  getResults,
  listJobs,
  uploadRows
} from '../bulk/routes.js';
import { runBatch } from './batch.js';
import {
  createCollection,
  deleteCollection,
  retrieveCollection,
  updateCollection,
  upsertCollection
} from './collections.js';
import { runComposite, runGraphs } from './composite.js';
import { orgLimits, recordCounts } from './limits.js';
import { deletedRecords, updatedRecords } from './replication.js';
import { parameterizedSearch, runSearch } from './search.js';
import { createTree } from './tree.js';
import {
  createRecord,
  deleteByExternalId,
  deleteRecord,
  getBelow,
  getObject,
  getRecord,
  recentItems,
  updateRecord,
  upsertRecord
} from './rest-sobjects.js';
import { getResource } from './resources.js';
import { identity, userInfo } from './identity.js';
import type { PlainRoute, Route, RouteContext, WideContext, WideRoute } from './route.js';
import { answerApexApi } from '../soap/apex.js';
import { answerPartnerApi } from '../soap/partner.js';
import { refuseCall, refuseDeployment } from '../soap/unsupported.js';
import { soapFailure } from '../soap/reply.js';
import {
  createToolingRecord,
  deleteToolingRecord,
  describeToolingGlobal,
  describeToolingObject,
  getLogBody,
  getToolingRecord,
  updateToolingCollection,
  updateToolingRecord
} from '../tooling/routes.js';
import { runAction } from './actions.js';
import { getFlowScreen } from './flow-screens.js';
import { runAnonymous } from './tooling.js';
import type { HttpResult } from '../worker/protocol.js';

type Handler = (context: RouteContext) => HttpResult;
type WideHandler = (context: WideContext) => HttpResult | Promise<HttpResult>;

const route =
  (origin: PlainRoute['origin'], failed: Route['failed']) =>
  (method: Route['method'], pattern: RegExp, handle: Handler): Route => ({ method, pattern, origin, handle, failed });
const wideRoute =
  (failed: Route['failed']) =>
  (method: Route['method'], pattern: RegExp, handle: WideHandler): WideRoute => ({
    method,
    pattern,
    origin: null,
    handle,
    failed
  });
const page = route('sync', uiApiFailure);
const ui = route('sync', uiApiFailure);
const rest = route('rest', restFailure);
const aura = route('aura', auraFailure);
const soap = route('rest', soapFailure);
const wide = wideRoute(restFailure);
const wideSoap = wideRoute(soapFailure);

const data = '\\/services\\/data\\/v\\d+\\.\\d';
const under = (path: string): RegExp => new RegExp(`^${data}${path}$`);

/** Every address that needs the org. The first one that fits answers. */
export const routes: readonly Route[] = [
  wide('GET', /^\/local-org\/emails$/, getEmailPage),
  wide('GET', /^\/local-org\/emails\.json$/, getEmails),
  page('GET', /^\/lightning\/bootstrap$/, bootstrap),
  page('GET', /^\/lightning\/page\/record\/([^/]+)$/, getRecordPage),
  page('GET', /^\/lightning\/page\/tab\/([^/]+)$/, getTabPage),
  page('POST', /^\/lightning\/list$/, getList),
  page('GET', /^\/lightning\/flow-screen\/([^/]+)$/, getFlowScreen),
  page('POST', /^\/lightning\/related$/, getRelated),
  aura('POST', /^\/lightning\/apex\/([^/]+)\/([^/]+)$/, callAura),
  page('GET', /^\/resource\/(?:\d+\/)?([^/]+)$/, getResource),

  ui('GET', under('\\/ui-api\\/records\\/([^/]+)'), getUiRecord),
  ui('POST', under('\\/ui-api\\/records\\/?'), createUiRecord),
  ui('PATCH', under('\\/ui-api\\/records\\/([^/]+)'), updateUiRecord),
  ui('DELETE', under('\\/ui-api\\/records\\/([^/]+)'), deleteUiRecord),
  ui('GET', under('\\/ui-api\\/object-info\\/([^/]+)'), getObjectInfo),
  ui('GET', under('\\/ui-api\\/object-info\\/([^/]+)\\/picklist-values\\/([^/]+)(?:\\/([^/]+))?'), getPicklistValues),

  rest('GET', under('\\/?'), resources),
  rest('GET', under('\\/query(?:All)?\\/?'), runQuery),
  rest('GET', under('\\/query(?:All)?\\/([^/]+)'), nextRecords),
  rest('GET', under('\\/search\\/?'), runSearch),
  rest('GET', under('\\/parameterizedSearch\\/?'), parameterizedSearch),
  rest('POST', under('\\/parameterizedSearch\\/?'), parameterizedSearch),
  rest('GET', under('\\/limits\\/?'), orgLimits),
  rest('GET', under('\\/limits\\/recordCount\\/?'), recordCounts),
  rest('GET', under('\\/recent\\/?'), recentItems),

  rest('GET', under('\\/sobjects\\/?'), describeGlobal),
  rest('GET', under('\\/sobjects\\/([^/]+)\\/describe\\/?'), describeObject),
  rest('GET', under('\\/sobjects\\/([^/]+)\\/deleted\\/?'), deletedRecords),
  rest('GET', under('\\/sobjects\\/([^/]+)\\/updated\\/?'), updatedRecords),
  rest('GET', under('\\/sobjects\\/([^/]+)\\/?'), getObject),
  rest('POST', under('\\/sobjects\\/([^/]+)\\/?'), createRecord),
  rest('POST', under('\\/sobjects\\/([^/]+)\\/Id\\/?'), createRecord),
  rest('GET', under('\\/sobjects\\/([^/]+)\\/([^/]+)\\/?'), getRecord),
  rest('PATCH', under('\\/sobjects\\/([^/]+)\\/([^/]+)\\/?'), updateRecord),
  rest('DELETE', under('\\/sobjects\\/([^/]+)\\/([^/]+)\\/?'), deleteRecord),
  rest('GET', under('\\/sobjects\\/ApexLog\\/([^/]+)\\/Body\\/?'), getLogBody),
  rest('GET', under('\\/sobjects\\/([^/]+)\\/([^/]+)\\/([^/]+)'), getBelow),
  rest('PATCH', under('\\/sobjects\\/([^/]+)\\/([^/]+)\\/([^/]+)'), upsertRecord),
  rest('DELETE', under('\\/sobjects\\/([^/]+)\\/([^/]+)\\/([^/]+)'), deleteByExternalId),

  rest('POST', under('\\/actions\\/custom\\/(apex|flow)\\/([^/]+)\\/?'), runAction),

  rest('POST', under('\\/composite\\/sobjects\\/?'), createCollection),
  rest('PATCH', under('\\/composite\\/sobjects\\/?'), updateCollection),
  rest('DELETE', under('\\/composite\\/sobjects\\/?'), deleteCollection),
  rest('GET', under('\\/composite\\/sobjects\\/([^/]+)\\/?'), retrieveCollection),
  rest('POST', under('\\/composite\\/sobjects\\/([^/]+)\\/?'), retrieveCollection),
  rest('PATCH', under('\\/composite\\/sobjects\\/([^/]+)\\/([^/]+)'), upsertCollection),
  rest('POST', under('\\/composite\\/tree\\/([^/]+)\\/?'), createTree),
  wide('POST', under('\\/jobs\\/ingest\\/?'), createIngestJob),
  wide('POST', under('\\/jobs\\/query\\/?'), createQueryJob),
  wide('PUT', under('\\/jobs\\/ingest\\/([^/]+)\\/batches\\/?'), uploadRows),
  wide('GET', under('\\/jobs\\/(ingest|query)\\/?'), listJobs),
  wide('GET', under('\\/jobs\\/(ingest|query)\\/([^/]+)\\/?'), getJob),
  wide('PATCH', under('\\/jobs\\/(ingest|query)\\/([^/]+)\\/?'), changeJob),
  wide('DELETE', under('\\/jobs\\/(ingest|query)\\/([^/]+)\\/?'), deleteJob),
  wide('GET', under('\\/jobs\\/(ingest|query)\\/([^/]+)\\/(\\w+)\\/?'), getResults),

  wide('POST', under('\\/composite\\/?'), runComposite),
  wide('POST', under('\\/composite\\/graph\\/?'), runGraphs),
  wide('POST', under('\\/composite\\/batch\\/?'), runBatch),

  wide('GET', under('\\/tooling\\/executeAnonymous\\/?'), runAnonymous),
  wide('POST', under('\\/tooling\\/executeAnonymous\\/?'), runAnonymous),
  rest('GET', under('\\/tooling\\/query(?:All)?\\/?'), runQuery),
  rest('GET', under('\\/tooling\\/query(?:All)?\\/([^/]+)'), nextRecords),
  rest('GET', under('\\/tooling\\/sobjects\\/?'), describeToolingGlobal),
  rest('GET', under('\\/tooling\\/sobjects\\/([^/]+)\\/describe\\/?'), describeToolingObject),
  rest('GET', under('\\/tooling\\/sobjects\\/ApexLog\\/([^/]+)\\/Body\\/?'), getLogBody),
  rest('GET', under('\\/tooling\\/sobjects\\/([^/]+)\\/([^/]+)\\/?'), getToolingRecord),
  rest('POST', under('\\/tooling\\/sobjects\\/([^/]+)\\/?'), createToolingRecord),
  rest('PATCH', under('\\/tooling\\/sobjects\\/([^/]+)\\/([^/]+)\\/?'), updateToolingRecord),
  rest('DELETE', under('\\/tooling\\/sobjects\\/([^/]+)\\/([^/]+)\\/?'), deleteToolingRecord),
  rest('PATCH', under('\\/tooling\\/composite\\/sobjects\\/?'), updateToolingCollection),

  rest('GET', /^\/id\/(\w+)\/(\w+)$/, identity),
  rest('*', /^\/services\/oauth2\/userinfo$/, userInfo),
  wideSoap('POST', /^\/services\/Soap\/s\//, answerApexApi),
  soap('POST', /^\/services\/Soap\/([uc])\//, answerPartnerApi),
  soap('POST', /^\/services\/Soap\/[mT]\//, refuseCall),
  rest('POST', under('\\/metadata\\/deployRequest\\/?'), refuseDeployment),

  rest('*', /^\/services\/apexrest(\/.*)$/, callApexRest)
];
