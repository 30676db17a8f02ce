import { restFailure } from '../routes/failures.js';
import { HttpError, type Route } from '../routes/route.js';
import { routes } from '../routes/table.js';
import { idOf } from '../../async/job-rows.js';
import type { LocalOrg } from '../../org/local-org.js';
import type { HttpResult, HttpTask } from './protocol.js';

/** Answers a request as the session's user, in one transaction unless its route is a wide one; an error rolls it back. */
export async function answerHttp(org: LocalOrg, task: HttpTask): Promise<HttpResult> {
  if (!isActive(org, task.userId)) {
    return restFailure(new HttpError(401, 'INVALID_SESSION_ID', 'Session expired or invalid'));
  }
  const route = routeOf(task);
  if (route instanceof HttpError) return restFailure(route);
  const groups = (route.pattern.exec(task.path) ?? []).slice(1);
  const params = groups.flatMap((part) => (part === undefined ? [] : [decoded(part)]));
  const query = new URLSearchParams(task.query);
  try {
    if (route.origin === null)
      return await route.handle({ org, task, query, params, answer: (other) => answerHttp(org, other) });
    return org.run({ userId: idOf(task.userId), origin: { kind: route.origin } }, (tx) =>
      route.handle({
        org,
        tx,
        task,
        query,
        metadata: org.metadata,
        sources: org.options.sources,
        params
      })
    );
  } catch (error) {
    return route.failed(error);
  }
}

/** HEAD is answered as GET, without its body. Clients that know GET and POST only name the method in `_HttpMethod`. */
function routeOf(task: HttpTask): Route | HttpError {
  const asked = task.method === 'HEAD' ? 'GET' : (new URLSearchParams(task.query).get('_HttpMethod') ?? task.method);
  const fitting = routes.filter((route) => route.pattern.test(task.path));
  const route = fitting.find((one) => one.method === asked || one.method === '*');
  if (route) return route;
  if (fitting.length === 0) return new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
  const allowed = [...new Set(fitting.map((one) => one.method))].join(',');
  return new HttpError(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${task.method}' not allowed. Allowed are ${allowed}`);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A session outlives neither its user nor its user's being active. */
function isActive(org: LocalOrg, userId: string): boolean {
  return org.data.connection.get('SELECT 1 FROM "User" WHERE "Id" = ? AND "IsActive" = 1', [userId]) !== undefined;
}
