/** The event by which any component asks for a toast; it reaches the window. */
export const TOAST_EVENT = 'lightning__showtoast';

/** Source: https://developer.salesforce.com/docs/platform/lwc/guide/use-toast */
export interface ToastRequest {
  readonly title: string;
  readonly message?: string;
  /** Texts or links that replace `{0}`, `{1}`, … in the message. */
  readonly messageData?: readonly (string | { readonly url: string; readonly label: string })[];
  readonly variant?: 'info' | 'success' | 'warning' | 'error';
  readonly mode?: 'dismissible' | 'dismissable' | 'pester' | 'sticky';
}

/** Shows a toast from code that has no element to dispatch from. */
export function showToast(toast: ToastRequest): void {
  dispatchEvent(new CustomEvent(TOAST_EVENT, { detail: toast }));
}
