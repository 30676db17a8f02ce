import type { Json } from '../json/to-json.js';
import type { HttpResult } from '../worker/protocol.js';
import { bodyOf, subtask } from './composite.js';
import { bodyObject, HttpError, json, type WideContext } from './route.js';

const mostRequests = 25;

/**
 * POST composite/batch: independent requests, each in its own transaction.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_batch.htm
 */
export async function runBatch({ task, answer }: WideContext): Promise<HttpResult> {
  const body = bodyObject(task);
  const list = body['batchRequests'];
  if (!Array.isArray(list)) throw new HttpError(400, 'MISSING_ARGUMENT', 'The batchRequests property is required');
  if (list.length > mostRequests) {
    throw new HttpError(400, 'LIMIT_EXCEEDED', `The request can contain up to ${mostRequests} subrequests`);
  }
  const results: { readonly statusCode: number; readonly result: Json }[] = [];
  let failed = false;
  for (const one of list) {
    if (failed && body['haltOnError'] === true) {
      const halted = [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }];
      results.push({ statusCode: 412, result: halted });
      continue;
    }
    const { method, url, richInput } = one as Readonly<Record<string, Json | undefined>>;
    if (typeof method !== 'string' || typeof url !== 'string') {
      throw new HttpError(400, 'MISSING_ARGUMENT', 'Each subrequest needs a method and a url');
    }
    const address = url.startsWith('/services/') ? url : `/services/data/${url.replace(/^\//, '')}`;
    const result = await answer(subtask(task, { method, url: address, body: richInput ?? null, headers: [] }));
    failed ||= result.status >= 400;
    results.push({ statusCode: result.status, result: bodyOf(result) });
  }
  return json(200, { hasErrors: failed, results });
}
