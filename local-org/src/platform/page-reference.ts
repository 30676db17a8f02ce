import { ApexMap } from '../kernel/collections.js';
import { ApexObject } from '../kernel/object.js';
import { type ApexType, T } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import type { HasText } from '../runtime/text.js';
import { platformClass } from './define.js';
import { mapSet } from './map.js';

type S = string | null;
type Texts = ApexMap<string, string | null>;

/** System.PageReference: a URL with parameters. Visualforce itself is not served. */
class PageReferenceObject extends ApexObject implements HasText {
  readonly path: string;
  readonly parameters: Texts = new ApexMap(T.String, T.String);
  readonly headers: Texts = new ApexMap(T.String, T.String);
  anchor: string | null = null;
  redirect = false;
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
  url(): string {
    const query = new URLSearchParams();
    for (const { key, value } of this.parameters.entries.values()) query.append(key, value ?? '');
    const text = query.toString();
    return `${this.path}${text === '' ? '' : `?${text}`}${this.anchor === null ? '' : `#${this.anchor}`}`;
  }
  apexText(): string {
    return `System.PageReference[${this.url()}]`;
  }
}

const visualforce = { unsupported: 'Visualforce' };

export const pageClasses = [
  platformClass({
    name: 'System.PageReference',
    members: {
      'PageReference(String partialURL)': (_tx, url: S) => new PageReferenceObject(required(url, 1)),
      'String getAnchor()': (_tx, self: PageReferenceObject) => self.anchor,
      'Blob getContent()': visualforce,
      'Blob getContentAsPDF()': visualforce,
      'Map<String,Cookie> getCookies()': visualforce,
      'Map<String,String> getHeaders()': (_tx, self: PageReferenceObject) => self.headers,
      'Map<String,String> getParameters()': (_tx, self: PageReferenceObject) => self.parameters,
      'Boolean getRedirect()': (_tx, self: PageReferenceObject) => self.redirect,
      'String getUrl()': (_tx, self: PageReferenceObject) => self.url(),
      'PageReference setAnchor(String anchor)': (_tx, self: PageReferenceObject, anchor: S) => {
        self.anchor = anchor;
        return self;
      },
      'PageReference setRedirect(Boolean redirect)': (_tx, self: PageReferenceObject, redirect: boolean | null) => {
        self.redirect = redirect === true;
        return self;
      }
    }
  }),
  platformClass({
    name: 'System.ApexPages',
    members: {
      'static PageReference currentPage()': visualforce,
      'static void addMessage(ApexPages.Message message)': visualforce,
      'static void addMessages(Exception ex)': visualforce,
      'static List<ApexPages.Message> getMessages()': visualforce,
      'static Boolean hasMessages()': visualforce
    }
  })
];
