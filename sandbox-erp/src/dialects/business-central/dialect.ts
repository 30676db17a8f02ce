import { randomUUID } from 'node:crypto';
import type { Companies } from '../../companies.js';
import type { FaultDesk } from '../../faults/faultDesk.js';
import { withFault } from '../../faults/withFault.js';
import type { HttpReply, HttpRequest, Outcome } from '../../http.js';
import { runBatch } from './batch.js';
import { ANALYTICS_SETS, STANDARD_SETS } from './entities/index.js';
import { EntityApi } from './entityApi.js';
import { BcError, errorReply, methodNotAllowed, segmentNotFound, toBcError, unauthorized } from './errors.js';
import type { Tokens } from './tokens.js';

const TOKEN_PATH = /^\/[^/]+\/oauth2\/v2\.0\/token$/;
const API_PATH = /^(\/v2\.0\/[^/]+\/[^/]+\/api\/(v2\.0|microsoft\/analytics\/v1\.0))(?:\/(.*))?$/;

type Apis = ReadonlyMap<string, EntityApi>;

/** The Business Central face of the ledger: token endpoint, API v2.0 and analytics API with their batches. */
export class BusinessCentral {
  readonly #tokens: Tokens;
  readonly #faults: FaultDesk;
  /** Company id → its API; the first company's answers what names none. */
  readonly #standard: ReadonlyMap<string, EntityApi>;
  readonly #analytics: ReadonlyMap<string, EntityApi>;
  readonly #firstId: string;

  constructor(companies: Companies, tokens: Tokens, faults: FaultDesk) {
    this.#tokens = tokens;
    this.#faults = faults;
    this.#standard = new Map(companies.all.map(({ id, ledger }) => [id, new EntityApi(ledger, STANDARD_SETS)]));
    this.#analytics = new Map(companies.all.map(({ id, ledger }) => [id, new EntityApi(ledger, ANALYTICS_SETS)]));
    this.#firstId = companies.first.id;
  }

  /** Whether a path belongs to this dialect. */
  owns(path: string): boolean {
    return TOKEN_PATH.test(path) || path.startsWith('/v2.0/');
  }

  async handle(request: HttpRequest): Promise<Outcome> {
    const correlationId = correlationIdOf(request);
    const outcome = await this.#answer(request, correlationId);
    if (outcome === 'drop') return outcome;
    const ids = { 'request-id': correlationId, 'ms-correlation-x': correlationId };
    return { ...outcome, headers: { ...ids, 'odata-version': '4.0', ...outcome.headers } };
  }

  #answer(request: HttpRequest, correlationId: string): Promise<Outcome> {
    if (TOKEN_PATH.test(request.path)) {
      return this.#faulted(request, [request.path.slice(1)], correlationId, () => this.#issueToken(request));
    }
    const api = API_PATH.exec(request.path);
    const root = api?.[1];
    if (!root) {
      return Promise.resolve(errorReply(segmentNotFound(request.path.split('/')[4] ?? ''), correlationId));
    }
    return this.#operation(request, root, api[2] === 'v2.0' ? this.#standard : this.#analytics, correlationId);
  }

  /** One operation, at the top or inside a batch: a fault ordered for it comes first. */
  #operation(request: HttpRequest, root: string, apis: Apis, correlationId: string): Promise<Outcome> {
    const path = request.path.slice(root.length + 1);
    const names = [request.path.slice(1), path, path.replace(/^companies\([^)]*\)\//, '')];
    return this.#faulted(request, names, correlationId, () => this.#run(request, root, path, apis, correlationId));
  }

  #faulted(
    request: HttpRequest,
    names: readonly string[],
    correlationId: string,
    work: () => Promise<Outcome> | HttpReply
  ): Promise<Outcome> {
    const fault = this.#faults.take(request.method, names);
    if (fault?.kind === 'expiredToken') this.#tokens.revoke(request.headers['authorization']);
    return withFault(fault, work, (status) => faultReply(status, correlationId));
  }

  async #run(request: HttpRequest, root: string, path: string, apis: Apis, correlationId: string): Promise<Outcome> {
    try {
      if (!this.#tokens.isValid(request.headers['authorization'])) throw unauthorized();
      if (path !== '$batch') return this.#apiOf(path, apis).run(request, root, path);
      if (request.method !== 'POST') throw methodNotAllowed(request.method, '$batch');
      return await runBatch(request, root, (inner) => this.#operation(inner, root, apis, correlationId));
    } catch (error) {
      const known = toBcError(error);
      if (known) return errorReply(known, correlationId);
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      return errorReply(new BcError(500, 'Internal_ServerError', 'An unexpected error occurred.'), correlationId);
    }
  }

  #apiOf(path: string, apis: Apis): EntityApi {
    const api = apis.get(/^companies\(([^)]*)\)/.exec(path)?.[1] ?? '') ?? apis.get(this.#firstId);
    if (!api) throw new Error('The first company has no API.');
    return api;
  }

  #issueToken(request: HttpRequest): HttpReply {
    return request.method === 'POST' ? this.#tokens.issue(request) : { status: 405 };
  }
}

/** The error bodies that Business Central sends with the statuses of ordered faults. */
function faultReply(status: number, correlationId: string): HttpReply {
  const texts: Readonly<Record<number, readonly [string, string]>> = {
    401: ['Authentication_InvalidCredentials', 'The server has rejected the client credentials.'],
    408: ['Application_RequestTimeout', 'The request was canceled because it exceeded the maximum execution time.'],
    429: ['Application_TooManyRequests', 'Too many requests reached. Actual (6001). Maximum (6000).'],
    503: ['Internal_ServiceUnavailable', 'The service is temporarily unavailable.'],
    504: ['Internal_GatewayTimeout', 'The gateway did not receive a timely response.']
  };
  const [code, message] = texts[status] ?? ['Internal_ServerError', 'An error occurred while processing the request.'];
  return errorReply(new BcError(status, code, message), correlationId);
}

function correlationIdOf(request: HttpRequest): string {
  const { headers } = request;
  const given = headers['request-id'] ?? headers['client-request-id'] ?? headers['ms-correlation-x'] ?? '';
  return /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
}
