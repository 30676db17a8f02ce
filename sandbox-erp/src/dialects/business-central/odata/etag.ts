import { BcError } from '../errors.js';

/** The weak ETag of a row, from its id and version. */
export function etagOf(id: string, version: number): string {
  return `W/"${Buffer.from(`'20;${id};${version};00;'`).toString('base64')}"`;
}

/** Refuses a change without If-Match, or one based on a version that is no longer current; `*` matches any. */
export function requireMatch(ifMatch: string | undefined, current: string): void {
  if (ifMatch === undefined || ifMatch.trim() === '') {
    throw new BcError(
      412,
      'BadRequest_InvalidToken',
      'Could not validate the client concurrency token required by the service. Please provide a valid token in the client request.'
    );
  }
  if (ifMatch.trim() === '*' || ifMatch.split(',').some((tag) => tag.trim() === current)) return;
  throw new BcError(
    409,
    'Request_EntityChanged',
    'Another user has already changed the record. Refresh the record and apply your changes again.'
  );
}
