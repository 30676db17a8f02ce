import type { Json } from '../json/to-json.js';
import type { HttpTask } from '../worker/protocol.js';
import { bodyObject, HttpError } from './route.js';

/**
 * The fields of a record in a body: JSON, or multipart with a part of JSON and parts whose bytes are values of their fields.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_sobject_insert_update_blob.htm
 */
export function recordBody(task: HttpTask): Record<string, Json> {
  const type = task.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  if (!/^multipart\//i.test(type)) return bodyObject(task);
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary === undefined) throw new HttpError(400, 'INVALID_MULTIPART_REQUEST', 'The boundary is missing');
  let fields: Record<string, Json> = {};
  for (const part of parts(Buffer.from(task.body), boundary)) {
    if (/^content-type:\s*application\/json/im.test(part.head)) {
      fields = { ...fields, ...bodyObject({ ...task, headers: [], body: new Uint8Array(part.content) }) };
      continue;
    }
    const name = /name="([^"]+)"/i.exec(part.head)?.[1];
    if (name !== undefined) fields[name] = part.content.toString('base64');
  }
  return fields;
}

interface Part {
  readonly head: string;
  readonly content: Buffer;
}

function parts(body: Buffer, boundary: string): Part[] {
  const marker = Buffer.from(`--${boundary}`);
  const found: Part[] = [];
  let at = body.indexOf(marker);
  while (at >= 0) {
    const next = body.indexOf(marker, at + marker.length);
    if (next < 0) break;
    // Between the markers: a line break, the head, an empty line, the content, a line break.
    const part = body.subarray(at + marker.length + 2, next - 2);
    const split = part.indexOf('\r\n\r\n');
    if (split >= 0) found.push({ head: part.subarray(0, split).toString('latin1'), content: part.subarray(split + 4) });
    at = next;
  }
  return found;
}
