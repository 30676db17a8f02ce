import { exchange, WireFailure, type WireResponse } from './http-client.js';
import { fillMergeFields, hasMergeField } from './merge-fields.js';
import { base64, OauthTokens } from './oauth.js';
import type { CalloutEndpoint, CalloutReply, CalloutRequest, ExternalCredentialModel } from './protocol.js';
import { SecretsFile, type PrincipalSecrets } from './secrets.js';

interface Identity {
  readonly credential: ExternalCredentialModel;
  readonly principal: string;
  readonly secrets: PrincipalSecrets;
}

/** Does the real HTTP for all worker threads; lives where the event loop is free. Owns secrets and OAuth tokens. */
export class CalloutHost {
  private readonly secrets: SecretsFile;
  private readonly tokens = new OauthTokens();

  constructor(secretsPath: string | null) {
    this.secrets = new SecretsFile(secretsPath);
  }

  /** Never rejects: a failure is a reply that carries the exception's text. */
  async handle(request: CalloutRequest): Promise<CalloutReply> {
    try {
      const answer = request.endpoint ? await this.authenticated(request, request.endpoint) : await exchange(request);
      return { ok: true, ...answer };
    } catch (error) {
      return { ok: false, message: error instanceof Error ? error.message : String(error) };
    }
  }

  private async authenticated(request: CalloutRequest, endpoint: CalloutEndpoint): Promise<WireResponse> {
    const base = this.secrets.url(endpoint.namedCredential) ?? endpoint.url;
    const url = join(base, request.url);
    const credential = endpoint.credential;
    if (!credential || credential.protocol === 'NoAuthentication') return exchange({ ...request, url });
    const identity = this.identify(credential);
    const token = await this.token(identity);
    const answer = await exchange(dress({ ...request, url }, endpoint, identity, token));
    if (answer.status !== 401 || token === null) return answer;
    // The platform refreshes an OAuth token that the server refuses and repeats the request once.
    await this.tokens.refuse(credential, identity.principal, identity.secrets, token);
    return exchange(dress({ ...request, url }, endpoint, identity, await this.token(identity)));
  }

  private identify(credential: ExternalCredentialModel): Identity {
    const principal = credential.principals[0];
    const secrets = principal === undefined ? undefined : this.secrets.principal(credential.name, principal);
    if (principal === undefined || secrets === undefined) {
      const place = this.secrets.path
        ? ` Enter it in ${this.secrets.path}.`
        : ' Name a secrets file with --credentials.';
      throw new WireFailure(
        `We couldn't access the credential(s). You might not have the required permissions, or the external credential "${credential.name}" might not exist. (The local org has no secret for its principal "${principal ?? ''}".${place})`
      );
    }
    return { credential, principal, secrets };
  }

  private async token({ credential, principal, secrets }: Identity): Promise<string | null> {
    return credential.protocol === 'Oauth' ? this.tokens.token(credential, principal, secrets) : null;
  }
}

/** The request with its authorization header, custom headers and merge fields. */
function dress(
  request: CalloutRequest,
  endpoint: CalloutEndpoint,
  { credential, secrets }: Identity,
  token: string | null
): CalloutRequest {
  const fill = (text: string) => fillMergeFields(text, credential, secrets, token);
  const headers = request.headers.map(([name, value]): [string, string] => [
    name,
    endpoint.allowMergeFieldsInHeader && hasMergeField(value) ? fill(value) : value
  ]);
  for (const [name, value] of credential.headers) headers.push([name, fill(value)]);
  const own = headers.some(([name]) => name.toLowerCase() === 'authorization');
  if (endpoint.generateAuthorizationHeader && !own) {
    if (token !== null) headers.push(['Authorization', `Bearer ${token}`]);
    if (credential.protocol === 'Basic') {
      headers.push(['Authorization', `Basic ${base64(`${secrets['username'] ?? ''}:${secrets['password'] ?? ''}`)}`]);
    }
  }
  if (!endpoint.allowMergeFieldsInBody) return { ...request, headers };
  const text = new TextDecoder().decode(request.body);
  return { ...request, headers, body: hasMergeField(text) ? new TextEncoder().encode(fill(text)) : request.body };
}

/** Puts the path of the callout behind the credential's URL; exactly one slash stands between them. */
function join(base: string, path: string): string {
  if (path === '' || path.startsWith('?')) return base + path;
  return `${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}
