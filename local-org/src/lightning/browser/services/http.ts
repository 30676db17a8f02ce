import type { JsonValue } from '../../protocol/apex.ts';

/** What components get instead of data. Source: https://developer.salesforce.com/docs/platform/lwc/guide/data-error.html */
export interface FetchFailure {
  readonly ok: false;
  readonly status: number;
  readonly statusText: string;
  readonly body: { readonly message: string };
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends a request with a JSON body. Gives the JSON answer (undefined for 204) or throws a FetchFailure. */
export async function request<V>(method: string, path: string, body?: unknown): Promise<V> {
  const response = await send(method, path, body);
  const text = await response.text();
  if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as V;
  throw failure(response.status, response.statusText, errorBody(text, response.status));
}

/** GET with JSON answer. Throws a FetchFailure. */
export function get<V>(path: string): Promise<V> {
  return request<V>('GET', path);
}

async function send(method: string, path: string, body: unknown): Promise<Response> {
  try {
    const json =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
    return await fetch(path, { method, credentials: 'same-origin', ...json });
  } catch {
    throw failure(0, '', { message: 'The server does not answer. Check that it is running, then try again.' });
  }
}

function failure(status: number, statusText: string, body: FetchFailure['body']): FetchFailure {
  return { ok: false, status, statusText: status === 500 ? 'Server Error' : statusText, body, headers: {} };
}

/** The server's JSON error; the REST API's list form `[{message, errorCode}]` is unwrapped. */
function errorBody(text: string, status: number): FetchFailure['body'] {
  try {
    const parsed = JSON.parse(text) as JsonValue;
    const first = Array.isArray(parsed) ? (parsed as readonly JsonValue[])[0] : parsed;
    if (first && typeof first === 'object' && 'message' in first) return first as unknown as FetchFailure['body'];
  } catch {
    // Not JSON: a proxy or a crash speaks; the status says what is known.
  }
  return { message: `The server answered ${status}.` };
}

/** The sentence to show for anything that was thrown: FetchFailure, UI API errors by field, Error. */
export function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  const body = (error as Partial<FetchFailure> | undefined)?.body as ErrorOutput | undefined;
  const details = [...(body?.output?.errors ?? []), ...Object.values(body?.output?.fieldErrors ?? {}).flat()];
  const first = details.map((detail) => detail.message).filter((message) => message);
  if (first.length > 0) return [...new Set(first)].join(' ');
  return body?.message ?? 'Something went wrong.';
}

interface ErrorOutput {
  readonly message?: string;
  readonly output?: {
    readonly errors?: readonly { readonly message: string }[];
    readonly fieldErrors?: Readonly<Record<string, readonly { readonly message: string }[]>>;
  };
}
