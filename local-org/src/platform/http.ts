import { ApexList } from '../kernel/collections.js';
import { jobPlace } from '../runtime/job-place.js';
import { ApexObject } from '../kernel/object.js';
import { ApexBlob } from '../kernel/scalars.js';
import { CalloutFailure, type Transaction } from '../kernel/services.js';
import { type ApexType, T } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import { callMethod } from '../runtime/dispatch.js';
import { calloutException, nullPointer, typeException } from '../runtime/exceptions.js';
import { reserveBytes } from '../runtime/heap.js';
import type { HasText } from '../runtime/text.js';
import { blobOf, blobText } from './blob.js';
import { platformClass } from './define.js';
import { virtual } from './object.js';
import { mockFor } from './test.js';
import { type DocumentObject, documentOf } from './xml/dom.js';
import { StreamReaderObject } from './xml/stream-reader.js';

type S = string | null;
type I = number | null;
type B = ApexBlob | null;

const bodyText = (body: B): string => (body === null ? '' : blobText(body));

/** Headers under the spelling of their last assignment; look-ups ignore case. */
class Headers {
  private readonly entries = new Map<string, { readonly name: string; readonly value: string }>();
  set(name: string, value: string): void {
    this.entries.set(name.toLowerCase(), { name, value });
  }
  get(name: string): string | null {
    return this.entries.get(name.toLowerCase())?.value ?? null;
  }
  names(): string[] {
    return [...this.entries.values()].map((entry) => entry.name);
  }
  toMap(): ReadonlyMap<string, string> {
    return new Map([...this.entries.values()].map(({ name, value }) => [name, value]));
  }
}

const ignoringCase = (a: string, b: string): number => (a.toLowerCase() < b.toLowerCase() ? -1 : 1);

export class HttpRequestObject extends ApexObject implements HasText {
  endpoint: string | null = null;
  method: string | null = null;
  body: ApexBlob | null = null;
  timeoutMs = 10_000;
  compressed = false;
  /** Name of the certificate that the caller presents. */
  certificate: string | null = null;
  readonly headers = new Headers();
  override apexType(): ApexType {
    return { kind: 'platform', name: 'HttpRequest', args: [] };
  }
  apexText(): string {
    return `System.HttpRequest[Endpoint=${this.endpoint ?? 'null'}, Method=${this.method ?? 'null'}]`;
  }
}

export class HttpResponseObject extends ApexObject implements HasText {
  body: ApexBlob | null = null;
  status: string | null = null;
  statusCode = 0;
  readonly headers = new Headers();
  override apexType(): ApexType {
    return { kind: 'platform', name: 'HttpResponse', args: [] };
  }
  apexText(): string {
    return `System.HttpResponse[Status=${this.status ?? 'null'}, StatusCode=${this.statusCode}]`;
  }
}

/** Refuses a callout while DML or enqueued jobs are pending. In tests what happened before startTest does not count. */
export function refuseUncommitted(tx: Transaction): void {
  const jobs = tx.limits.used('queueableJobs') + tx.limits.used('futureCalls');
  if (jobs > 0 || tx.data.hasUncommittedWork(tx)) {
    throw calloutException('You have uncommitted work pending. Please commit or rollback before calling out');
  }
}

/** Jobs call out only when they have said so. */
function refuseSilentCallout(tx: Transaction): void {
  if (jobPlace(tx).calloutsAllowed) return;
  throw calloutException(
    'Callout not allowed from this future method. Please enable callout by annotating the future method. eg: @Future(callout=true)'
  );
}

function send(tx: Transaction, request: HttpRequestObject): HttpResponseObject {
  refuseSilentCallout(tx);
  tx.limits.add('callouts', 1);
  refuseUncommitted(tx);
  if (tx.test) {
    const mock = mockFor(tx, 'HttpCalloutMock');
    if (!mock) throw typeException('Methods defined as TestMethod do not support Web service callouts');
    const answer = callMethod(tx, mock, 'respond', [request]);
    if (!(answer instanceof HttpResponseObject)) throw nullPointer();
    return answer;
  }
  if (request.endpoint === null) throw calloutException('The callout endpoint is not set');
  // An org without certificates cannot present one; saying so beats a call that the other side refuses.
  if (request.certificate !== null) throw calloutException(`The certificate ${request.certificate} does not exist`);
  try {
    const model = tx.callouts.send(tx, {
      method: request.method ?? 'GET',
      url: request.endpoint,
      headers: request.headers.toMap(),
      body: request.body?.bytes ?? new Uint8Array(),
      timeoutMs: request.timeoutMs
    });
    const response = new HttpResponseObject();
    response.statusCode = model.status;
    response.status = model.statusText;
    reserveBytes(tx, model.body.length);
    response.body = new ApexBlob(model.body);
    for (const [name, value] of model.headers) response.headers.set(name, value);
    return response;
  } catch (error) {
    if (error instanceof CalloutFailure) throw calloutException(error.message);
    throw error;
  }
}

class HttpObject extends ApexObject {
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Http', args: [] };
  }
}

