import { idOf } from '../../async/job-rows.js';
import type { HttpResult } from '../worker/protocol.js';
import { executeAnonymous } from './anonymous.js';
import { bodyObject, HttpError, json, type WideContext } from './route.js';

/** GET tooling/executeAnonymous?anonymousBody=, and POST with it in the body. */
export async function runAnonymous({ org, task, query }: WideContext): Promise<HttpResult> {
  const source = query.get('anonymousBody') ?? bodyObject(task)['anonymousBody'];
  if (typeof source !== 'string') throw new HttpError(400, 'MISSING_ARGUMENT', 'anonymousBody is missing');
  return json(200, (await executeAnonymous(org, idOf(task.userId), source, null)).result);
}
