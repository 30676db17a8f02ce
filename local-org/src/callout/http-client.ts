import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';

export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

export interface WireResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
}

/** A request that got no usable answer; the message is that of the System.CalloutException. */
export class WireFailure extends Error {}

/**
 * One HTTP exchange, as the platform's client does it: no redirect is followed, a status of 400 and above is an answer like
 * any other, and the time-out covers the whole exchange. Connections are not kept: a callout to a server that was restarted
 * must not fail on a stale socket.
 */
export function exchange(request: WireRequest): Promise<WireResponse> {
  if (request.body.length > request.maxBytes) {
    return Promise.reject(
      new WireFailure(`Exceeded max size limit of ${request.maxBytes} with request size ${request.body.length}`)
    );
  }
  const url = parse(request.url);
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const outgoing = send(url, { method: request.method, agent: false, headers: headerObject(request) });
    const timer = setTimeout(() => outgoing.destroy(new WireFailure('Read timed out')), request.timeoutMs);
    outgoing.on('error', (error) => {
      clearTimeout(timer);
      reject(asFailure(error, url));
    });
    outgoing.on('response', (response) => {
      receive(response, request.maxBytes).then(
        (body) => {
          clearTimeout(timer);
          resolve({
            status: response.statusCode ?? 0,
            statusText: response.statusMessage ?? '',
            headers: headerPairs(response),
            body
          });
        },
        (error: Error) => {
          clearTimeout(timer);
          outgoing.destroy();
          reject(asFailure(error, url));
        }
      );
    });
    outgoing.end(request.body);
  });
}

function parse(text: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new WireFailure(`Invalid URL: ${text}`);
  }
  if (url.protocol === 'http:' || url.protocol === 'https:') return url;
  throw new WireFailure(`unknown protocol: ${url.protocol.slice(0, -1)}`);
}

function headerObject(request: WireRequest): Record<string, string> {
  const headers: Record<string, string> = {};
  // The length is ours to state, whatever the request says.
  const ours = ['content-length', 'transfer-encoding'];
  for (const [name, value] of request.headers) if (!ours.includes(name.toLowerCase())) headers[name] = value;
  const has = (name: string) => Object.keys(headers).some((key) => key.toLowerCase() === name);
  if (!has('user-agent')) headers['User-Agent'] = 'SFDC-Callout/67.0';
  if (!has('accept')) headers['Accept'] = 'text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2';
  const bodyless = request.method === 'GET' || request.method === 'HEAD';
  if (request.body.length > 0 || !bodyless) {
    headers['Content-Length'] = String(request.body.length);
  }
  return headers;
}

async function receive(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) {
      const announced = Number(response.headers['content-length'] ?? 0);
      throw new WireFailure(
        `Exceeded max size limit of ${maxBytes} with response size ${Math.max(size, announced || 0)}`
      );
    }
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function headerPairs(response: IncomingMessage): [string, string][] {
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < response.rawHeaders.length; at += 2) {
    pairs.push([response.rawHeaders[at] ?? '', response.rawHeaders[at + 1] ?? '']);
  }
  return pairs;
}

/** Node's error codes in the words of the Java client that the platform uses. */
function asFailure(error: Error & { code?: string }, url: URL): WireFailure {
  if (error instanceof WireFailure) return error;
  switch (error.code) {
    case 'ECONNREFUSED':
      return new WireFailure('Connection refused');
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new WireFailure(url.hostname);
    case 'ETIMEDOUT':
      return new WireFailure('Connect timed out');
    case 'ECONNRESET':
      return new WireFailure(
        error.message === 'socket hang up' || error.message === 'aborted'
          ? 'Unexpected end of file from server'
          : 'Connection reset'
      );
    case 'HPE_INVALID_CONSTANT':
    case 'HPE_INVALID_VERSION':
    case 'HPE_INVALID_STATUS':
      return new WireFailure('Invalid Http response');
    default:
      return new WireFailure(error.message);
  }
}
