import { hidden, visible, type TokenStream } from './token-stream.js';

const qualified = /\btrigger\s+\w+\s+on\s+\w+\s*\.\s*\w/i;
/**
 * The grammar knows `on Account` alone: of `on Schema.Account` the namespace is hidden from it; any other becomes a part of the
 * object's name, which no object has.
 */
export function foldNamespace(source: string, stream: TokenStream): void {
  if (!qualified.test(source)) return;
  const [, , on, ...path] = visible(stream);
  if (on?.text.toLowerCase() !== 'on') return;
  let last = 0;
  while (path[last + 1]?.text === '.' && path[last + 2]) last += 2;
  const names = path.slice(0, last + 1).map(({ text }) => text);
  const object = path[last];
  if (!object || last === 0) return;
  if (last > 2 || names[0]?.toLowerCase() !== 'schema') object.text = names.join('');
  for (const token of path.slice(0, last)) token.channel = hidden;
}
