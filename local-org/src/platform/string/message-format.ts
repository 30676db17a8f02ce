import { stringException } from '../../runtime/exceptions.js';

/**
 * java.text.MessageFormat with texts as arguments: `{0}` is replaced, `''` is a quote, text between single quotes is taken as it
 * is. An index without an argument stays as it was written.
 */
export function formatMessage(pattern: string, args: readonly string[]): string {
  let out = '';
  let quoted = false;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i] as string;
    if (c === "'") {
      if (pattern[i + 1] === "'") {
        out += "'";
        i++;
      } else quoted = !quoted;
    } else if (quoted || c !== '{') out += c;
    else {
      const end = pattern.indexOf('}', i);
      if (end < 0) throw stringException('Unmatched braces in the pattern.');
      const index = /^\s*(\d+)\s*(?:,.*)?$/s.exec(pattern.slice(i + 1, end))?.[1];
      if (index === undefined) throw stringException(`can't parse argument number: ${pattern.slice(i + 1, end)}`);
      out += args[Number(index)] ?? pattern.slice(i, end + 1);
      i = end;
    }
  }
  return out;
}
