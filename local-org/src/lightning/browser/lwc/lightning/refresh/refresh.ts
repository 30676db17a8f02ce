/** Source: https://developer.salesforce.com/docs/platform/lwc/guide/data-refreshview.html */
import type { LightningElement } from 'lwc';
import { REFRESH_EVENT, register, unregister } from '../../../services/refresh.ts';

/** Asks the page to show fresh data. */
export class RefreshEvent extends CustomEvent<undefined> {
  constructor() {
    super(REFRESH_EVENT, { bubbles: true, composed: true, cancelable: true });
  }
}

export const REFRESH_ERROR = 'refresh_error';
export const REFRESH_COMPLETE = 'refresh_complete';
export const REFRESH_COMPLETE_WITH_ERRORS = 'refresh_complete_with_errors';

export function registerRefreshHandler(element: LightningElement, handler: () => Promise<unknown>): number {
  return register(element as unknown as EventTarget, handler);
}

export function unregisterRefreshHandler(id: number): void {
  unregister(id);
}

/** A container of its own: here the page is the one container, so its callback runs with each refresh. */
export function registerRefreshContainer(
  element: LightningElement,
  callback: (refreshed: Promise<unknown>) => void
): number {
  return register(element as unknown as EventTarget, () => callback(Promise.resolve(REFRESH_COMPLETE)));
}

export function unregisterRefreshContainer(id: number): void {
  unregister(id);
}
