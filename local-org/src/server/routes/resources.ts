import type { HttpResult } from '../worker/protocol.js';
import { HttpError, type RouteContext } from './route.js';

/** GET /resource/<name> and /resource/<version>/<name>: a static resource of the project. */
export function getResource(context: RouteContext): HttpResult {
  const name = context.params[0] ?? '';
  const resource = context.tx.org.metadata.staticResource(name);
  if (!resource) throw new HttpError(404, 'NOT_FOUND', `There is no static resource ${name}`);
  return {
    status: 200,
    headers: {
      'Content-Type': resource.contentType,
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      // A resource may be HTML or SVG: scripts in it must not act as the logged-in user.
      'Content-Security-Policy': "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; sandbox"
    },
    body: resource.body
  };
}
