import type { HttpReply, HttpRequest, Outcome } from '../../http.js';
import { parseTarget } from '../../http.js';
import { badRequest, BcError } from './errors.js';
import { parseJsonObject } from './odata/body.js';

const LARGEST_BATCH = 100;

/** One operation of a JSON batch, checked. */
interface BatchOperation {
  readonly id: string | number | null;
  readonly request: HttpRequest;
}

/** Runs one operation, faults included. */
export type RunOperation = (request: HttpRequest, root: string) => Promise<Outcome>;

/**
 * Answers POST $batch: up to 100 operations in turn, each its own transaction, whatever became of the ones before, unless
 * the client prefers odata.continue-on-error=false. Urls are relative to the API root, and stay within it.
 * learn.microsoft.com/dynamics365/business-central/dev-itpro/webservices/use-odata-batch
 */
export async function runBatch(request: HttpRequest, root: string, run: RunOperation): Promise<Outcome> {
  const operations = parseBatch(request, root);
  const stopAtError = /odata\.continue-on-error\s*=\s*false/i.test(request.headers['prefer'] ?? '');
  const responses: unknown[] = [];
  for (const { id, request: inner } of operations) {
    const outcome = await run(inner, root);
    if (outcome === 'drop') return 'drop';
    if (outcome.text !== undefined) return { status: 200, headers: outcome.headers ?? {}, text: outcome.text };
    responses.push(responseOf(id, outcome));
    if (stopAtError && outcome.status >= 400) break;
  }
  return { status: 200, body: { responses } };
}

function responseOf(id: string | number | null, reply: HttpReply) {
  const headers = {
    'content-type': 'application/json; odata.metadata=minimal',
    'odata-version': '4.0',
    ...reply.headers
  };
  return { id, status: reply.status, headers, ...(reply.body === undefined ? {} : { body: reply.body }) };
}

function parseBatch(request: HttpRequest, root: string): BatchOperation[] {
  if (request.headers['isolation'] !== undefined) {
    throw new BcError(
      501,
      'BadRequest_NotImplemented',
      'This sandbox runs each operation of a batch as its own transaction.'
    );
  }
  const { requests } = parseJsonObject(request.body);
  if (!Array.isArray(requests)) throw badRequest(`The batch body must have a property 'requests' that is an array.`);
  if (requests.length > LARGEST_BATCH) {
    throw badRequest(`The batch has ${requests.length} operations, but at most ${LARGEST_BATCH} are allowed.`);
  }
  return requests.map((operation: unknown) => parseOperation(request, root, operation));
}

function parseOperation(outer: HttpRequest, root: string, operation: unknown): BatchOperation {
  if (typeof operation !== 'object' || operation === null)
    throw badRequest('Each request of a batch must be an object.');
  const { id, method, url, headers, body } = operation as Record<string, unknown>;
  if (typeof method !== 'string' || typeof url !== 'string') {
    throw badRequest(`Each request of a batch needs a 'method' and a 'url'.`);
  }
  const relative = url.replace(/^\//, '');
  if (/^https?:|^v2\.0\/|^api\/|^\.\.|^\$batch/i.test(relative)) {
    throw badRequest(`The url '${url}' of a batch request must be relative to the API root.`);
  }
  const { path, query } = parseTarget(relative);
  const { prefer: _prefer, 'if-match': _ifMatch, ...inherited } = outer.headers;
  return {
    id: typeof id === 'string' || typeof id === 'number' ? id : null,
    request: {
      method: method.toUpperCase(),
      path: `${root}/${path}`,
      query,
      headers: { ...inherited, ...lowerCaseHeaders(headers) },
      body: body === undefined || body === null ? '' : typeof body === 'string' ? body : JSON.stringify(body),
      origin: outer.origin
    }
  };
}

function lowerCaseHeaders(headers: unknown): Record<string, string> {
  if (typeof headers !== 'object' || headers === null) return {};
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}
