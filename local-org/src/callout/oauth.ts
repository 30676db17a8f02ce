import type { ExternalCredentialModel } from './protocol.js';
import type { PrincipalSecrets } from './secrets.js';
import { exchange, WireFailure } from './http-client.js';

interface Token {
  readonly value: string;
  /** ms since 1970; a minute before the server's own expiry. */
  readonly expiresAt: number;
}

/**
 * Access tokens of OAuth client-credentials principals, kept until they expire. Requests for the same principal that come
 * while a token is being fetched wait for that one token.
 */
export class OauthTokens {
  private readonly tokens = new Map<string, Promise<Token>>();

  /** The `Authorization` value's token. Throws WireFailure with the platform's text when the token endpoint refuses. */
  async token(credential: ExternalCredentialModel, principal: string, secrets: PrincipalSecrets): Promise<string> {
    const key = keyOf(credential, principal, secrets);
    const known = this.tokens.get(key);
    if (known) {
      const token = await known;
      if (token.expiresAt > Date.now()) return token.value;
      if (this.tokens.get(key) === known) this.tokens.delete(key);
    }
    const pending = this.tokens.get(key) ?? fetchToken(credential, secrets);
    this.tokens.set(key, pending);
    try {
      return (await pending).value;
    } catch (error) {
      if (this.tokens.get(key) === pending) this.tokens.delete(key);
      throw error;
    }
  }

  /** Drops the token that a server refused, unless another request has already replaced it. */
  async refuse(
    credential: ExternalCredentialModel,
    principal: string,
    secrets: PrincipalSecrets,
    refused: string
  ): Promise<void> {
    const key = keyOf(credential, principal, secrets);
    const known = this.tokens.get(key);
    if (known && (await known.catch(() => undefined))?.value === refused) this.tokens.delete(key);
  }
}

function keyOf(credential: ExternalCredentialModel, principal: string, secrets: PrincipalSecrets): string {
  return [credential.name, principal, secrets['tokenUrl'] ?? credential.tokenUrl, secrets['clientId']].join('\n');
}

async function fetchToken(credential: ExternalCredentialModel, secrets: PrincipalSecrets): Promise<Token> {
  const url = secrets['tokenUrl'] ?? credential.tokenUrl;
  if (!url) throw new WireFailure(`Unable to fetch the OAuth token.  Error: the external credential has no token URL.`);
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  const headers: [string, string][] = [
    ['Content-Type', 'application/x-www-form-urlencoded'],
    ['Accept', 'application/json']
  ];
  const clientId = secrets['clientId'] ?? '';
  const clientSecret = secrets['clientSecret'] ?? '';
  if (credential.variant === 'ClientCredentialsClientSecretBasic') {
    headers.push(['Authorization', `Basic ${base64(`${clientId}:${clientSecret}`)}`]);
  } else {
    form.set('client_id', clientId);
    form.set('client_secret', clientSecret);
  }
  if (credential.scope) form.set('scope', credential.scope);
  const answer = await exchange({
    method: 'POST',
    url,
    headers,
    body: new TextEncoder().encode(form.toString()),
    timeoutMs: 30_000,
    maxBytes: 1_000_000
  });
  const body = parseObject(answer.body);
  const value = body['access_token'];
  if (answer.status !== 200 || typeof value !== 'string') throw refusal(answer.status, body);
  const seconds = Number(body['expires_in'] ?? 3600);
  return { value, expiresAt: Date.now() + Math.max(seconds - 60, Math.min(seconds, 5)) * 1000 };
}

function refusal(status: number, body: Record<string, unknown>): WireFailure {
  const error = typeof body['error'] === 'string' ? body['error'] : `HTTP ${status}`;
  const description = typeof body['error_description'] === 'string' ? body['error_description'] : '';
  return new WireFailure(
    `Unable to fetch the OAuth token.  Error: ${error}.${description ? ` Error description: ${description}.` : ''}`
  );
}

function parseObject(body: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
