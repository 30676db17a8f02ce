import { ApexObject } from '../kernel/object.js';
import type { ApexType } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import { illegalArgument } from '../runtime/exceptions.js';
import type { HasText } from '../runtime/text.js';
import { platformClass } from './define.js';

type S = string | null;

const defaultPorts: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21 };

/** System.URL over its text; parts are cut as java.net.URL cuts them. */
export class UrlObject extends ApexObject implements HasText {
  readonly text: string;
  readonly protocol: string;
  readonly authority: string;
  readonly path: string;
  readonly query: string | null;
  readonly ref: string | null;
  constructor(text: string) {
    super();
    const match = /^([A-Za-z][\w+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(text);
    if (!match) throw illegalArgument(`no protocol: ${text}`);
    this.text = text;
    this.protocol = (match[1] ?? '').toLowerCase();
    this.authority = match[2] ?? '';
    this.path = match[3] ?? '';
    this.query = match[4] ?? null;
    this.ref = match[5] ?? null;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'URL', args: [] };
  }
  apexText(): string {
    return `System.URL[${this.text}]`;
  }
  get host(): string {
    return this.authority.replace(/^.*@/, '').replace(/:\d+$/, '');
  }
  get port(): number {
    const port = /:(\d+)$/.exec(this.authority)?.[1];
    return port === undefined ? -1 : Number(port);
  }
  get file(): string {
    return this.query === null ? this.path : `${this.path}?${this.query}`;
  }
}

export const urlClass = platformClass({
  name: 'System.URL',
  members: {
    'URL(String spec)': (_tx, spec: S) => new UrlObject(required(spec, 1)),
    'URL(URL context, String spec)': (_tx, context: UrlObject | null, spec: S) =>
      new UrlObject(new URL(required(spec, 2), required(context, 1).text).href),
    'URL(String protocol, String host, String file)': (_tx, protocol: S, host: S, file: S) =>
      new UrlObject(`${required(protocol, 1)}://${required(host, 2)}${required(file, 3)}`),
    'URL(String protocol, String host, Integer port, String file)': (
      _tx,
      protocol: S,
      host: S,
      port: number | null,
      file: S
    ) =>
      new UrlObject(
        `${required(protocol, 1)}://${required(host, 2)}${required(port, 3) < 0 ? '' : `:${port}`}${required(file, 4)}`
      ),
    'static URL getCurrentRequestUrl()': (tx) => new UrlObject(tx.org.info.baseUrl),
    'static URL getOrgDomainUrl()': (tx) => new UrlObject(tx.org.info.baseUrl),
    'static URL getSalesforceBaseUrl()': (tx) => new UrlObject(tx.org.info.baseUrl),
    'static String getFileFieldURL(String entityId, String fieldName)': { unsupported: 'files' },
    'String getAuthority()': (_tx, self: UrlObject) => self.authority,
    'Integer getDefaultPort()': (_tx, self: UrlObject) => defaultPorts[self.protocol] ?? -1,
    'String getFile()': (_tx, self: UrlObject) => self.file,
    'String getHost()': (_tx, self: UrlObject) => self.host,
    'String getPath()': (_tx, self: UrlObject) => self.path,
    'Integer getPort()': (_tx, self: UrlObject) => self.port,
    'String getProtocol()': (_tx, self: UrlObject) => self.protocol,
    'String getQuery()': (_tx, self: UrlObject) => self.query,
    'String getRef()': (_tx, self: UrlObject) => self.ref,
    'String getUserInfo()': (_tx, self: UrlObject) => /^(.*)@/.exec(self.authority)?.[1] ?? null,
    'Boolean sameFile(URL URLToCompare)': (_tx, self: UrlObject, other: UrlObject | null) => {
      const b = required(other, 1);
      return self.protocol === b.protocol && self.authority === b.authority && self.file === b.file;
    },
    'String toExternalForm()': (_tx, self: UrlObject) => self.text
  }
});
