import type { IncomingMessage } from 'node:http';

/**
 * Only pages of this server may use a browser's session: a request that names another host (DNS rebinding) or comes from
 * another origin is refused.
 */
export function refuseForeign(request: IncomingMessage): string | undefined {
  const local = (host: string) => /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(host);
  const host = request.headers.host ?? '';
  if (!local(host)) return `This server answers to localhost only, not to ${host}`;
  const origin = request.headers.origin;
  if (origin === undefined || request.method === 'GET' || request.method === 'HEAD') return undefined;
  return origin === `http://${host}` ? undefined : `Requests from ${origin} are not allowed`;
}

/** The address that was asked for. Clients that join an instance URL ending in a slash with a path send `//services/data`. */
export function requestUrl(request: IncomingMessage): URL {
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  const clean = path.replace(/\/{2,}/g, '/') + (query.length > 0 ? `?${query.join('?')}` : '');
  return new URL(clean, `http://${request.headers.host}`);
}

/** The path with its escapes resolved; undefined when they are malformed. */
export function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
