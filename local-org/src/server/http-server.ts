import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { LightningDev } from '../lightning/dev.js';
import { isShellRoute } from '../lightning/protocol.js';
import type { Comet } from './comet.js';
import type { EventStreams } from './event-streams.js';
import { forward } from './forward.js';
import { decodePath, refuseForeign, requestUrl } from './gate.js';
import { frontDoor, singleAccess } from './login/front-door.js';
import { answerOAuth } from './login/oauth.js';
import type { WorkerPool } from './pool.js';
import { restError, sendJson } from './replies.js';
import { BodyTooLarge, readBody } from './request-body.js';
import type { Session, Sessions } from './sessions.js';
import type { ShellPages } from './shell-pages.js';
import { answerSoap } from './soap/front.js';
import { sendFile, staticFile } from './static-files.js';
import { answerTestRun } from './tooling/test-routes.js';
import type { TestRuns } from './tooling/test-runs.js';
import { apiVersions } from './versions.js';

export interface HttpParts {
  readonly pool: WorkerPool;
  readonly sessions: Sessions;
  readonly streams: EventStreams;
  readonly pages: ShellPages;
  readonly comet: Comet;
  readonly tests: TestRuns;
}

/** Characters of an address with its query. */
const longestUri = 16_384;

/** What one bulk job may upload: 150 MB of CSV. */
const longestUpload = 150_000_000;

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
  // https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
  if ((request.url ?? '').length > longestUri)
    return sendJson(response, 414, restError('URI Too Long', 'URI_TOO_LONG'));
  const url = requestUrl(request);
  const path = decodePath(url.pathname);
  if (path === undefined) return sendJson(response, 400, restError('Malformed path', 'BAD_REQUEST'));
  const isGet = request.method === 'GET' || request.method === 'HEAD';

  const { bundle, dev } = parts.pages;
  if (isGet && dev && (await passedOn(dev, request, response))) return;
  if (isGet && isShellRoute(path)) return sendShell(parts, request, response);
  const file = isGet && typeof bundle === 'string' ? staticFile(bundle, path) : undefined;
  if (file) return sendFile(response, file);
  if (path === '/lightning/session' && request.method === 'POST') return logIn(parts, request, response);
  const endpoint = /^\/services\/oauth2\/(\w+)$/.exec(path)?.[1];
  if (endpoint !== undefined && (await answerOAuth(parts, { request, response, url }, endpoint))) return;
  if (path === '/secur/frontdoor.jsp' && isGet) return frontDoor(parts.sessions, url, response);
  if (/^\/services\/data\/?$/.test(path)) return sendJson(response, 200, apiVersions);
  const soap = /^\/services\/Soap\/(\w)\/\d+\.\d/.exec(path)?.[1];
  if (soap !== undefined && request.method === 'POST') {
    return answerSoap(parts.pool, parts.sessions, { request, response, url, headers: {} }, soap);
  }

  const session = parts.sessions.of(request);
  if (path === '/lightning/bootstrap' && !session) {
    const visitor = await openDefault(parts);
    const headers = { 'Set-Cookie': parts.sessions.setCookie(visitor) };
    return forward(parts.pool, { request, response, url, session: visitor, headers });
  }
  if (!session) {
    return sendJson(response, 401, restError('Session expired or invalid', 'INVALID_SESSION_ID'));
  }
  if (path === '/services/oauth2/singleaccess') {
    return singleAccess(parts.sessions, session, url.origin, url.searchParams.get('redirect_uri'), response);
  }
  if (path === '/lightning/events' && isGet) {
    return parts.streams.subscribe(url.searchParams.get('channel') ?? '', response);
  }
  if (/^\/cometd\/\d+\.\d/.test(path) && request.method === 'POST') return parts.comet.handle(request, response);
  const exchange = { request, response, url, session, headers: {} };
  const tests = /^\/services\/data\/v\d+\.\d\/tooling\/runTests(Asynchronous|Synchronous)\/?$/.exec(path)?.[1];
  if (tests !== undefined && request.method === 'POST') return answerTestRun(parts.pool, parts.tests, exchange, tests);
  if (/\/jobs\/ingest\/\w+\/batches\/?$/.test(path)) {
    return forward(parts.pool, exchange, await readBody(request, longestUpload));
  }
  return forward(parts.pool, exchange);
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

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
