import type {
  CalloutService,
  HttpRequestModel,
  HttpResponseModel,
  MetadataService,
  Transaction
} from '../kernel/services.js';
import { CalloutFailure } from '../kernel/services.js';
import type { CalloutClient } from './channel.js';
import type { CalloutEndpoint, CalloutRequest, ExternalCredentialModel } from './protocol.js';

/** Total waiting time of all callouts of a transaction; also the largest time-out of one. */
const cumulativeMs = 120_000;

export interface CalloutPieces {
  readonly client: CalloutClient;
  readonly metadata: MetadataService;
  /** The external credential of that developer name, read from the project's metadata. */
  readonly credential: (name: string) => ExternalCredentialModel | undefined;
  /** URLs of the active remote site settings. */
  readonly remoteSites: () => readonly string[];
}

/**
 * Callouts of Apex that runs in this thread: resolves `callout:` URLs, checks the user's access to the principal, keeps the
 * time limits, and waits for the host.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_callouts_timeouts.htm
 */
export class BlockingCallouts implements CalloutService {
  private readonly pieces: CalloutPieces;
  private readonly spent = { key: {}, create: () => ({ ms: 0 }) };

  constructor(pieces: CalloutPieces) {
    this.pieces = pieces;
  }

  send(tx: Transaction, request: HttpRequestModel): HttpResponseModel {
    const spent = tx.slot(this.spent.key, this.spent.create);
    const left = cumulativeMs - spent.ms;
    if (left <= 0) throw new CalloutFailure(`Exceeded maximum time allotted for callout (${cumulativeMs} ms)`);
    const started = Date.now();
    const reply = this.pieces.client.callAndWait({
      ...this.resolve(tx, request),
      timeoutMs: Math.min(request.timeoutMs, left)
    });
    const waited = Math.min(Date.now() - started, left);
    spent.ms += waited;
    tx.limits.add('calloutMs', waited);
    if (!reply.ok) throw new CalloutFailure(reply.message);
    return {
      status: reply.status,
      statusText: reply.statusText,
      headers: joined(reply.headers),
      body: reply.body
    };
  }

  private resolve(tx: Transaction, request: HttpRequestModel): CalloutRequest {
    const base = {
      method: request.method,
      url: request.url,
      headers: [...request.headers],
      body: request.body,
      timeoutMs: request.timeoutMs,
      maxBytes: tx.limits.limit('heapBytes')
    };
    const match = /^callout:([A-Za-z0-9_]+)(.*)$/is.exec(request.url);
    if (!match) {
      this.refuseUnregistered(request.url);
      return base;
    }
    const [, name = '', path = ''] = match;
    return { ...base, url: path, endpoint: this.endpoint(tx, name) };
  }

  /**
   * An address that is not a named credential must belong to a remote site (Apex Developer Guide, "Adding Remote Site Settings").
   * Scheme, host and port count, the path does not.
   */
  private refuseUnregistered(url: string): void {
    const origin = originOf(url);
    if (origin !== undefined && this.pieces.remoteSites().some((site) => originOf(site) === origin)) return;
    throw new CalloutFailure(
      `Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${url}`
    );
  }

  private endpoint(tx: Transaction, name: string): CalloutEndpoint {
    const named = this.pieces.metadata.namedCredential(name);
    if (!named) {
      throw new CalloutFailure(
        `The callout couldn't access the endpoint. You might not have the required permissions, or the named credential "${name}" might not exist.`
      );
    }
    const endpoint = {
      namedCredential: named.name,
      url: named.url,
      generateAuthorizationHeader: named.generateAuthorizationHeader,
      allowMergeFieldsInHeader: named.allowMergeFieldsInHeader,
      allowMergeFieldsInBody: named.allowMergeFieldsInBody
    };
    if (named.externalCredential === undefined) return endpoint;
    const credential = this.pieces.credential(named.externalCredential);
    if (!credential || !tx.user.access.externalCredentialPrincipal(named.externalCredential)) {
      throw new CalloutFailure(
        `We couldn't access the credential(s). You might not have the required permissions, or the external credential "${named.externalCredential}" might not exist.`
      );
    }
    return { ...endpoint, credential };
  }
}

const originOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).origin : undefined);

/** Header fields that come several times are joined by a comma, as HttpResponse.getHeader shows them. */
function joined(pairs: readonly (readonly [string, string])[]): Map<string, string> {
  const headers = new Map<string, string>();
  const spelling = new Map<string, string>();
  for (const [name, value] of pairs) {
    const known = spelling.get(name.toLowerCase());
    if (known === undefined) {
      spelling.set(name.toLowerCase(), name);
      headers.set(name, value);
    } else {
      headers.set(known, `${headers.get(known)}, ${value}`);
    }
  }
  return headers;
}
