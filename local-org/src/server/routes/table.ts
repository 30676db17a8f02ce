import { getList } from '../ui-api/lists.js';
import { getObjectInfo, getPicklistValues } from '../ui-api/object-info.js';
import { createUiRecord, deleteUiRecord, getUiRecord, updateUiRecord } from '../ui-api/record-routes.js';
import { getRelated } from '../ui-api/related.js';
import { callApexRest } from './apex-rest.js';
import { callAura } from './aura.js';
import { auraFailure, restFailure, uiApiFailure } from './failures.js';
import { bootstrap, getRecordPage, getTabPage } from './lightning-pages.js';
import { describeGlobal, describeObject, resources } from './rest-describe.js';
import { nextRecords, runQuery } from './rest-query.js';
import { createRecord, deleteRecord, getRecord, updateRecord, upsertRecord } from './rest-sobjects.js';
import { getResource } from './resources.js';
import type { Route, RouteContext } from './route.js';
import { executeAnonymous } from './tooling.js';
import type { HttpResult } from '../worker/protocol.js';

type Handler = (context: RouteContext) => HttpResult;

const route =
  (origin: Route['origin'], failed: Route['failed']) =>
  (method: Route['method'], pattern: RegExp, handle: Handler): Route => ({ method, pattern, origin, handle, failed });
const page = route('sync', uiApiFailure);
const ui = route('sync', uiApiFailure);
const rest = route('rest', restFailure);
const aura = route('aura', auraFailure);
const anonymous = route('anonymous', restFailure);

const data = '\\/services\\/data\\/v\\d+\\.\\d';
const under = (path: string): RegExp => new RegExp(`^${data}${path}$`);

/** Every address that needs the org. The first one that fits answers. */
export const routes: readonly Route[] = [
  page('GET', /^\/lightning\/bootstrap$/, bootstrap),
  page('GET', /^\/lightning\/page\/record\/([^/]+)$/, getRecordPage),
  page('GET', /^\/lightning\/page\/tab\/([^/]+)$/, getTabPage),
  page('POST', /^\/lightning\/list$/, getList),
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
  rest('GET', under('\\/sobjects\\/?'), describeGlobal),
  rest('GET', under('\\/sobjects\\/([^/]+)\\/describe'), describeObject),
  rest('POST', under('\\/sobjects\\/([^/]+)\\/?'), createRecord),
  rest('GET', under('\\/sobjects\\/([^/]+)\\/([^/]+)'), getRecord),
  rest('PATCH', under('\\/sobjects\\/([^/]+)\\/([^/]+)'), updateRecord),
  rest('DELETE', under('\\/sobjects\\/([^/]+)\\/([^/]+)'), deleteRecord),
  rest('PATCH', under('\\/sobjects\\/([^/]+)\\/([^/]+)\\/([^/]+)'), upsertRecord),
  anonymous('GET', under('\\/tooling\\/executeAnonymous\\/?'), executeAnonymous),
  rest('GET', under('\\/tooling\\/query\\/?'), runQuery),

  rest('*', /^\/services\/apexrest(\/.*)$/, callApexRest)
];
