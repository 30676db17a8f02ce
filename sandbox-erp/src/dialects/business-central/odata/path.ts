import { badRequest } from '../errors.js';

/** One segment of a resource path: customers, customers(guid), Microsoft.NAV.post, or $batch. */
export interface PathSegment {
  readonly name: string;
  /** The key between the parentheses, without quotes; absent when there are none. */
  readonly key?: string;
}

/** Takes a resource path apart, e.g. companies(c)/salesOrders(o)/Microsoft.NAV.shipAndInvoice. */
export function parsePath(path: string): PathSegment[] {
  const parts = path.split('/').filter((part) => part !== '');
  return parts.map((part) => {
    const match = /^([$\w.]+)(?:\((.*)\))?$/.exec(part);
    if (!match?.[1]) throw badRequest(`The URL segment '${part}' is not valid.`);
    if (match[2] === undefined || match[2] === '') return { name: match[1] };
    const key = match[2].replace(/^id=/i, '').replace(/^'(.*)'$/, '$1');
    return { name: match[1], key: key.toLowerCase() };
  });
}
