import type { LocalOrg } from '../../org/local-org.js';
import type { Json } from '../json/to-json.js';
import type { HttpResult, HttpTask } from '../worker/protocol.js';
import { InvalidReference, resolveReferences } from './composite-references.js';
import { bodyObject, HttpError, json, type WideContext } from './route.js';

const mostSubrequests = 25;
const mostNodes = 500;

interface Subrequest {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly body: Json;
  readonly headers: readonly (readonly [string, string])[];
}

interface SubResponse {
  readonly body: Json;
  readonly httpHeaders: Record<string, string>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

/** POST composite: requests in order, each of which may refer to the answers of earlier ones; with `allOrNone` in one transaction. */
export async function runComposite(context: WideContext): Promise<HttpResult> {
  const body = bodyObject(context.task);
  const requests = subrequests(body['compositeRequest'], mostSubrequests);
  const compositeResponse =
    body['allOrNone'] === true ? (await allOrNone(context, requests)).responses : await oneByOne(context, requests);
  return json(200, { compositeResponse });
}

/** POST composite/graph: graphs of requests, each of them all or none. */
export async function runGraphs(context: WideContext): Promise<HttpResult> {
  const graphs = bodyObject(context.task)['graphs'];
  if (!Array.isArray(graphs)) throw new HttpError(400, 'MISSING_ARGUMENT', 'The graphs property is required');
  const parsed = graphs.map((graph) => {
    const { graphId, compositeRequest } = objectOf(graph);
    if (typeof graphId !== 'string') throw new HttpError(400, 'MISSING_ARGUMENT', 'The graphId property is required');
    return { graphId, requests: subrequests(compositeRequest, mostNodes) };
  });
  const results: unknown[] = [];
  for (const { graphId, requests } of parsed) {
    const { responses, done } = await allOrNone(context, requests);
    results.push({ graphId, graphResponse: { compositeResponse: responses }, isSuccessful: done });
  }
  return json(200, { graphs: results });
}

async function oneByOne(context: WideContext, requests: readonly Subrequest[]): Promise<SubResponse[]> {
  const answers = new Map<string, Json>();
  const responses: SubResponse[] = [];
  for (const request of requests) {
    const response = await answerOne(context, request, answers);
    if (response.httpStatusCode < 400) answers.set(request.referenceId, response.body);
    responses.push(response);
  }
  return responses;
}

/** Stops at the first failure and undoes what was done; every other request then tells that. */
async function allOrNone(
  context: WideContext,
  requests: readonly Subrequest[]
): Promise<{ readonly responses: SubResponse[]; readonly done: boolean }> {
  return inTransaction(context.org, async () => {
    const answers = new Map<string, Json>();
    const responses: SubResponse[] = [];
    for (const request of requests) {
      const response = await answerOne(context, request, answers);
      if (response.httpStatusCode >= 400 || failedRecords(response.body)) {
        const all = requests.map((one) => (one === request ? response : halted(one.referenceId)));
        return { responses: all, done: false };
      }
      answers.set(request.referenceId, response.body);
      responses.push(response);
    }
    return { responses, done: true };
  });
}

/** Results of a collection with a record that was not saved. */
const failedRecords = (body: Json): boolean =>
  Array.isArray(body) &&
  body.some((one) => typeof one === 'object' && one !== null && 'success' in one && !one['success']);

const halted = (referenceId: string): SubResponse => ({
  body: [
    {
      errorCode: 'PROCESSING_HALTED',
      message: 'The transaction was rolled back since another operation in the same transaction failed.'
    }
  ],
  httpHeaders: {},
  httpStatusCode: 400,
  referenceId
});

/** What the requests inside commit becomes part of one outer transaction, which is kept when all is done. */
async function inTransaction<V extends { readonly done: boolean }>(org: LocalOrg, work: () => Promise<V>): Promise<V> {
  const { connection } = org.data;
  connection.begin();
  let keep = false;
  try {
    const value = await work();
    keep = value.done;
    return value;
  } finally {
    if (keep) connection.commit();
    else connection.abort();
  }
}

async function answerOne(
  { task, answer }: WideContext,
  request: Subrequest,
  answers: ReadonlyMap<string, Json>
): Promise<SubResponse> {
  const { referenceId } = request;
  try {
    const url = String(resolveReferences(request.url, answers));
    const result = await answer(subtask(task, { ...request, url, body: resolveReferences(request.body, answers) }));
    return { body: bodyOf(result), httpHeaders: headersOf(result), httpStatusCode: result.status, referenceId };
  } catch (error) {
    if (!(error instanceof InvalidReference)) throw error;
    const body = [{ errorCode: 'PROCESSING_HALTED', message: error.message }];
    return { body, httpHeaders: {}, httpStatusCode: 400, referenceId };
  }
}

/** A request inside a request, by the same user. `url` is an address of the API with its query. */
export function subtask(outer: HttpTask, inner: Pick<Subrequest, 'method' | 'url' | 'body' | 'headers'>): HttpTask {
  const [path = '', ...query] = inner.url.split('?');
  return {
    ...outer,
    method: inner.method,
    path,
    query: query.join('?'),
    headers: [...outer.headers.filter(([name]) => name.toLowerCase() !== 'content-type'), ...inner.headers],
    body: new TextEncoder().encode(inner.body === null ? '' : JSON.stringify(inner.body))
  };
}

/** The JSON of an answer; null for one without content. */
export function bodyOf(result: HttpResult): Json {
  const text = new TextDecoder().decode(result.body);
  if (text === '') return null;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

const headersOf = ({ headers }: HttpResult): Record<string, string> =>
  headers['Location'] === undefined ? {} : { Location: headers['Location'] };

const objectOf = (value: Json | undefined): Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};

function subrequests(list: Json | undefined, most: number): Subrequest[] {
  if (!Array.isArray(list)) throw new HttpError(400, 'MISSING_ARGUMENT', 'The compositeRequest property is required');
  if (list.length > most) {
    throw new HttpError(400, 'LIMIT_EXCEEDED', `The request can contain up to ${most} subrequests`);
  }
  const seen = new Set<string>();
  return list.map((one) => {
    const { method, url, referenceId, body, httpHeaders } = objectOf(one);
    if (typeof method !== 'string' || typeof url !== 'string' || typeof referenceId !== 'string') {
      throw new HttpError(400, 'MISSING_ARGUMENT', 'Each subrequest needs a method, a url and a referenceId');
    }
    if (seen.has(referenceId)) {
      throw new HttpError(400, 'INVALID_INPUT', `Duplicate referenceId provided in the request: ${referenceId}`);
    }
    seen.add(referenceId);
    if (!/^\/services\/(?:data|apexrest)\//.test(url) || /\/composite\/?$/.test(url)) {
      throw new HttpError(400, 'INVALID_INPUT', `The url ${url} cannot be part of a composite request`);
    }
    const headers = Object.entries(objectOf(httpHeaders)).map(([name, value]): [string, string] => [
      name,
      String(value)
    ]);
    return { method, url, referenceId, body: body ?? null, headers };
  });
}
