/** Types of lightning/* modules that @salesforce/lightning-types 0.8 lacks; only what this package uses. */

declare module 'lightning/actions' {
  /** Closes the window of a screen quick action. */
  export class CloseActionScreenEvent extends CustomEvent<undefined> {
    constructor(eventInit?: EventInit);
  }
}

declare module 'lightning/navigation' {
  import type { LightningElement, WireAdapterConstructor } from 'lwc';

  export interface PageReference {
    type: string;
    attributes: Record<string, unknown>;
    state?: Record<string, unknown>;
  }
  /** A component that can navigate; its two methods go by symbol, so that no subclass overrides them by accident. */
  interface NavigatingElement extends LightningElement {
    [Navigate](page: PageReference, replace?: boolean): void;
    [GenerateUrl](page: PageReference): Promise<string>;
  }
  /** The page one is on, for `@wire`; its state holds what the address says after the question mark. */
  export const CurrentPageReference: WireAdapterConstructor;
  const Navigate: unique symbol;
  const GenerateUrl: unique symbol;
  export const NavigationMixin: {
    (Base: typeof LightningElement): new () => NavigatingElement;
    readonly Navigate: typeof Navigate;
    readonly GenerateUrl: typeof GenerateUrl;
  };
}

declare module 'lightning/platformShowToastEvent' {
  export interface ToastDetail {
    title: string;
    message?: string;
    variant?: 'info' | 'success' | 'warning' | 'error';
    mode?: 'dismissible' | 'pester' | 'sticky';
  }
  export class ShowToastEvent extends CustomEvent<ToastDetail> {
    constructor(toast: ToastDetail);
  }
}

declare module 'lightning/refresh' {
  import type { LightningElement } from 'lwc';

  /** Asks every registered view under the nearest refresh container to read its data again. */
  export class RefreshEvent extends CustomEvent<undefined> {
    constructor();
  }
  export function registerRefreshHandler(element: LightningElement, handler: () => Promise<unknown>): number;
  export function unregisterRefreshHandler(id: number): void;
}

declare module 'lightning/uiRecordApi' {
  import type { WireAdapterConstructor } from 'lwc';

  export interface RecordData {
    id: string;
    apiName: string;
    fields: Record<string, { value: unknown; displayValue?: string | null }>;
  }
  export const getRecord: WireAdapterConstructor<
    { recordId?: string; fields?: string[]; optionalFields?: string[] },
    { data?: RecordData; error?: unknown }
  >;
  export function getFieldValue(record: RecordData | undefined, field: string): unknown;
  export function notifyRecordUpdateAvailable(records: { recordId: string }[]): Promise<void>;
}
