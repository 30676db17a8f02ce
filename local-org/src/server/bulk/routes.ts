import { idOf } from '../../async/job-rows.js';
import type { Transaction } from '../../kernel/services.js';
import { isLookupKey } from '../../schema/lookup-keys.js';
import type { SoqlQuery } from '../../soql/ast.js';
import { recordJson } from '../json/record-json.js';
import type { Json } from '../json/to-json.js';
import { readableObject, userMode, withoutLimits } from '../routes/records.js';
import { apiRoot, bodyObject, HttpError, json, noContent, type WideContext } from '../routes/route.js';
import type { HttpResult, HttpTask } from '../worker/protocol.js';
import { delimiters, printCsv } from './csv.js';
import { ingest } from './ingest.js';
import { JobStore, type BulkJob, type JobText } from './job-store.js';

/** Bulk API 2.0. https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/bulk_api_2_0.htm */

const storeOf = ({ org }: WideContext): JobStore => new JobStore(org.data.connection);
const operations = ['insert', 'update', 'upsert', 'delete', 'hardDelete'];

/** POST jobs/ingest */
export function createIngestJob(context: WideContext): HttpResult {
  const { org, task } = context;
  const body = bodyObject(task);
  const { operation, object, externalIdFieldName } = body;
  if (typeof operation !== 'string' || !operations.includes(operation)) {
    throw new HttpError(400, 'INVALIDJOB', `InvalidJob : ${String(operation)} is no operation`);
  }
  const model = asUser(context, (tx) => readableObject(tx, String(object ?? '')));
  const key = org.org.schema.field(model.name, String(externalIdFieldName ?? ''));
  if (operation === 'upsert' && !(key && isLookupKey(model, key))) {
    throw new HttpError(400, 'INVALIDJOB', 'InvalidJob : External ID field is required for upsert operation');
  }
  return created(context, body, {
    kind: 'ingest',
    operation,
    object: model.name,
    externalIdFieldName: key?.name ?? null,
    query: null,
    state: 'Open'
  });
}

/** POST jobs/query: the query is run at once. */
export function createQueryJob(context: WideContext): HttpResult {
  const body = bodyObject(context.task);
  const { operation, query } = body;
  if (typeof query !== 'string' || (operation !== 'query' && operation !== 'queryAll')) {
    throw new HttpError(400, 'INVALIDJOB', 'InvalidJob : A query and the operation query or queryAll are required');
  }
  const parsed = asUser(context, (tx) => tx.data.parse(tx, query));
  const rows = asUser(context, (tx) => queryRows(tx, operation === 'queryAll' ? { ...parsed, allRows: true } : parsed));
  const answer = created(context, body, {
    kind: 'query',
    operation,
    object: parsed.from.object,
    externalIdFieldName: null,
    query,
    state: 'UploadComplete'
  });
  const store = storeOf(context);
  const job = store.get('query', (JSON.parse(new TextDecoder().decode(answer.body)) as { id: string }).id);
  const end = job.lineEnding === 'CRLF' ? '\r\n' : '\n';
  store.setText(job, 'successful', printCsv(rows, delimiters[job.columnDelimiter] ?? ',', end));
  Object.assign(job, { state: 'JobComplete', processed: rows.length - 1 } satisfies Partial<BulkJob>);
  store.save(job);
  return answer;
}

function asUser<V>({ org, task }: WideContext, action: (tx: Transaction) => V): V {
  return org.run({ userId: idOf(task.userId), origin: { kind: 'rest' } }, (tx) => action(withoutLimits(tx)));
}

/** The head and the rows of a query's CSV. Child queries have no place in one. */
function queryRows(tx: Transaction, query: SoqlQuery): string[][] {
  let unnamed = 0;
  const columns = query.select.map((item) => {
    if (item.kind === 'field') return item.alias ?? item.path.join('.');
    if (item.kind === 'function') return item.alias ?? `expr${unnamed++}`;
    throw new HttpError(400, 'INVALIDJOB', 'InvalidJob : This kind of selection is not supported by bulk queries');
  });
  const rows = tx.data.query(tx, query, () => null, userMode).map((row) => recordJson(row, ''));
  return [columns, ...rows.map((row) => columns.map((column) => cellOf(row, column)))];
}

