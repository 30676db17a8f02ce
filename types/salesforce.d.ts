/** Types of @salesforce modules that no published package declares. Apex methods and labels are generated. */

declare module '@salesforce/apex' {
  /** Provisions fresh data to a wired Apex property, past the client cache; takes the whole provisioned value. */
  export function refreshApex(wiredValue: unknown): Promise<void>;
}

declare module '@salesforce/customPermission/*' {
  /** True when the running user holds the custom permission; undefined, not false, otherwise. */
  const granted: boolean | undefined;
  export default granted;
}

declare module '@salesforce/i18n/locale' {
  /** BCP 47 tag of the running user's locale, such as en-US. */
  const locale: string;
  export default locale;
}

declare module '@salesforce/i18n/timeZone' {
  /** IANA name of the running user's time zone. */
  const timeZone: string;
  export default timeZone;
}

/** The shape that generated Apex method modules share. */
declare module 'apex/method' {
  import type { WireAdapterConstructor } from 'lwc';

  /** What a wired property holds: nothing at first, then either data or the error. */
  export interface Wired<R> {
    data?: R;
    error?: unknown;
  }

  /** An Apex method as LWC sees it: a function to call and a wire adapter. */
  export type ApexMethod<C, R> = ((config: C) => Promise<R>) & {
    adapter: WireAdapterConstructor<Partial<C>, Wired<R>>;
  };
}
