import { AnonymousFailure } from '../routes/tooling.js';
import { restFailure } from '../routes/failures.js';
import { HttpError, json } from '../routes/route.js';
import { routes } from '../routes/table.js';
import { idOf } from '../../async/job-rows.js';
import type { LocalOrg } from '../compose.js';
import type { HttpResult, HttpTask } from './protocol.js';

/** Answers a request as the session's user, in one transaction; an error rolls it back. */
export async function answerHttp(org: LocalOrg, task: HttpTask): Promise<HttpResult> {
  const fitting = routes.filter((route) => route.pattern.test(task.path));
  const route = fitting.find((one) => one.method === task.method || one.method === '*');
  if (!route) {
    const error =
      fitting.length > 0
        ? new HttpError(
            405,
            'METHOD_NOT_ALLOWED',
            `HTTP Method '${task.method}' not allowed. Allowed are ${fitting.map((one) => one.method).join(',')}`
          )
        : new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
    return restFailure(error);
  }
  const params = (route.pattern.exec(task.path) ?? []).slice(1).flatMap((part) => (part === undefined ? [] : [part]));
  const query = new URLSearchParams(task.query);
  const source = route.origin === 'anonymous' ? query.get('anonymousBody') : null;
  try {
    const anonymous = source === null ? null : await org.code.compileAnonymous(source);
    return org.run({ userId: idOf(task.userId), origin: { kind: route.origin } }, (tx) =>
      route.handle({
        tx,
        task,
        query,
        metadata: org.metadata,
        sources: org.options.sources,
        params,
        anonymous
      })
    );
  } catch (error) {
    if (error instanceof AnonymousFailure) return json(200, error.result);
    return route.failed(error);
  }
}
