import { ApexObject } from '../kernel/object.js';
import { ApexBlob } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import type { ApexType } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import { calloutException } from '../runtime/exceptions.js';
import { platformClass, type PlatformClassSource } from './define.js';
import type { HttpRequestObject } from './http.js';
import { HttpResponseObject } from './http.js';

type S = string | null;

/** StaticResourceCalloutMock and MultiStaticResourceCalloutMock: answers taken from static resources. */
class ResourceMock extends ApexObject {
  private readonly type: string;
  /** Resource by endpoint; the single mock keeps its one under the empty endpoint. */
  readonly resources = new Map<string, string>();
  readonly headers = new Map<string, string>();
  status: string | null = null;
  statusCode = 0;
  constructor(type: string) {
    super();
    this.type = type;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: this.type, args: [] };
  }
}

function respond(tx: Transaction, mock: ResourceMock, request: HttpRequestObject): HttpResponseObject {
  const name = mock.resources.get(request.endpoint ?? '') ?? mock.resources.get('');
  const resource = name === undefined ? undefined : tx.org.metadata.staticResource(name);
  if (!resource) throw calloutException(`No static resource for ${request.endpoint ?? 'null'}`);
  const response = new HttpResponseObject();
  response.statusCode = mock.statusCode;
  response.status = mock.status;
  response.body = new ApexBlob(resource.body);
  for (const [key, value] of mock.headers) response.headers.set(key, value);
  return response;
}

const members: PlatformClassSource['members'] = {
  'HttpResponse respond(HttpRequest request)': (tx, self: ResourceMock, request: HttpRequestObject | null) =>
    respond(tx, self, required(request, 1)),
  'void setHeader(String headerName, String headerValue)': (_tx, self: ResourceMock, key: S, value: S) => {
    self.headers.set(required(key, 1), required(value, 2));
  },
  'void setStatus(String httpStatus)': (_tx, self: ResourceMock, status: S) => {
    self.status = status;
  },
  'void setStatusCode(Integer httpStatusCode)': (_tx, self: ResourceMock, code: number | null) => {
    self.statusCode = required(code, 1);
  }
};

export const resourceMockClasses = [
  platformClass({
    name: 'System.StaticResourceCalloutMock',
    implements: ['HttpCalloutMock'],
    members: {
      'StaticResourceCalloutMock()': () => new ResourceMock('StaticResourceCalloutMock'),
      ...members,
      'void setStaticResource(String resourceName)': (_tx, self: ResourceMock, name: S) => {
        self.resources.set('', required(name, 1));
      }
    }
  }),
  platformClass({
    name: 'System.MultiStaticResourceCalloutMock',
    implements: ['HttpCalloutMock'],
    members: {
      'MultiStaticResourceCalloutMock()': () => new ResourceMock('MultiStaticResourceCalloutMock'),
      ...members,
      'void setStaticResource(String endpoint, String resourceName)': (
        _tx,
        self: ResourceMock,
        endpoint: S,
        name: S
      ) => {
        self.resources.set(required(endpoint, 1), required(name, 2));
      }
    }
  })
];
