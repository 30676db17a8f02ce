import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Companies } from './companies.js';
import type { ControlApi } from './control/controlApi.js';
import { readState } from './control/state.js';
import type { BusinessCentral } from './dialects/business-central/dialect.js';
import type { FaultDesk } from './faults/faultDesk.js';
import type { HttpReply, HttpRequest, Outcome } from './http.js';
import { parseTarget } from './http.js';
import { renderPage } from './page/render.js';

const LARGEST_BODY = 20 * 1024 * 1024;

/** The parts behind the one port. */
export interface SandboxParts {
  readonly companies: Companies;
  readonly faults: FaultDesk;
  readonly control: ControlApi;
  readonly businessCentral: BusinessCentral;
}

export interface Listening {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves the page, the control API and the dialects. */
export function listen(parts: SandboxParts, port: number, host: string): Promise<Listening> {
  const server = createServer((incoming, response) => {
    void serve(parts, incoming, response);
  });
  server.keepAliveTimeout = 30_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      const name = host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host;
      resolve({
        url: `http://${name}:${address.port}`,
        port: address.port,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          })
      });
    });
  });
}

async function serve(parts: SandboxParts, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(incoming);
  if (body === 'aborted') return;
  if (body === 'tooLarge') return send(response, { status: 413, body: { error: 'The request body is too large.' } });
  const { host: requestHost = 'localhost' } = incoming.headers;
  const request: HttpRequest = {
    method: incoming.method ?? 'GET',
    ...parseTarget(incoming.url ?? '/'),
    headers: flatHeaders(incoming),
    body: body.text,
    origin: `http://${requestHost}`
  };
  try {
    const outcome = await answer(parts, request);
    if (outcome === 'drop') incoming.socket.destroy();
    else send(response, outcome);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    send(response, { status: 500, body: { error: 'The sandbox ERP failed; its log has the details.' } });
  }
}

async function answer(parts: SandboxParts, request: HttpRequest): Promise<Outcome> {
  if (request.path.startsWith('/sandbox/')) return parts.control.handle(request);
  if (parts.businessCentral.owns(request.path)) return parts.businessCentral.handle(request);
  if (request.path === '/' && request.method === 'GET') {
    const { companies } = parts;
    const company = companies.byId(request.query.get('company') ?? '') ?? companies.first;
    const html = renderPage(readState(company.ledger), parts.faults.list(), companies.all);
    return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, text: html };
  }
  return { status: 404, body: { error: `Nothing is served at ${request.path}.` } };
}

function readBody(incoming: IncomingMessage): Promise<{ readonly text: string } | 'tooLarge' | 'aborted'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST_BODY) chunks.push(chunk);
    });
    incoming.on('end', () =>
      resolve(size > LARGEST_BODY ? 'tooLarge' : { text: Buffer.concat(chunks).toString('utf8') })
    );
    incoming.on('error', () => resolve('aborted'));
  });
}

function flatHeaders(incoming: IncomingMessage): Record<string, string> {
  const entries = Object.entries(incoming.headers).map(([name, value]) => [name, String(value ?? '')] as const);
  return Object.fromEntries(entries);
}

function send(response: ServerResponse, reply: HttpReply): void {
  const text = reply.text ?? (reply.body === undefined ? undefined : JSON.stringify(reply.body));
  const type = text === undefined ? {} : { 'content-type': 'application/json; odata.metadata=minimal; charset=utf-8' };
  response.writeHead(reply.status, { ...type, ...reply.headers });
  response.end(text);
}
