import type { ApexList } from '../../kernel/collections.js';
import { ApexMap } from '../../kernel/collections.js';
import { ApexObject } from '../../kernel/object.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { type ApexType, T } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { nullPointer } from '../../runtime/exceptions.js';
import type { HasText } from '../../runtime/text.js';
import { CaseInsensitiveMap } from '../case-insensitive-map.js';
import { platformClass } from '../define.js';
import { mapSet } from '../map.js';
import type { CookieObject } from './cookie.js';
import { visualforceException } from './page-state.js';

type S = string | null;

/** System.PageReference: a URL with its parameters. No page is served behind it. */
export class PageReferenceObject extends ApexObject implements HasText {
  readonly path: string;
  /** Names ignore case (Apex Reference Guide, "PageReference Class", getParameters) but keep their spelling. */
  readonly parameters = new CaseInsensitiveMap<S>(T.String);
  readonly headers: ApexMap<string, S> = new ApexMap(T.String, T.String);
  readonly cookies: ApexMap<string, CookieObject> = new ApexMap(T.String, {
    kind: 'platform',
    name: 'Cookie',
    args: []
  });
  anchor: S = null;
  redirect = false;
  redirectCode = 0;
  constructor(url: string) {
    super();
    const [, path = '', query = '', anchor] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(url) ?? [];
    this.path = path;
    this.anchor = anchor ?? null;
    for (const [name, value] of new URLSearchParams(query)) mapSet(this.parameters, name, value);
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'PageReference', args: [] };
  }
  /** The parameters stand in the order of their names, as public suites find them on an org. */
  url(): string {
    const query = new URLSearchParams();
    const sorted = [...this.parameters.entries.values()].sort((a, b) => compareIgnoringCase(a.key, b.key));
    for (const { key, value } of sorted) query.append(key, value ?? '');
    const text = query.toString();
    return `${this.path}${text === '' ? '' : `?${text}`}${this.anchor === null ? '' : `#${this.anchor}`}`;
  }
  apexText(): string {
    return `System.PageReference[${this.url()}]`;
  }
}

function compareIgnoringCase(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x < y ? -1 : x > y ? 1 : 0;
}

type Self = PageReferenceObject;

/** The platform refuses this call in tests, and outside of them there is no page to render. */
const content = (): never => {
  throw visualforceException('Methods defined as TestMethod do not support getContent call');
};

export const pageReferenceClass = platformClass({
  name: 'System.PageReference',
  members: {
    'PageReference(String partialURL)': (_tx, url: S) => {
      if (url === null) throw nullPointer('Argument 1 cannot be null');
      return new PageReferenceObject(url);
    },
    'PageReference(SObject record)': (_tx, record: SObjectValue | null) => {
      const name = required(record, 1).fields.get('Name');
      if (record?.object !== 'ApexPage' || typeof name !== 'string') {
        throw visualforceException('The record is no Visualforce page');
      }
      return new PageReferenceObject(`/apex/${name.toLowerCase()}`);
    },
    'static PageReference forResource(String resourceName)': (_tx, name: S) =>
      new PageReferenceObject(`/resource/${required(name, 1)}`),
    'static PageReference forResource(String resourceName, String path)': (_tx, name: S, path: S) =>
      new PageReferenceObject(`/resource/${required(name, 1)}/${required(path, 2)}`),
    'String getAnchor()': (_tx, self: Self) => self.anchor,
    'Blob getContent()': content,
    'Blob getContentAsPDF()': content,
    'Map<String,Cookie> getCookies()': (_tx, self: Self) => self.cookies,
    'Map<String,String> getHeaders()': (_tx, self: Self) => self.headers,
    'Map<String,String> getParameters()': (_tx, self: Self) => self.parameters,
    'Boolean getRedirect()': (_tx, self: Self) => self.redirect,
    'Integer getRedirectCode()': (_tx, self: Self) => self.redirectCode,
    'String getUrl()': (_tx, self: Self) => self.url(),
    'PageReference setAnchor(String anchor)': (_tx, self: Self, anchor: S) => {
      self.anchor = anchor;
      return self;
    },
    'void setCookies(List<Cookie> cookies)': (_tx, self: Self, cookies: ApexList<CookieObject> | null) => {
      for (const cookie of required(cookies, 1).items) mapSet(self.cookies, cookie.name, cookie);
    },
    'PageReference setRedirect(Boolean redirect)': (_tx, self: Self, redirect: boolean | null) => {
      self.redirect = redirect === true;
      return self;
    },
    'PageReference setRedirectCode(Integer redirectCode)': (_tx, self: Self, code: number | null) => {
      self.redirectCode = required(code, 1);
      return self;
    }
  }
});