function cellOf(row: Readonly<Record<string, Json>>, column: string): string {
  let value: Json | undefined = row;
  for (const step of column in row ? [column] : column.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
    const name: string | undefined = Object.keys(value).find((key) => key.toLowerCase() === step.toLowerCase());
    value = name === undefined ? undefined : value[name];
  }
  return value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

type NewJob = Pick<BulkJob, 'kind' | 'operation' | 'object' | 'externalIdFieldName' | 'query' | 'state'>;

function created(context: WideContext, body: Readonly<Record<string, Json>>, given: NewJob): HttpResult {
  const store = storeOf(context);
  const job: BulkJob = {
    ...given,
    id: store.newId(),
    userId: context.task.userId,
    columnDelimiter: String(body['columnDelimiter'] ?? 'COMMA'),
    lineEnding: String(body['lineEnding'] ?? 'LF'),
    createdDate: new Date().toISOString().replace('Z', '+0000'),
    apiVersion: Number(/v(\d+\.\d)/.exec(apiRoot(context.task))?.[1] ?? 67),
    processed: 0,
    failed: 0,
    errorMessage: null
  };
  if (!(job.columnDelimiter in delimiters)) {
    throw new HttpError(400, 'INVALIDJOB', `InvalidJob : ${job.columnDelimiter} is no column delimiter`);
  }
  store.save(job);
  return json(200, info(context.task, job));
}

function info(task: HttpTask, job: BulkJob): Record<string, unknown> {
  const content = `${apiRoot(task).slice(1)}/jobs/${job.kind}/${job.id}/${job.kind === 'ingest' ? 'batches' : 'results'}`;
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.userId,
    createdDate: job.createdDate,
    systemModstamp: job.createdDate,
    state: job.state,
    ...(job.externalIdFieldName !== null && { externalIdFieldName: job.externalIdFieldName }),
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: job.apiVersion,
    ...(job.kind === 'ingest' && { contentUrl: content }),
    lineEnding: job.lineEnding,
    columnDelimiter: job.columnDelimiter,
    jobType: job.kind === 'ingest' ? 'V2Ingest' : 'V2Query',
    numberRecordsProcessed: job.processed,
    ...(job.kind === 'ingest' && { numberRecordsFailed: job.failed }),
    retries: 0,
    totalProcessingTime: 0,
    ...(job.errorMessage !== null && { errorMessage: job.errorMessage })
  };
}

const kindOf = ({ params }: WideContext): BulkJob['kind'] => (params[0] === 'query' ? 'query' : 'ingest');
const jobOf = (context: WideContext): BulkJob => storeOf(context).get(kindOf(context), context.params[1] ?? '');

/** GET jobs/<kind> */
export const listJobs = (context: WideContext): HttpResult =>
  json(200, {
    done: true,
    nextRecordsUrl: null,
    records: storeOf(context)
      .all(kindOf(context))
      .map((job) => info(context.task, job))
  });

/** GET jobs/<kind>/<id> */
export const getJob = (context: WideContext): HttpResult => json(200, info(context.task, jobOf(context)));

/** PUT jobs/ingest/<id>/batches: the rows as CSV. */
export function uploadRows(context: WideContext): HttpResult {
  const store = storeOf(context);
  const job = store.get('ingest', context.params[0] ?? '');
  if (job.state !== 'Open') throw new HttpError(400, 'INVALIDJOBSTATE', `InvalidJobState : Job is ${job.state}`);
  store.setText(job, 'data', new TextDecoder().decode(context.task.body));
  return { ...noContent, status: 201 };
}

/** PATCH jobs/<kind>/<id>: `UploadComplete` saves the rows, `Aborted` drops them. */
export function changeJob(context: WideContext): HttpResult {
  const store = storeOf(context);
  const job = jobOf(context);
  const { state } = bodyObject(context.task);
  if (job.state !== 'Open' || (state !== 'UploadComplete' && state !== 'Aborted')) {
    throw new HttpError(400, 'INVALIDJOBSTATE', `InvalidJobState : ${job.state} jobs cannot become ${String(state)}`);
  }
  job.state = state;
  store.save(job);
  const answer = json(200, info(context.task, job));
  if (state === 'UploadComplete') ingest(context.org, store, job);
  return answer;
}

export function deleteJob(context: WideContext): HttpResult {
  storeOf(context).remove(jobOf(context));
  return noContent;
}

const results: Readonly<Record<string, JobText>> = {
  successfulresults: 'successful',
  failedresults: 'failed',
  unprocessedrecords: 'data'
};

/** GET jobs/ingest/<id>/successfulResults, failedResults, unprocessedrecords; jobs/query/<id>/results: CSV. */
export function getResults(context: WideContext): HttpResult {
  const job = jobOf(context);
  const name = (context.params[2] ?? '').toLowerCase();
  const text = job.kind === 'query' ? (name === 'results' ? 'successful' : undefined) : results[name];
  if (!text) throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
  const body = new TextEncoder().encode(storeOf(context).text(job, text));
  const count: Record<string, string> =
    job.kind === 'query' ? { 'Sforce-Locator': 'null', 'Sforce-NumberOfRecords': String(job.processed) } : {};
  return { status: 200, headers: { 'Content-Type': 'text/csv;charset=UTF-8', ...count }, body };
}
