import { recordStore } from './records.ts';

export const REFRESH_EVENT = 'lightning__refreshview';

type Handler = () => Promise<unknown> | unknown;

interface Registration {
  /** The element that wants to be refreshed; undefined means wherever it is. */
  readonly element: EventTarget | undefined;
  readonly handler: Handler;
}

const registrations = new Map<number, Registration>();
const counter = { next: 1 };

/** Registers a handler of `RefreshEvent`. Returns the id for `unregister`. */
export function register(element: EventTarget | undefined, handler: Handler): number {
  const id = counter.next++;
  registrations.set(id, { element, handler });
  return id;
}

export function unregister(id: number): void {
  registrations.delete(id);
}

/** Runs all handlers and reads all records in use again. A handler that fails does not stop the others. */
export async function refreshView(): Promise<void> {
  const handlers = [...registrations.values()].map(({ handler }) => (async () => handler())());
  await Promise.allSettled([recordStore.invalidate(() => true), ...handlers]);
}
