import { afterEach } from 'vitest';
import type { RunningSandboxErp, SandboxErpOptions } from '../src/sandboxErp.js';
import { startSandboxErp } from '../src/sandboxErp.js';
import { Ledger } from '../src/ledger/ledger.js';
import type { SeedName } from '../src/seed/seed.js';
import { seedLedger } from '../src/seed/seed.js';

export const COMPANY_ID = '5f3a1c7e-2b64-4d0e-9a51-8c1f0d2e6b10';

type Json = Record<string, unknown>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
  readonly text: string;
}

const running: RunningSandboxErp[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((erp) => erp.close()));
});

/** A ledger in memory whose clock stands at noon of the given day. */
export function testLedger(seed: SeedName = 'empty', today = '2026-11-21'): Ledger {
  const ledger = new Ledger(':memory:', () => new Date(`${today}T12:00:00.000Z`));
  seedLedger(ledger, seed);
  return ledger;
}

/** A running sandbox with an authorised client; it is closed after the test. */
export async function testErp(options: Partial<SandboxErpOptions> = {}): Promise<TestClient> {
  const erp = await startSandboxErp({ port: 0, dataDir: ':memory:', ...options });
  running.push(erp);
  const client = new TestClient(erp);
  await client.authorize();
  return client;
}

/** Talks to a running sandbox the way a client of the vendor's API does. */
export class TestClient {
  readonly erp: RunningSandboxErp;
  #token = '';

  constructor(erp: RunningSandboxErp) {
    this.erp = erp;
  }

  async authorize(secret = 'sandbox-secret', id = 'handoff-demo'): Promise<Answer> {
    const answer = await this.raw('POST', '/my-tenant/oauth2/v2.0/token', {
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret })
    });
    if (answer.status === 200) this.#token = String(answer.body['access_token']);
    return answer;
  }

  async raw(method: string, path: string, init: RequestInit = {}): Promise<Answer> {
    const url = path.startsWith('http') ? path : this.erp.url + path;
    const response = await fetch(url, { method, ...init });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') && text !== '' && isJson(text);
    return { status: response.status, headers: response.headers, body: json ? (JSON.parse(text) as Json) : {}, text };
  }

  /** A call of API v2.0 below the company; an absolute url is taken as it is. */
  call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.api(method, path.startsWith('http') ? path : `companies(${COMPANY_ID})/${path}`, body, headers);
  }

  /** A call below the root of API v2.0. */
  api(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const url = path.startsWith('http') ? path : `/v2.0/my-tenant/production/api/v2.0/${path}`;
    return this.#authorized(method, url, body, headers);
  }

  analytics(query = '', headers: Record<string, string> = {}): Promise<Answer> {
    const root = '/v2.0/my-tenant/production/api/microsoft/analytics/v1.0';
    return this.#authorized(
      'GET',
      `${root}/companies(${COMPANY_ID})/customerLedgerEntries${query}`,
      undefined,
      headers
    );
  }

  batch(operations: readonly Json[], headers: Record<string, string> = {}): Promise<Answer> {
    const requests = operations.map((operation, index) => ({ id: String(index + 1), ...operation }));
    return this.api('POST', '$batch', { requests }, headers);
  }

  control(method: string, path: string, body?: unknown): Promise<Answer> {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    return this.raw(method, `/sandbox/${path}`, init);
  }

  fault(fault: Json): Promise<Answer> {
    return this.control('POST', 'faults', fault);
  }

  /** Creates an order of one harbor light for Brightwater Marine unless told otherwise. */
  async order(values: Json = {}): Promise<Json> {
    const line = { lineType: 'Item', lineObjectNumber: 'HL-100', quantity: 1, unitPrice: 180 };
    const answer = await this.call('POST', 'salesOrders', {
      customerNumber: '10000',
      salesOrderLines: [line],
      ...values
    });
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body;
  }

  async customer(number: string, query = ''): Promise<Json> {
    const answer = await this.call('GET', `customers?$filter=number eq '${number}'${query}`);
    return list(answer)[0] ?? {};
  }

  /** How many orders and invoices carry this external document number. */
  async arrived(externalDocumentNumber: string): Promise<{ readonly orders: Json[]; readonly invoices: Json[] }> {
    const answer = await this.control('GET', `orders?externalDocumentNumber=${externalDocumentNumber}`);
    return answer.body as { orders: Json[]; invoices: Json[] };
  }

  #authorized(method: string, url: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const authorization = { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' };
    return this.raw(method, url, { ...sent, headers: { ...authorization, ...headers } });
  }
}

export function list(answer: Answer): Json[] {
  return (answer.body['value'] ?? []) as Json[];
}

export function responses(answer: Answer): { readonly id: unknown; readonly status: number; readonly body: Json }[] {
  return answer.body['responses'] as { id: unknown; status: number; body: Json }[];
}

/** Status, code and message of an error, without the correlation id at its end. */
export function errorOf(answer: { readonly status: number; readonly body: Json }) {
  const error = (answer.body['error'] ?? {}) as { code?: string; message?: string };
  return { status: answer.status, code: error.code, message: error.message?.replace(/ {2}CorrelationId: {2}.*$/, '') };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
