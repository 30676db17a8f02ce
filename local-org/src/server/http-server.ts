import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { LightningDev } from '../lightning/dev.js';
import { isShellRoute } from '../lightning/protocol.js';
import type { EventStreams } from './event-streams.js';
import type { WorkerPool } from './pool.js';
import { restError, sendJson } from './replies.js';
import { BodyTooLarge, readBody } from './request-body.js';
import type { Session, Sessions } from './sessions.js';
import type { ShellPages } from './shell-pages.js';
import { sendFile, staticFile } from './static-files.js';

export interface HttpParts {
  readonly pool: WorkerPool;
  readonly sessions: Sessions;
  readonly streams: EventStreams;
  readonly pages: ShellPages;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** The HTTP side of the org: sessions, the Lightning bundle and event streams here, everything else in the workers. */
export function httpHandler(parts: HttpParts): Handler {
  return (request, response) => {
    answer(parts, request, response).catch((error: Error) => {
      const status = error instanceof BodyTooLarge ? 413 : 500;
      sendJson(
        response,
        status,
        restError(error.message, status === 413 ? 'REQUEST_LIMIT_EXCEEDED' : 'UNKNOWN_EXCEPTION')
      );
    });
  };
}

async function answer(parts: HttpParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refusal = refuseForeign(request);
  if (refusal) return sendJson(response, 403, restError(refusal, 'FORBIDDEN'));
  const url = new URL(request.url ?? '/', 'http://localhost');
  const path = decodePath(url.pathname);
  if (path === undefined) return sendJson(response, 400, restError('Malformed path', 'BAD_REQUEST'));
  const isGet = request.method === 'GET' || request.method === 'HEAD';

  const { bundle, dev } = parts.pages;
  if (isGet && dev && (await passedOn(dev, request, response))) return;
  if (isGet && isShellRoute(path)) return sendShell(parts, request, response);
  const file = isGet && typeof bundle === 'string' ? staticFile(bundle, path) : undefined;
  if (file) return sendFile(response, file);
  if (path === '/lightning/session' && request.method === 'POST') return logIn(parts, request, response);
  if (path === '/services/oauth2/token' && request.method === 'POST') return issueToken(parts, request, response);
  if (path === '/services/data' || path === '/services/data/') return sendJson(response, 200, versions);

  const session = parts.sessions.of(request);
  if (path === '/lightning/bootstrap' && !session) {
    const visitor = await openDefault(parts);
    const headers = { 'Set-Cookie': parts.sessions.setCookie(visitor) };
    return forward(parts.pool, { request, response, url, path, session: visitor, headers });
  }
  if (!session) {
    return sendJson(response, 401, restError('Session expired or invalid', 'INVALID_SESSION_ID'));
  }
  if (path === '/lightning/events' && isGet) {
    return parts.streams.subscribe(url.searchParams.get('channel') ?? '', response);
  }
  return forward(parts.pool, { request, response, url, path, session, headers: {} });
}

const versions = [{ label: "Summer '26", url: '/services/data/v67.0', version: '67.0' }];

/**
 * Only pages of this server may use a browser's session: a request that names another host (DNS rebinding) or comes from
 * another origin is refused.
 */
function refuseForeign(request: IncomingMessage): string | undefined {
  const local = (host: string) => /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(host);
  const host = request.headers.host ?? '';
  if (!local(host)) return `This server answers to localhost only, not to ${host}`;
  const origin = request.headers.origin;
  if (origin === undefined || request.method === 'GET' || request.method === 'HEAD') return undefined;
  return origin === `http://${host}` ? undefined : `Requests from ${origin} are not allowed`;
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** True when the development pages have taken the request. */
function passedOn(dev: LightningDev, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  return new Promise((resolve) => {
    response.once('close', () => resolve(true));
    dev.middleware(request, response, () => resolve(false));
  });
}

async function sendShell(parts: HttpParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { bundle } = parts.pages;
  if (typeof bundle !== 'string') {
    response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
    return void response.end(`The Lightning pages of this project do not build.\n\n${bundle.error}\n`);
  }
  const known = parts.sessions.of(request);
  const headers: Record<string, string> = known
    ? {}
    : { 'Set-Cookie': parts.sessions.setCookie(await openDefault(parts)) };
  sendFile(response, join(bundle, 'index.html'), headers);
}

async function openDefault(parts: HttpParts): Promise<Session> {
  const user = await parts.pool.run({ kind: 'login', username: null });
  if (!user) throw new Error('The org has no active user');
  return parts.sessions.open(user.userId);
}

async function logIn(parts: HttpParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = parseJson(await readBody(request));
  const username = (body as { username?: unknown } | undefined)?.username;
  if (typeof username !== 'string') return sendJson(response, 400, { message: 'A username is expected' });
  const user = await parts.pool.run({ kind: 'login', username });
  if (!user) return sendJson(response, 404, { message: `There is no active user ${username}` });
  response.writeHead(204, { 'Set-Cookie': parts.sessions.setCookie(parts.sessions.open(user.userId)) }).end();
}

/** The OAuth user-name flow, for API clients such as jsforce. The org is local: there are no passwords. */
async function issueToken(parts: HttpParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = new URLSearchParams(new TextDecoder().decode(await readBody(request)));
  const user = await parts.pool.run({ kind: 'login', username: form.get('username') });
  if (!user) {
    return sendJson(response, 400, { error: 'invalid_grant', error_description: 'authentication failure' });
  }
  const root = `http://${request.headers.host}`;
  sendJson(response, 200, {
    access_token: parts.sessions.open(user.userId).id,
    instance_url: root,
    id: `${root}/id/${user.userId}`,
    token_type: 'Bearer',
    issued_at: String(Date.now())
  });
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  /** Decoded. */
  readonly path: string;
  readonly session: Session;
  /** Sent beside the worker's own. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Headers that stay in this thread: they carry the session. */
const ownHeaders = new Set(['cookie', 'authorization']);

async function forward(pool: WorkerPool, { request, response, url, path, session, headers }: Exchange): Promise<void> {
  const result = await pool.run({
    kind: 'http',
    method: request.method ?? 'GET',
    path,
    query: url.search.slice(1),
    headers: Object.entries(request.headers)
      .filter(([name]) => !ownHeaders.has(name))
      .map(([name, value]): [string, string] => [name, String(value)]),
    body: await readBody(request),
    userId: session.userId,
    sessionId: session.id
  });
  response.writeHead(result.status, { ...result.headers, ...headers });
  response.end(result.body);
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
