import type { JsonValue } from './apex.js';

/** GET /lightning/flow-screen/<flow>: what a flow shows. */
export interface FlowPageAnswer {
  /** Null when the flow ended without a screen. */
  readonly screen: FlowPageScreen | null;
}

export interface FlowPageScreen {
  readonly name: string;
  readonly label: string;
  readonly flowLabel: string;
  readonly header: boolean;
  readonly footer: boolean;
  readonly canFinish: boolean;
  readonly parts: readonly FlowPagePart[];
}

export type FlowPagePart =
  | {
      readonly kind: 'component';
      readonly name: string;
      /** `c:name` */
      readonly component: string;
      readonly properties: Readonly<Record<string, JsonValue>>;
    }
  /** Text with HTML in it. */
  | { readonly kind: 'text'; readonly name: string; readonly text: string };
