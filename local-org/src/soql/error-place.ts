/** Characters of the query that an error shows before and after its place; whole words are shown. */
const before = 30;
const after = 31;

/**
 * The message as the API gives it: an excerpt of the query, a caret below the place, the place, and what is wrong there. Apex gets
 * the last part alone. A message that names nothing in the query stays as it is.
 */
export function placedMessage(soql: string, message: string): string {
  const offset = placeOf(soql, message);
  if (offset < 0) return message;
  const line = soql.replace(/\s/g, ' ');
  let start = Math.max(0, offset - before);
  while (start > 0 && !/[\s,]/.test(line.charAt(start - 1))) start--;
  let end = Math.min(line.length, offset + after);
  while (end < line.length && !/[\s,]/.test(line.slice(end - 1, end + 1))) end++;
  const row = soql.slice(0, offset).split('\n').length;
  const column = offset - soql.lastIndexOf('\n', offset - 1);
  const caret = ' '.repeat(offset - start);
  return `\n${line.slice(start, end)}\n${caret}^\nERROR at Row:${row}:Column:${column}\n${message}`;
}

/** What each message names, and how it stands in the query: an object, a path that ends with a field or has a relationship in it, a token. */
const named: readonly (readonly [RegExp, (name: string) => RegExp])[] = [
  [/^sObject type '([^']+)' is not supported/, (name) => new RegExp(`(?<=\\bfrom\\s+)${name}\\b`, 'i')],
  [/^No such column '([^']+)' on entity/, (name) => new RegExp(`(?<![\\w.'])(?:\\w+\\.)*${name}\\b(?!\\s*\\.)`, 'i')],
  [/^Didn't understand relationship '([^']+)'/, (name) => new RegExp(`(?<![\\w'])(?:\\w+\\.)*${name}\\b`, 'i')],
  [/^(?:field|value of filter criterion for field) '([^']+)'/, (name) => new RegExp(`(?<![\\w.'])${name}\\b`, 'i')],
  [/^invalid ID field: (.+)$/, (name) => new RegExp(`\\w+\\s*(?:=|!=|in\\b)[^=]*'${name}'`, 'i')]
];

function placeOf(soql: string, message: string): number {
  const token = /^unexpected token: '(.*)'$/.exec(message)?.[1];
  if (token === '<EOF>') return -1;
  if (token !== undefined) return soql.lastIndexOf(token);
  for (const [pattern, inQuery] of named) {
    const name = pattern.exec(message)?.[1];
    if (name === undefined) continue;
    return soql.search(inQuery(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  }
  return -1;
}
