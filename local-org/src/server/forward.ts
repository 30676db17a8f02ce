import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WorkerPool } from './pool.js';
import { readBody } from './request-body.js';
import type { Session } from './sessions.js';
import type { HttpResult, HttpTask } from './worker/protocol.js';

/** A request on its way to a worker. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly session: Session;
  /** Sent beside the worker's own. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Headers that stay in this thread: they carry the session. */
const ownHeaders = new Set(['cookie', 'authorization', 'x-sfdc-session']);

/** Lets a worker answer the request. `body`: what was read of it already. */
export async function forward(pool: WorkerPool, exchange: Exchange, body?: Uint8Array): Promise<void> {
  send(exchange, await pool.run(taskOf(exchange, body ?? (await readBody(exchange.request)))));
}

export function taskOf({ request, url, session }: Exchange, body: Uint8Array): HttpTask {
  return {
    kind: 'http',
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.search.slice(1),
    headers: Object.entries(request.headers)
      .filter(([name]) => !ownHeaders.has(name))
      .map(([name, value]): [string, string] => [name, String(value)]),
    body,
    userId: session.userId,
    sessionId: session.id
  };
}

export function send({ response, headers }: Exchange, result: HttpResult): void {
  response.writeHead(result.status, { ...result.headers, ...headers });
  response.end(result.body);
}
