import { ApexBlob } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import { RestRequestObject, RestResponseObject, restResponse, setRestContext } from '../../platform/rest.js';
import { mapSet } from '../../platform/map.js';
import type { RouteContext } from './route.js';

/** Fills RestContext. `resource` is the mapping's address, `path` the request's below /services/apexrest. */
export function beginRest({ tx, task, query }: RouteContext, resource: string, path: string): void {
  const request = new RestRequestObject();
  request.httpMethod = task.method;
  request.requestURI = path;
  request.resourcePath = resource;
  request.remoteAddress = '127.0.0.1';
  request.requestBody = task.body.length > 0 ? new ApexBlob(task.body) : null;
  for (const [name, value] of task.headers) if (request.headers) mapSet(request.headers, headerName(name), value);
  for (const [name, value] of query) if (request.params) mapSet(request.params, name, value);
  setRestContext(tx, request, new RestResponseObject());
}

/** `content-type` → `Content-Type`: Node lower-cases the names, Apex code looks them up as HTTP writes them. */
const headerName = (name: string): string => name.replace(/(^|-)[a-z]/g, (part) => part.toUpperCase());

/** What project code left in RestContext.response. */
export function writtenResponse(tx: Transaction): {
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
} {
  const response = restResponse(tx);
  const headers: Record<string, string> = {};
  for (const { key, value } of response?.headers?.entries.values() ?? []) if (value !== null) headers[key] = value;
  return { status: response?.statusCode ?? null, headers, body: response?.responseBody?.bytes ?? null };
}
