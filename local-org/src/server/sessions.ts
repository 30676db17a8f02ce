import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Session {
  readonly id: string;
  readonly userId: string;
}

const cookieName = 'sid';

/**
 * Who is logged in, by the cookie `sid` of a browser or the bearer token of an API client. Kept in memory: after a restart a
 * browser gets a new session with its next page.
 */
export class Sessions {
  private readonly byId = new Map<string, Session>();

  open(userId: string): Session {
    const session = { id: `00D${randomBytes(24).toString('hex')}`, userId };
    this.byId.set(session.id, session);
    return session;
  }

  of(request: IncomingMessage): Session | undefined {
    const id = bearer(request) ?? cookie(request);
    return id === undefined ? undefined : this.byId.get(id);
  }

  /** Value of a Set-Cookie header that logs the browser in. */
  setCookie(session: Session): string {
    return `${cookieName}=${session.id}; Path=/; HttpOnly; SameSite=Lax`;
  }
}

function bearer(request: IncomingMessage): string | undefined {
  return /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

function cookie(request: IncomingMessage): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === cookieName) return value;
  }
  return undefined;
}
