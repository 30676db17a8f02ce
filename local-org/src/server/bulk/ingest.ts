import { idOf } from '../../async/job-rows.js';
import type { DmlOperation, DmlRowResult, Transaction } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import type { LocalOrg } from '../../org/local-org.js';
import { recordWith, userMode } from '../routes/records.js';
import { HttpError } from '../routes/route.js';
import { delimiters, parseCsv, printCsv } from './csv.js';
import type { BulkJob, JobStore } from './job-store.js';

/** Rows that are saved together, in a transaction of their own. */
const chunkSize = 200;
/** What stands for an empty value; an empty cell changes nothing. */
const nothing = '#N/A';

interface Row {
  readonly cells: readonly string[];
  record: SObjectValue | null;
  result: DmlRowResult | null;
  error: string | null;
}

/** Saves the rows that were uploaded, 200 at a time, and keeps what came of each. */
export function ingest(org: LocalOrg, store: JobStore, job: BulkJob): void {
  const delimiter = delimiters[job.columnDelimiter] ?? ',';
  const [header = [], ...lines] = parseCsv(store.text(job, 'data').replace(/^\uFEFF/, ''), delimiter);
  const rows = lines.map((cells): Row => ({ cells, record: null, result: null, error: null }));
  for (let at = 0; at < rows.length; at += chunkSize) {
    const chunk = rows.slice(at, at + chunkSize);
    try {
      org.run({ userId: idOf(job.userId), origin: { kind: 'rest' }, limits: 'bulk' }, (tx) =>
        saveChunk(tx, job, header, chunk)
      );
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      for (const row of chunk) row.error ??= `APEX_ERROR:${message}:--`;
    }
  }
  const good = rows.filter((row) => row.error === null);
  const bad = rows.filter((row) => row.error !== null);
  const end = job.lineEnding === 'CRLF' ? '\r\n' : '\n';
  const idOfRow = (row: Row) => row.result?.id?.value ?? '';
  const created = (row: Row) => String(job.operation === 'insert' || (row.result?.created ?? false));
  const successful = good.map((row) => [idOfRow(row), created(row), ...row.cells]);
  const failed = bad.map((row) => ['', row.error ?? '', ...row.cells]);
  store.setText(job, 'successful', printCsv([['sf__Id', 'sf__Created', ...header], ...successful], delimiter, end));
  store.setText(job, 'failed', printCsv([['sf__Id', 'sf__Error', ...header], ...failed], delimiter, end));
  store.setText(job, 'data', null);
  Object.assign(job, { state: 'JobComplete', processed: rows.length, failed: bad.length } satisfies Partial<BulkJob>);
  store.save(job);
}

function saveChunk(tx: Transaction, job: BulkJob, header: readonly string[], chunk: readonly Row[]): void {
  for (const row of chunk) {
    try {
      row.record = recordWith(tx, job.object, fieldsOf(header, row.cells));
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      row.error = `${error.code}:${error.message}:${(error.fields ?? []).join(',')} --`;
    }
  }
  const saved = chunk.filter((row) => row.record !== null);
  const records = saved.flatMap((row) => row.record ?? []);
  if (records.length === 0) return;
  const operation = (job.operation === 'hardDelete' ? 'delete' : job.operation) as DmlOperation;
  const results = tx.data.dml(tx, operation, records, {
    access: userMode,
    allOrNone: false,
    ...(operation === 'upsert' && job.externalIdFieldName !== null && { externalIdField: job.externalIdFieldName })
  });
  saved.forEach((row, at) => {
    row.result = results[at] ?? null;
    const [first] = row.result?.errors ?? [];
    if (first) row.error = `${first.code}:${first.message}:${first.fields.join(',')} --`;
  });
}

/** `Parent__r.Key__c` names a parent by its external id. */
function fieldsOf(header: readonly string[], cells: readonly string[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  header.forEach((name, at) => {
    const cell = cells[at] ?? '';
    if (cell === '') return;
    const value = cell === nothing ? null : cell;
    const [parent = '', key] = name.trim().split('.');
    fields[parent] = key === undefined ? value : { [key]: value };
  });
  return fields;
}
