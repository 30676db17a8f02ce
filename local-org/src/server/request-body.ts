import type { IncomingMessage } from 'node:http';

/** Largest request body: what Apex REST takes in synchronous requests is 6 MB, base64 in JSON included it is less. */
const maxBytes = 12_000_000;
/** A body that is too large is read to its end, so that its sender hears the answer, unless it is larger than this. */
const mostRead = 300_000_000;

export class BodyTooLarge extends Error {}

export async function readBody(request: IncomingMessage, most = maxBytes): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
    else if (size > mostRead) break;
    else chunks.length = 0;
  }
  if (size > most) throw new BodyTooLarge(`Request body exceeds ${Math.floor(most / 1_000_000)} MB`);
  return new Uint8Array(Buffer.concat(chunks));
}
