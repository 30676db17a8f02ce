import type { IncomingMessage } from 'node:http';

/** Largest request body: what Apex REST takes in synchronous requests is 6 MB, base64 in JSON included it is less. */
const maxBytes = 12_000_000;

export class BodyTooLarge extends Error {}

export async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new BodyTooLarge('Request body exceeds 12 MB');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
