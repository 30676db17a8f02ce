import { stringException } from '../../runtime/exceptions.js';

/** Arguments are texts by the time they are formatted, so these formats refuse every one. */
const refusals: Readonly<Record<string, string>> = { number: 'Number', date: 'Date', time: 'Date', choice: 'Number' };

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
      const inside = pattern.slice(i + 1, end);
      const [, index, format] = /^\s*(\d+)\s*(?:,\s*(\w*).*)?$/s.exec(inside) ?? [];
      if (index === undefined) throw stringException(`can't parse argument number: ${inside}`);
      if (format !== undefined) {
        const kind = refusals[format.toLowerCase()];
        if (kind === undefined) throw stringException(`unknown format type: ${format}`);
        if (Number(index) < args.length) throw stringException(`Cannot format given Object as a ${kind}`);
      }
      out += args[Number(index)] ?? pattern.slice(i, end + 1);
      i = end;
    }
  }
  return out;
}
