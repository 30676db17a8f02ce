import type { HttpResult } from '../worker/protocol.js';
import { objectDescribe, objectSummary } from './describe/object.js';
import { identityUrl } from './identity.js';
import { readableObject } from './records.js';
import { apiRoot, json, type RouteContext } from './route.js';

/** GET /services/data/v67.0: the resources, and who one is. */
export function resources({ tx, task }: RouteContext): HttpResult {
  const root = apiRoot(task);
  const names = [
    ...['composite', 'jobs', 'limits', 'parameterizedSearch', 'query', 'queryAll', 'recent', 'search', 'sobjects'],
    ...['tabs', 'tooling', 'ui-api']
  ];
  return json(200, {
    ...Object.fromEntries(names.map((name) => [name, `${root}/${name}`])),
    identity: identityUrl(tx)
  });
}

/** GET sobjects: the objects that the user may read. */
export function describeGlobal({ tx, task }: RouteContext): HttpResult {
  const readable = [...tx.org.schema.objects()].filter((model) => tx.user.access.objectAccess(model.name, 'read'));
  const sobjects = readable.map((model) => objectSummary(tx, model, apiRoot(task)));
  return json(200, { encoding: 'UTF-8', maxBatchSize: 200, sobjects });
}

/** GET sobjects/<object>/describe */
export function describeObject({ tx, task, params }: RouteContext): HttpResult {
  return json(200, objectDescribe(tx, readableObject(tx, params[0] ?? ''), apiRoot(task)));
}
