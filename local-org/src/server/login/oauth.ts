import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WorkerPool } from '../pool.js';
import { sendJson } from '../replies.js';
import type { Session, Sessions } from '../sessions.js';
import { orgId18 } from '../../org/org-info.js';
import { formOf } from './form.js';

interface Parts {
  readonly pool: WorkerPool;
  readonly sessions: Sessions;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

/**
 * The OAuth endpoints that need no session: `token`, `authorize`, `revoke`. The org is local: whoever reaches it may be any of its
 * users, and neither passwords nor client secrets nor signatures are asked for.
 * https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_endpoints.htm
 */
export async function answerOAuth(parts: Parts, exchange: Exchange, endpoint: string): Promise<boolean> {
  switch (endpoint) {
    case 'token':
      await issueToken(parts, exchange);
      return true;
    case 'authorize':
      await authorize(parts, exchange);
      return true;
    case 'revoke': {
      const form = await formOf(exchange.request, exchange.url);
      parts.sessions.end(form.get('token') ?? '');
      exchange.response.writeHead(200).end();
      return true;
    }
    default:
      return false;
  }
}

async function issueToken({ pool, sessions }: Parts, { request, response, url }: Exchange): Promise<void> {
  const form = await formOf(request, url);
  const session = await sessionFor(pool, sessions, form);
  if (typeof session === 'string') {
    return sendJson(response, 400, { error: session, error_description: descriptions[session] ?? session });
  }
  const root = `http://${request.headers.host}`;
  sendJson(response, 200, {
    access_token: session.id,
    refresh_token: session.id,
    instance_url: root,
    id: `${root}/id/${orgId18}/${session.userId}`,
    token_type: 'Bearer',
    issued_at: String(Date.now()),
    scope: 'refresh_token web api'
  });
}

const descriptions: Readonly<Record<string, string>> = {
  invalid_grant: 'authentication failure',
  unsupported_grant_type: 'grant type not supported'
};

/** The session that the form asks for, or the error's name. */
async function sessionFor(pool: WorkerPool, sessions: Sessions, form: URLSearchParams): Promise<Session | string> {
  const logIn = async (username: string | null): Promise<Session | string> => {
    const user = await pool.run({ kind: 'login', username });
    return user ? sessions.open(user.userId) : 'invalid_grant';
  };
  switch (form.get('grant_type') ?? 'password') {
    case 'password':
      return logIn(form.get('username'));
    case 'client_credentials':
      return logIn(null);
    case 'authorization_code':
      return sessions.redeem(form.get('code') ?? '') ?? 'invalid_grant';
    case 'refresh_token': {
      const known = sessions.byId(form.get('refresh_token') ?? '');
      return known ? sessions.open(known.userId) : 'invalid_grant';
    }
    case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
      return logIn(subjectOf(form.get('assertion') ?? ''));
    default:
      return 'unsupported_grant_type';
  }
}

/** The user name that a JSON web token asks for; its signature is not checked. */
function subjectOf(assertion: string): string {
  try {
    const claims = JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString('utf8')) as {
      sub?: unknown;
    };
    return typeof claims.sub === 'string' ? claims.sub : '';
  } catch {
    return '';
  }
}

/** The browser's part of the web server flow: logs in as the visitor's user at once and goes back to the client. */
async function authorize({ pool, sessions }: Parts, { request, response, url }: Exchange): Promise<void> {
  const redirect = url.searchParams.get('redirect_uri') ?? '';
  const target = URL.canParse(redirect) ? new URL(redirect) : undefined;
  // Codes are for programs on this machine: no other site may ask for one.
  if (!target || !['localhost', '127.0.0.1', '[::1]'].includes(target.hostname)) {
    return sendJson(response, 400, {
      error: 'redirect_uri_mismatch',
      error_description: 'redirect_uri must match configuration'
    });
  }
  const userId =
    sessions.of(request)?.userId ??
    (await pool.run({ kind: 'login', username: url.searchParams.get('login_hint') }))?.userId;
  if (userId === undefined)
    return sendJson(response, 400, { error: 'invalid_grant', error_description: descriptions['invalid_grant'] });
  target.searchParams.set('code', sessions.openCode(userId));
  const state = url.searchParams.get('state');
  if (state !== null) target.searchParams.set('state', state);
  response.writeHead(302, { Location: target.href }).end();
}
