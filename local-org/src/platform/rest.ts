import { ApexMap } from '../kernel/collections.js';
import { ApexObject } from '../kernel/object.js';
import type { ApexBlob } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import { type ApexType, T } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import { platformClass, type PropertyFunctions } from './define.js';
import { mapSet } from './map.js';

type S = string | null;
type Texts = ApexMap<string, string | null>;

const texts = (): Texts => new ApexMap<string, string | null>(T.String, T.String);

/** System.RestRequest: what came in on /services/apexrest. Server and tests fill it. */
export class RestRequestObject extends ApexObject {
  headers: Texts | null = texts();
  params: Texts | null = texts();
  httpMethod: string | null = null;
  remoteAddress: string | null = null;
  requestBody: ApexBlob | null = null;
  requestURI: string | null = null;
  resourcePath: string | null = null;
  override apexType(): ApexType {
    return { kind: 'platform', name: 'RestRequest', args: [] };
  }
}

/** System.RestResponse: what project code answers. A status code of null means 200. */
export class RestResponseObject extends ApexObject {
  headers: Texts | null = texts();
  responseBody: ApexBlob | null = null;
  statusCode: number | null = null;
  override apexType(): ApexType {
    return { kind: 'platform', name: 'RestResponse', args: [] };
  }
}

interface RestState {
  request: RestRequestObject | null;
  response: RestResponseObject | null;
}

const stateKey = {};
const stateOf = (tx: Transaction): RestState => tx.slot(stateKey, () => ({ request: null, response: null }));

/** Sets RestContext.request and RestContext.response for a transaction that serves a REST call. */
export function setRestContext(tx: Transaction, request: RestRequestObject, response: RestResponseObject): void {
  const state = stateOf(tx);
  state.request = request;
  state.response = response;
}

/** The response as project code left it; it may have put another object into RestContext.response. */
export const restResponse = (tx: Transaction): RestResponseObject | null => stateOf(tx).response;

/** A plain property of a request or response. */
function property<K extends string>(name: K): PropertyFunctions {
  return {
    get: (_tx, self: Record<K, never>) => self[name],
    set: (_tx, self: Record<K, unknown>, value: unknown) => {
      self[name] = value;
    }
  };
}

const put = (map: Texts | null, name: S, value: S): void => {
  mapSet(required(map, 1), required(name, 1), value);
};

export const restClasses = [
  platformClass({
    name: 'System.RestContext',
    members: {
      'static RestRequest request {get; set}': {
        get: (tx) => stateOf(tx).request,
        set: (tx, value: RestRequestObject | null) => {
          stateOf(tx).request = value;
        }
      },
      'static RestResponse response {get; set}': {
        get: (tx) => stateOf(tx).response,
        set: (tx, value: RestResponseObject | null) => {
          stateOf(tx).response = value;
        }
      }
    }
  }),
  platformClass({
    name: 'System.RestRequest',
    members: {
      'RestRequest()': () => new RestRequestObject(),
      'Map<String,String> headers {get; set}': property('headers'),
      'String httpMethod {get; set}': property('httpMethod'),
      'Map<String,String> params {get; set}': property('params'),
      'String remoteAddress {get; set}': property('remoteAddress'),
      'Blob requestBody {get; set}': property('requestBody'),
      'String requestURI {get; set}': property('requestURI'),
      'String resourcePath {get; set}': property('resourcePath'),
      'void addHeader(String name, String value)': (_tx, self: RestRequestObject, name: S, value: S) =>
        put(self.headers, name, value),
      'void addParameter(String name, String value)': (_tx, self: RestRequestObject, name: S, value: S) =>
        put(self.params, name, value)
    }
  }),
  platformClass({
    name: 'System.RestResponse',
    members: {
      'RestResponse()': () => new RestResponseObject(),
      'Map<String,String> headers {get; set}': property('headers'),
      'Blob responseBody {get; set}': property('responseBody'),
      'Integer statusCode {get; set}': property('statusCode'),
      'void addHeader(String name, String value)': (_tx, self: RestResponseObject, name: S, value: S) =>
        put(self.headers, name, value)
    }
  })
];
