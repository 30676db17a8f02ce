/**
 * Answer to POST /lightning/apex/<Class>/<method>. The request body is one object: parameters by name.
 * With `?wire=1` the server must refuse a method that is not `@AuraEnabled(cacheable=true)` before running it: `@wire` may not change data.
 */
export interface ApexAnswer {
  /** null for void methods. */
  readonly value: JsonValue;
  /** True for `@AuraEnabled(cacheable=true)`: the browser keeps the answer. */
  readonly cacheable: boolean;
}

/** Body of the 500 (or 403, 404) answer. For AuraHandledException `message` is its text and `exceptionType` System.AuraHandledException. */
export interface ApexErrorBody {
  readonly message: string;
  readonly exceptionType?: string;
  readonly isUserDefinedException?: boolean;
  readonly stackTrace?: string;
  /** Present for DML failures, as on the platform. */
  readonly pageErrors?: readonly { readonly statusCode: string; readonly message: string }[];
  readonly fieldErrors?: Readonly<Record<string, readonly { readonly statusCode: string; readonly message: string }[]>>;
}

export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

/** One server-sent event of GET /lightning/events?channel=/event/X. */
export interface PlatformEventMessage {
  readonly channel: string;
  readonly data: {
    readonly schema: string;
    readonly payload: Readonly<Record<string, JsonValue>>;
    readonly event: { readonly replayId: number };
  };
}
