/** Modules that the bundler provides: base components of lightning-base-components, and the registry of the project's components. */

declare module 'lightning-shell:components' {
  import type { LightningElement } from 'lwc';
  export const components: Readonly<Record<string, () => Promise<{ readonly default?: typeof LightningElement }>>>;
}

declare module 'lightning/modal' {
  import { LightningElement } from 'lwc';
  export default class LightningModal extends LightningElement {
    size: string;
    label: string;
    description: string;
    disableClose: boolean;
    close(result?: unknown): void;
    static open<P extends object>(properties: P): Promise<unknown>;
  }
}

declare module 'lightning/confirm' {
  const LightningConfirm: {
    open(options: { message: string; label: string; theme?: string; variant?: string }): Promise<boolean>;
  };
  export default LightningConfirm;
}

declare module '@lwc/synthetic-shadow';

interface Window {
  /** Begun by index.html, so that it runs while the scripts load. */
  lightningBootstrap: Promise<Response>;
}
