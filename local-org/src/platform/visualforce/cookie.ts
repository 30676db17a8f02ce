import { ApexObject } from '../../kernel/object.js';
import type { ApexType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { visualforceException } from './page-state.js';
import { platformClass } from '../define.js';

type S = string | null;
type B = boolean | null;

/** System.Cookie. */
export class CookieObject extends ApexObject {
  readonly name: string;
  readonly value: S;
  readonly path: S;
  readonly maxAge: number;
  readonly secure: boolean;
  readonly sameSite: S;
  readonly httpOnly: boolean;
  constructor(name: S, value: S, path: S, maxAge: number | null, secure: B, sameSite: S, httpOnly: B) {
    super();
    this.name = required(name, 1);
    this.value = value;
    this.path = path;
    this.maxAge = maxAge ?? -1;
    this.secure = secure === true;
    this.sameSite = sameSite;
    this.httpOnly = httpOnly === true;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Cookie', args: [] };
  }
}

const sameSites = ['none', 'lax', 'strict'];

function cookie(
  name: S,
  value: S,
  path: S,
  maxAge: number | null,
  secure: B,
  sameSite: S = null,
  httpOnly: B = false
): CookieObject {
  if (sameSite !== null && !sameSites.includes(sameSite.toLowerCase())) {
    throw visualforceException('SameSite attribute in cookie must be None, Lax or Strict');
  }
  return new CookieObject(name, value, path, maxAge, secure, sameSite, httpOnly);
}

/** Visualforce Developer Guide, "Cookie Class". */
export const cookieClass = platformClass({
  name: 'System.Cookie',
  members: {
    'Cookie(String name, String value, String path, Integer maxAge, Boolean isSecure)': (
      _tx,
      name: S,
      value: S,
      path: S,
      maxAge: number | null,
      secure: B
    ) => cookie(name, value, path, maxAge, secure),
    'Cookie(String name, String value, String path, Integer maxAge, Boolean isSecure, String SameSite)': (
      _tx,
      name: S,
      value: S,
      path: S,
      maxAge: number | null,
      secure: B,
      sameSite: S
    ) => cookie(name, value, path, maxAge, secure, sameSite),
    'Cookie(String name, String value, String path, Integer maxAge, Boolean isSecure, String SameSite, Boolean isHttpOnly)':
      (_tx, name: S, value: S, path: S, maxAge: number | null, secure: B, sameSite: S, httpOnly: B) =>
        cookie(name, value, path, maxAge, secure, sameSite, httpOnly),
    // The server that a cookie came from is known only when a browser sent it.
    'String getDomain()': () => null,
    'Integer getMaxAge()': (_tx, self: CookieObject) => self.maxAge,
    'String getName()': (_tx, self: CookieObject) => self.name,
    'String getPath()': (_tx, self: CookieObject) => (self.path === null || self.path === '' ? '/' : self.path),
    'String getSameSite()': (_tx, self: CookieObject) => self.sameSite,
    'String getValue()': (_tx, self: CookieObject) => self.value,
    'Boolean isHttpOnly()': (_tx, self: CookieObject) => self.httpOnly,
    'Boolean isSecure()': (_tx, self: CookieObject) => self.secure
  }
});
