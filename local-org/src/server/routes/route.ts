import type { AnonymousCode } from '../../code/loaded-code.js';
import type { Transaction, TransactionOrigin } from '../../kernel/services.js';
import type { MetadataSource } from '../../lightning/metadata-source.js';
import type { HttpResult, HttpTask } from '../worker/protocol.js';
import type { Json } from '../json/to-json.js';

/** Root of the REST API, without a trailing slash. */
export const API_ROOT = '/services/data/v67.0';

/** What a route handler gets: the request, and the transaction in which it runs as the session's user. */
export interface RouteContext {
  readonly tx: Transaction;
  readonly task: HttpTask;
  readonly query: URLSearchParams;
  readonly metadata: MetadataSource;
  /** Folders of the project, for what pages are made of. */
  readonly sources: readonly string[];
  /** Decoded groups of the route's pattern. */
  readonly params: readonly string[];
  /** The compiled `anonymousBody` of the query, where there is one: compiling does not fit into a transaction. */
  readonly anonymous: AnonymousCode | null;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | '*';
  readonly pattern: RegExp;
  readonly origin: Extract<TransactionOrigin['kind'], 'aura' | 'rest' | 'sync' | 'anonymous'>;
  readonly handle: (context: RouteContext) => HttpResult;
  /** How an error of this route is answered; the transaction has been rolled back. */
  readonly failed: (error: unknown) => HttpResult;
}

/** A request that cannot be answered as asked. `code` is the API's error code. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
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
