import { ApexList, ApexMap } from '../kernel/collections.js';
import { ApexObject, type ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import { type ApexType, T } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import { calloutException, illegalArgument } from '../runtime/exceptions.js';
import { platformClass } from './define.js';
import type { HttpRequestObject, HttpResponseObject } from './http.js';
import { mapSet } from './map.js';

type S = string | null;

const requestType: ApexType = { kind: 'platform', name: 'HttpRequest', args: [] };
const longestSeconds = 120;
const mostRequests = 3;
const responsesKey = {};
const countKey = {};

const responses = (tx: Transaction): Map<string, HttpResponseObject> => tx.slot(responsesKey, () => new Map());
const counter = (tx: Transaction): { labels: number } => tx.slot(countKey, () => ({ labels: 0 }));

/** System.Continuation: up to three requests and the method that gets their answers. */
export class ContinuationObject extends ApexObject {
  timeout: number | null;
  continuationMethod: S = null;
  state: ApexValue = null;
  readonly requests = new ApexMap<string, HttpRequestObject>(T.String, requestType);
  constructor(timeout: number) {
    super();
    this.timeout = timeout;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Continuation', args: [] };
  }
}

type Self = ContinuationObject;

function addRequest(tx: Transaction, self: Self, request: HttpRequestObject): string {
  if (self.requests.entries.size >= mostRequests) {
    throw calloutException(`Exceeded max number (${mostRequests}) of asynchronous callouts per continuation`);
  }
  const label = `Continuation-${++counter(tx).labels}`;
  mapSet(self.requests, label, request);
  return label;
}

/** Test.setContinuationResponse: what `Continuation.getResponse` answers for a label. */
export function setContinuationResponse(tx: Transaction, label: S, response: HttpResponseObject | null): void {
  responses(tx).set(required(label, 1), required(response, 2));
}

/**
 * Test.invokeContinuationMethod: calls the method that the continuation names. On a page's controller it takes nothing or the state;
 * an Aura method takes the labels and the state.
 */
export function invokeContinuationMethod(tx: Transaction, controller: ApexObject, continuation: Self): ApexValue {
  const name = continuation.continuationMethod;
  if (name === null) throw illegalArgument('The continuation has no continuation method');
  const labels = new ApexList(
    T.String,
    [...continuation.requests.entries.values()].map(({ key }) => key)
  );
  const choices: readonly (readonly ApexValue[])[] = [[], [continuation.state], [labels, continuation.state]];
  for (const args of choices) {
    const method = tx.org.code.userMethod(controller, name, args.length);
    if (method) return method(tx, ...args) ?? null;
  }
  throw illegalArgument(`Method does not exist: ${name}`);
}

export const continuationClass = platformClass({
  name: 'System.Continuation',
  members: {
    'Continuation(Integer timeout)': (_tx, timeout: number | null) => {
      const seconds = required(timeout, 1);
      if (seconds < 1 || seconds > longestSeconds) {
        throw illegalArgument(`Continuation timeout must be between 1 and ${longestSeconds} seconds`);
      }
      return new ContinuationObject(seconds);
    },
    'String continuationMethod {get; set}': {
      get: (_tx, self: Self) => self.continuationMethod,
      set: (_tx, self: Self, name: S) => {
        self.continuationMethod = name;
      }
    },
    'Integer timeout {get; set}': {
      get: (_tx, self: Self) => self.timeout,
      set: (_tx, self: Self, timeout: number | null) => {
        self.timeout = timeout;
      }
    },
    'Object state {get; set}': {
      get: (_tx, self: Self) => self.state,
      set: (_tx, self: Self, state: ApexValue) => {
        self.state = state;
      }
    },
    'String addHttpRequest(HttpRequest request)': (tx, self: Self, request: HttpRequestObject | null) =>
      addRequest(tx, self, required(request, 1)),
    'Map<String,HttpRequest> getRequests()': (_tx, self: Self) => self.requests,
    'static HttpResponse getResponse(String requestLabel)': (tx, label: S) =>
      responses(tx).get(required(label, 1)) ?? null
  }
});