export const httpClass = platformClass({
  name: 'System.Http',
  members: {
    'Http()': () => new HttpObject(),
    'HttpResponse send(HttpRequest request)': (tx, _self: HttpObject, request: HttpRequestObject | null) =>
      send(tx, required(request, 1)),
    'String toString()': () => 'System.Http[]'
  }
});

export const httpRequestClass = platformClass({
  name: 'System.HttpRequest',
  members: {
    'HttpRequest()': () => new HttpRequestObject(),
    'String getBody()': (_tx, self: HttpRequestObject) => bodyText(self.body),
    'Blob getBodyAsBlob()': (_tx, self: HttpRequestObject) => self.body,
    'Dom.Document getBodyDocument()': (_tx, self: HttpRequestObject) => documentOf(bodyText(self.body)),
    'Boolean getCompressed()': (_tx, self: HttpRequestObject) => self.compressed,
    'String getEndpoint()': (_tx, self: HttpRequestObject) => self.endpoint,
    'String getHeader(String key)': (_tx, self: HttpRequestObject, key: S) => self.headers.get(required(key, 1)),
    'String getMethod()': (_tx, self: HttpRequestObject) => self.method,
    'void setBody(String body)': (_tx, self: HttpRequestObject, body: S) => {
      self.body = blobOf(required(body, 1));
    },
    'void setBodyAsBlob(Blob body)': (_tx, self: HttpRequestObject, body: B) => {
      self.body = required(body, 1);
    },
    'void setBodyDocument(Dom.Document document)': (_tx, self: HttpRequestObject, document: DocumentObject | null) => {
      self.body = blobOf(required(document, 1).toXml());
    },
    'void setClientCertificate(String clientCert, String password)': (_tx, self: HttpRequestObject, cert: S) => {
      self.certificate = required(cert, 1);
    },
    'void setClientCertificateName(String certDevName)': (_tx, self: HttpRequestObject, name: S) => {
      self.certificate = required(name, 1);
    },
    'void setCompressed(Boolean flag)': (_tx, self: HttpRequestObject, flag: boolean | null) => {
      self.compressed = flag === true;
    },
    'void setEndpoint(String endpoint)': (_tx, self: HttpRequestObject, endpoint: S) => {
      self.endpoint = endpoint;
    },
    'void setHeader(String key, String value)': (_tx, self: HttpRequestObject, key: S, value: S) =>
      self.headers.set(required(key, 1), required(value, 2)),
    'void setMethod(String method)': (_tx, self: HttpRequestObject, method: S) => {
      self.method = method;
    },
    'void setTimeout(Integer timeout)': (_tx, self: HttpRequestObject, timeout: I) => {
      const ms = required(timeout, 1);
      if (ms < 1 || ms > 120_000) throw calloutException(`Invalid timeout: ${ms}. It must be between 1 and 120000 ms`);
      self.timeoutMs = ms;
    },
    'String toString()': (_tx, self: HttpRequestObject) => self.apexText()
  }
});

export const httpResponseClass = platformClass({
  name: 'System.HttpResponse',
  members: {
    'HttpResponse()': () => new HttpResponseObject(),
    'String getBody()': (_tx, self: HttpResponseObject) => bodyText(self.body),
    'Blob getBodyAsBlob()': (_tx, self: HttpResponseObject) => self.body ?? new ApexBlob(new Uint8Array()),
    // Blanks before the declaration are overlooked, unlike by Dom.Document.load (public suites).
    'Dom.Document getBodyDocument()': (_tx, self: HttpResponseObject) => documentOf(bodyText(self.body).trimStart()),
    'String getHeader(String key)': (_tx, self: HttpResponseObject, key: S) => self.headers.get(required(key, 1)),
    'List<String> getHeaderKeys()': (_tx, self: HttpResponseObject) =>
      new ApexList(T.String, [...self.headers.names()].sort(ignoringCase)),
    'String getStatus()': (_tx, self: HttpResponseObject) => self.status,
    'Integer getStatusCode()': (_tx, self: HttpResponseObject) => self.statusCode,
    'XmlStreamReader getXmlStreamReader()': (_tx, self: HttpResponseObject) =>
      new StreamReaderObject(bodyText(self.body)),
    'void setBody(String body)': (_tx, self: HttpResponseObject, body: S) => {
      self.body = blobOf(required(body, 1));
    },
    'void setBodyAsBlob(Blob body)': (_tx, self: HttpResponseObject, body: B) => {
      self.body = required(body, 1);
    },
    'void setHeader(String key, String value)': (_tx, self: HttpResponseObject, key: S, value: S) =>
      self.headers.set(required(key, 1), required(value, 2)),
    'void setStatus(String status)': (_tx, self: HttpResponseObject, status: S) => {
      self.status = status;
    },
    'void setStatusCode(Integer statusCode)': (_tx, self: HttpResponseObject, code: I) => {
      self.statusCode = required(code, 1);
    },
    'String toString()': (_tx, self: HttpResponseObject) => self.apexText()
  }
});

export const httpCalloutMockClass = platformClass({
  name: 'System.HttpCalloutMock',
  kind: 'interface',
  members: { 'HttpResponse respond(HttpRequest request)': virtual('respond') }
});
