import { unwrap } from 'lwc';
import type { ApexAnswer, JsonValue } from '../../protocol/apex.ts';
import { request } from './http.ts';
import { QueryStore, type Provision } from './query-store.ts';
import { isComplete, storeAdapter, type WireAdapterClass } from './wire.ts';

/** Answers of cacheable methods live five minutes, as in Lightning Data Service. */
const store = new QueryStore<JsonValue>(5 * 60_000);
/** Which query a wired value came from; weak, because components drop values at will. */
const origins = new WeakMap<object, string>();

type Parameters = Record<string, unknown>;

/** An Apex method as components import it: a function to call, and an adapter to wire. */
export interface ApexMethod {
  (parameters?: Parameters): Promise<JsonValue>;
  readonly adapter: WireAdapterClass<JsonValue>;
}

/**
 * The module `@salesforce/apex/Class.method`. A call of a cacheable method is answered from the cache where it can be, as on the
 * platform: `refreshApex` is what gets fresh data.
 * Source: https://developer.salesforce.com/docs/platform/lwc/guide/apex-result-caching
 */
export function apexMethod(className: string, method: string): ApexMethod {
  const path = `/lightning/apex/${className}/${method}`;
  const keyOf = (parameters: Parameters) => `${path}?${canonical(parameters)}`;
  const cacheable = { known: false };

  const read = async (parameters: Parameters, wire: boolean): Promise<JsonValue> => {
    const answer = await request<ApexAnswer>('POST', wire ? `${path}?wire=1` : path, parameters);
    cacheable.known = answer.cacheable;
    return answer.value;
  };
  const call = (parameters: Parameters = {}): Promise<JsonValue> =>
    cacheable.known
      ? store.read({ key: keyOf(parameters), load: () => read(parameters, false) })
      : read(parameters, false);
  const adapter = storeAdapter(
    store,
    (config) => (isComplete(config) ? { key: keyOf(config), load: () => read(config, true) } : undefined),
    (value, key) => origins.set(value, key)
  );
  return Object.assign(call, { adapter });
}

/** Reads a wired value again. Anything that no Apex wire provisioned is ignored, as on the platform. */
export async function refreshApex(wired: unknown): Promise<void> {
  const raw = wired === undefined || wired === null ? undefined : (unwrap(wired as object) as Provision);
  const key = raw && origins.get(raw);
  if (key) await store.refresh(key);
}

/** Value of a field of an sObject that an Apex method returned; `field` is a name or a `@salesforce/schema` import. */
export function getSObjectValue(
  record: Record<string, unknown> | undefined,
  field: string | { fieldApiName: string }
): unknown {
  const path = typeof field === 'string' ? field.split('.').slice(1) : field.fieldApiName.split('.');
  return path.reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], record);
}

/** JSON with sorted keys: the same parameters give the same text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    item && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item
  );
}
