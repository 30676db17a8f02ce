import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { orgId15 } from '../org/org-info.js';

export interface Session {
  readonly id: string;
  readonly userId: string;
}

const cookieName = 'sid';
/** How long a single-use code is good for. */
const codeMs = 60_000;

/**
 * Who is logged in, by the cookie `sid` of a browser or the bearer token of an API client. A token has the form that clients check,
 * `<org id>!<text>`, and carries the user under a signature: it stays good when the server is started again with the same key.
 */
export class Sessions {
  private readonly key: string;
  private readonly revoked = new Set<string>();
  private readonly codes = new Map<string, { readonly userId: string; readonly until: number }>();

  /** `key`: the secret that tokens are signed with. */
  constructor(key: string = randomBytes(32).toString('hex')) {
    this.key = key;
  }

  open(userId: string): Session {
    const text = `${userId}.${randomBytes(12).toString('hex')}`;
    return { id: `${orgId15}!${text}.${this.signature(text)}`, userId };
  }

  of(request: IncomingMessage): Session | undefined {
    const id = bearer(request) ?? bulkHeader(request) ?? cookie(request);
    return id === undefined ? undefined : this.byId(id);
  }

  /** The session of a token; undefined when it is none of ours or was ended. */
  byId(id: string): Session | undefined {
    const match = /^\w{15}!((\w{18})\.\w+)\.(\w+)$/.exec(id);
    const [, text = '', userId = '', given = ''] = match ?? [];
    const wanted = this.signature(text);
    if (!match || given.length !== wanted.length || this.revoked.has(id)) return undefined;
    return timingSafeEqual(Buffer.from(given), Buffer.from(wanted)) ? { id, userId } : undefined;
  }

  end(id: string): void {
    this.revoked.add(id);
  }

  /** A code that logs its user in once, within a minute. */
  openCode(userId: string): string {
    const code = randomBytes(24).toString('hex');
    this.codes.set(code, { userId, until: Date.now() + codeMs });
    return code;
  }

  /** A new session for the code; undefined when it was used or is too old. */
  redeem(code: string): Session | undefined {
    const found = this.codes.get(code);
    this.codes.delete(code);
    return found && found.until > Date.now() ? this.open(found.userId) : undefined;
  }

  /** Value of a Set-Cookie header that logs the browser in. */
  setCookie(session: Session): string {
    return `${cookieName}=${session.id}; Path=/; HttpOnly; SameSite=Lax`;
  }

  private signature(text: string): string {
    return createHmac('sha256', this.key).update(text).digest('hex').slice(0, 40);
  }
}

function bearer(request: IncomingMessage): string | undefined {
  return /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** How the first Bulk API sends its session. */
function bulkHeader(request: IncomingMessage): string | undefined {
  const value = request.headers['x-sfdc-session'];
  return typeof value === 'string' ? value : undefined;
}

function cookie(request: IncomingMessage): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === cookieName) return value;
  }
  return undefined;
}
