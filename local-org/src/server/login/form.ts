import type { IncomingMessage } from 'node:http';
import { readBody } from '../request-body.js';

/** Parameters of a request: those of its address and of its form. */
export async function formOf(request: IncomingMessage, url: URL): Promise<URLSearchParams> {
  const form = new URLSearchParams(new TextDecoder().decode(await readBody(request)));
  for (const [name, value] of url.searchParams) if (!form.has(name)) form.set(name, value);
  return form;
}
