import type { ServerResponse } from 'node:http';
import { sendJson } from '../replies.js';
import type { Session, Sessions } from '../sessions.js';

/**
 * GET /services/oauth2/singleaccess: an address that opens the shell as the session's user, once.
 * https://help.salesforce.com/s/articleView?id=xcloud.frontdoor_singleaccess.htm
 */
export function singleAccess(
  sessions: Sessions,
  session: Session,
  root: string,
  redirect: string | null,
  response: ServerResponse
): void {
  const door = new URL('/secur/frontdoor.jsp', root);
  door.searchParams.set('otp', sessions.openCode(session.userId));
  const start = localPath(redirect);
  if (start !== '/') door.searchParams.set('startURL', start);
  sendJson(response, 200, { frontdoor_uri: door.href });
}

/** GET /secur/frontdoor.jsp?sid= or ?otp=: logs the browser in and shows the page that was asked for. */
export function frontDoor(sessions: Sessions, url: URL, response: ServerResponse): void {
  const { searchParams } = url;
  const session = sessions.byId(searchParams.get('sid') ?? '') ?? sessions.redeem(searchParams.get('otp') ?? '');
  if (!session) {
    response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('This address was used already, or its session has ended. Ask for a new one.\n');
    return;
  }
  const target = localPath(searchParams.get('startURL') ?? searchParams.get('retURL'));
  response.writeHead(302, { Location: target, 'Set-Cookie': sessions.setCookie(session) }).end();
}

/** Only pages of this server: anything else leads to the home page. */
function localPath(path: string | null): string {
  const text = path ?? '/';
  const full = text.startsWith('/') ? text : `/${text}`;
  return /^\/[^/\\]/.test(full) ? full : '/';
}
