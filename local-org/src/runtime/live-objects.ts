import type { Session } from 'node:inspector';
import { ApexList, ApexMap, ApexSet } from '../kernel/collections.js';
import { ApexEnumValue, ApexObject } from '../kernel/object.js';
import { ApexBlob, ApexId } from '../kernel/scalars.js';
import { SObjectValue } from '../kernel/sobject.js';
import { BigDecimal } from 'bigdecimal.js';

/** Where values are handed to the inspector and taken from it. */
const desk = '__liveObjects';
type Desk = Record<typeof desk, unknown>;

let session: Session | undefined;

function post<R>(method: string, params: object): R {
  session ??= connected();
  let answer: R | undefined;
  let failed: Error | null = null;
  // In the thread that asks, the inspector answers before it returns.
  session.post(method, params, (error: Error | null, result?: object) => {
    failed = error;
    answer = result as R;
  });
  if (failed !== null) throw failed as Error;
  return answer as R;
}

/** Node's module is loaded when somebody asks: hardly any run does. */
function connected(): Session {
  const inspector = process.getBuiltinModule('node:inspector');
  const made = new inspector.Session();
  made.connect();
  return made;
}

interface Remote {
  readonly objectId: string;
}

/**
 * Every object of Apex that lives in this thread, wherever it is held: in static variables, locals, or by the platform. Garbage is
 * collected first; takes some tenths of a second.
 */
export function liveObjects(): readonly ApexObject[] {
  const shared = globalThis as unknown as Desk;
  shared[desk] = ApexObject.prototype;
  const { result: prototype } = post<{ result: Remote }>('Runtime.evaluate', { expression: desk });
  const { objects } = post<{ objects: Remote }>('Runtime.queryObjects', { prototypeObjectId: prototype.objectId });
  post('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: `function () { globalThis.${desk} = this; }`
  });
  const found = shared[desk] as readonly ApexObject[];
  delete (shared as Partial<Desk>)[desk];
  for (const { objectId } of [prototype, objects]) post('Runtime.releaseObject', { objectId });
  return found;
}

/** What an object takes before it holds anything, and what a reference to another takes. */
const header = 16;
const reference = 8;

/**
 * Bytes of an object with the values in it, but without other objects that it refers to. The platform publishes no sizes: a number takes
 * 8 and a text a byte a character there, as people have measured with Limits.getHeapSize(); the rest is taken generously.
 */
export function bytesOf(object: ApexObject): number {
  if (object instanceof ApexEnumValue) return 0;
  if (object instanceof ApexList) return header + sum(object.items);
  if (object instanceof ApexSet) return header + sum(object.entries.values());
  if (object instanceof ApexMap) {
    let bytes = header;
    for (const { key, value } of object.entries.values()) bytes += held(key) + held(value);
    return bytes;
  }
  if (object instanceof SObjectValue) return header + sum(object.fields.values()) + reference * object.fields.size;
  return header + sum(Object.values(object));
}

function sum(values: Iterable<unknown>): number {
  let bytes = 0;
  for (const value of values) bytes += held(value);
  return bytes;
}

function held(value: unknown): number {
  if (typeof value === 'string') return reference + value.length;
  if (value instanceof ApexId) return reference + value.value.length;
  if (value instanceof ApexBlob) return reference + value.bytes.length;
  if (value === null || value === undefined || value instanceof ApexObject) return reference;
  return value instanceof BigDecimal ? reference + 16 : reference + 8;
}
