import { HttpError } from '../../org/http-error.js';
export { HttpError } from '../../org/http-error.js';
import type { LocalOrg } from '../../org/local-org.js';
import type { Transaction, TransactionOrigin } from '../../kernel/services.js';
import type { MetadataSource } from '../../lightning/metadata-source.js';
import type { HttpResult, HttpTask } from '../worker/protocol.js';
import type { Json } from '../json/to-json.js';

/** Root of the REST API, without a trailing slash. */
export const API_ROOT = '/services/data/v67.0';

/** What a route handler gets: the request, and the transaction in which it runs as the session's user. */
export interface RouteContext {
  readonly org: LocalOrg;
  readonly tx: Transaction;
  readonly task: HttpTask;
  readonly query: URLSearchParams;
  readonly metadata: MetadataSource;
  /** Folders of the project, for what pages are made of. */
  readonly sources: readonly string[];
  /** Decoded groups of the route's pattern. */
  readonly params: readonly string[];
}

/** What a handler gets that makes transactions of its own: several, or none. */
export interface WideContext {
  readonly org: LocalOrg;
  readonly task: HttpTask;
  readonly query: URLSearchParams;
  /** Decoded groups of the route's pattern. */
  readonly params: readonly string[];
  /** Answers another request as part of this one. */
  readonly answer: (task: HttpTask) => Promise<HttpResult>;
}

interface RouteAddress {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | '*';
  readonly pattern: RegExp;
  /** How an error of this route is answered; its transaction has been rolled back. */
  readonly failed: (error: unknown) => HttpResult;
}

export interface PlainRoute extends RouteAddress {
  readonly origin: Extract<TransactionOrigin['kind'], 'aura' | 'rest' | 'sync'>;
  readonly handle: (context: RouteContext) => HttpResult;
}

export interface WideRoute extends RouteAddress {
  readonly origin: null;
  readonly handle: (context: WideContext) => HttpResult | Promise<HttpResult>;
}

export type Route = PlainRoute | WideRoute;

/** Root of the API in the version that the request names. */
export function apiRoot(task: HttpTask): string {
  return /^\/services\/data\/v\d+\.\d/.exec(task.path)?.[0] ?? API_ROOT;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function json(status: number, body: unknown): HttpResult {
  return {
    status,
    headers: { 'Content-Type': 'application/json;charset=UTF-8', 'Cache-Control': 'no-store' },
    body: encoder.encode(JSON.stringify(body))
  };
}

export const noContent: HttpResult = { status: 204, headers: {}, body: new Uint8Array() };

/** The body as JSON object; throws a 400 when it is none. An empty body is an empty object. */
export function bodyObject(task: HttpTask): Record<string, Json> {
  const text = decoder.decode(task.body);
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new HttpError(400, 'JSON_PARSER_ERROR', error instanceof Error ? error.message : 'The body is no JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new HttpError(400, 'JSON_PARSER_ERROR', 'The body must be a JSON object');
  }
  return value as Record<string, Json>;
}
