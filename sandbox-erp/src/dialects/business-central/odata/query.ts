import { badRequest } from '../errors.js';

/** What a client asks of a set: the system query options, taken apart but not yet checked against the properties. */
export interface QueryOptions {
  readonly filter?: string;
  /** Empty: all properties. */
  readonly select: readonly string[];
  readonly expand: readonly Expansion[];
  readonly orderBy: readonly { readonly name: string; readonly descending: boolean }[];
  readonly top?: number;
  readonly skip: number;
  readonly count: boolean;
  readonly skipToken?: string;
  /** Set while expanding: the column that points at the parent. */
  readonly foreignColumn?: string;
}

export interface Expansion {
  readonly navigation: string;
  readonly options: QueryOptions;
}

const KNOWN = ['filter', 'select', 'expand', 'orderby', 'top', 'skip', 'count', 'skiptoken', 'schemaversion'];

/** Reads the query options; the leading $ may be absent, as OData allows. Unknown $ options are refused. */
export function parseQuery(query: ReadonlyMap<string, string>): QueryOptions {
  const options = new Map<string, string>();
  for (const [name, value] of query) {
    const bare = name.replace(/^\$/, '').toLowerCase();
    if (KNOWN.includes(bare)) options.set(bare, value);
    else if (name.startsWith('$')) throw badRequest(`The query parameter '${name}' is not supported.`);
  }
  const filter = options.get('filter');
  const top = options.get('top');
  const skipToken = options.get('skiptoken');
  return {
    ...(filter ? { filter } : {}),
    select: splitTopLevel(options.get('select') ?? '', ',').filter((name) => name !== '*'),
    expand: splitTopLevel(options.get('expand') ?? '', ',').map(parseExpansion),
    orderBy: splitTopLevel(options.get('orderby') ?? '', ',').map(parseOrder),
    ...(top === undefined ? {} : { top: nonNegative('$top', top) }),
    skip: nonNegative('$skip', options.get('skip') ?? '0'),
    count: options.get('count')?.toLowerCase() === 'true',
    ...(skipToken ? { skipToken } : {})
  };
}

function parseExpansion(text: string): Expansion {
  const match = /^([A-Za-z0-9_]+)(?:\((.*)\))?$/s.exec(text);
  if (!match?.[1]) throw badRequest(`The $expand term '${text}' is not valid.`);
  const nested = new Map<string, string>();
  for (const part of splitTopLevel(match[2] ?? '', ';')) {
    const equals = part.indexOf('=');
    if (equals < 0) throw badRequest(`The $expand option '${part}' is not valid.`);
    nested.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim());
  }
  return { navigation: match[1], options: parseQuery(nested) };
}

function parseOrder(text: string): { readonly name: string; readonly descending: boolean } {
  const match = /^(\w+)(?:\s+(asc|desc))?$/i.exec(text);
  if (!match?.[1]) throw badRequest(`The $orderby term '${text}' is not valid.`);
  return { name: match[1], descending: match[2]?.toLowerCase() === 'desc' };
}

function nonNegative(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw badRequest(
    `Invalid value '${text}' for ${name} query option found. The ${name} query option requires a non-negative integer value.`
  );
}

/** Splits at a separator outside parentheses and quotes; blank parts are dropped. */
function splitTopLevel(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === "'") quoted = !quoted;
    if (quoted) continue;
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === separator && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
