/** A request as the routes see it, also for one operation inside a batch. Header names are lower case. */
export interface HttpRequest {
  readonly method: string;
  /** Decoded path without the query. */
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Scheme and host that the client used, for absolute links. */
  readonly origin: string;
}

export interface HttpReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; undefined sends no body. */
  readonly body?: unknown;
  /** Sent as it is, with the content type of the headers. */
  readonly text?: string;
}

/** What becomes of a request: an answer, or a connection that ends without one. */
export type Outcome = HttpReply | 'drop';

/** Splits a target into its decoded path and query; a malformed escape is left as it is. */
export function parseTarget(target: string): Pick<HttpRequest, 'path' | 'query'> {
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  const query = new Map<string, string>();
  for (const pair of mark < 0 ? [] : target.slice(mark + 1).split('&')) {
    const equals = pair.indexOf('=');
    if (pair === '') continue;
    const name = equals < 0 ? pair : pair.slice(0, equals);
    const value = equals < 0 ? '' : pair.slice(equals + 1);
    query.set(decode(name), decode(value.replaceAll('+', ' ')));
  }
  return { path: decode(path), query };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
