import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { HttpReply, HttpRequest } from '../../http.js';

/** The application registration a client authenticates as. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Issues and checks bearer tokens like Microsoft Entra's client credentials flow. Tokens live in memory: a restart ends them. */
export class Tokens {
  readonly #credentials: ClientCredentials;
  readonly #lifetimeSeconds: number;
  readonly #clock: () => number;
  readonly #expiry = new Map<string, number>();

  constructor(credentials: ClientCredentials, lifetimeSeconds = 3600, clock: () => number = Date.now) {
    this.#credentials = credentials;
    this.#lifetimeSeconds = lifetimeSeconds;
    this.#clock = clock;
  }

  /** Answers POST /{tenant}/oauth2/v2.0/token, with the error codes of Entra. */
  issue(request: HttpRequest): HttpReply {
    const form = new URLSearchParams(request.body);
    if (form.get('grant_type') !== 'client_credentials') {
      return refusal(400, 'unsupported_grant_type', 'AADSTS70003: The app requested an unsupported grant type.');
    }
    const basic = basicCredentials(request.headers['authorization']);
    const id = form.get('client_id') ?? basic?.clientId ?? '';
    const secret = form.get('client_secret') ?? basic?.clientSecret ?? '';
    if (!same(id, this.#credentials.clientId)) {
      return refusal(400, 'unauthorized_client', `AADSTS700016: Application with identifier '${id}' was not found.`);
    }
    if (!same(secret, this.#credentials.clientSecret)) {
      return refusal(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.');
    }
    const token = randomBytes(32).toString('base64url');
    this.#forgetExpired();
    this.#expiry.set(token, this.#clock() + this.#lifetimeSeconds * 1000);
    const lifetime = { expires_in: this.#lifetimeSeconds, ext_expires_in: this.#lifetimeSeconds };
    return { status: 200, body: { token_type: 'Bearer', ...lifetime, access_token: token } };
  }

  isValid(authorization: string | undefined): boolean {
    const expiry = this.#expiry.get(bearer(authorization));
    return expiry !== undefined && expiry > this.#clock();
  }

  revoke(authorization: string | undefined): void {
    this.#expiry.delete(bearer(authorization));
  }

  #forgetExpired(): void {
    const now = this.#clock();
    for (const [token, expiry] of this.#expiry) if (expiry <= now) this.#expiry.delete(token);
  }
}

function bearer(authorization = ''): string {
  return /^bearer (.+)$/i.exec(authorization)?.[1] ?? '';
}

function basicCredentials(authorization = ''): ClientCredentials | undefined {
  const encoded = /^basic (.+)$/i.exec(authorization)?.[1];
  if (!encoded) return undefined;
  const [clientId = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { clientId, clientSecret: rest.join(':') };
}

function same(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function refusal(status: number, error: string, description: string): HttpReply {
  return { status, body: { error, error_description: description } };
}
