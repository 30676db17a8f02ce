/** Messages between components of one page. Source: https://developer.salesforce.com/docs/platform/lwc/guide/use-message-channel */
import { sourceAdapter } from '../../../services/wire.ts';

interface Channel {
  readonly name: string;
}
interface Subscription {
  readonly channel: string;
  readonly listener: (message: unknown) => void;
}

const listeners = new Map<string, Set<(message: unknown) => void>>();
const context = Object.freeze({});

export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

/** Wires the context that publish and subscribe want. */
export const MessageContext = sourceAdapter<object>((callback) => {
  callback(context);
  return () => undefined;
});

export function createMessageContext(): object {
  return context;
}

export function releaseMessageContext(): void {
  // One context serves the page; there is nothing to release.
}

export function publish(_context: unknown, channel: Channel, message?: unknown): void {
  for (const listener of [...(listeners.get(channel.name) ?? [])]) listener(message);
}

export function subscribe(_context: unknown, channel: Channel, listener: (message: unknown) => void): Subscription {
  const set = listeners.get(channel.name) ?? new Set();
  listeners.set(channel.name, set.add(listener));
  return { channel: channel.name, listener };
}

export function unsubscribe(subscription: Subscription | null | undefined): void {
  if (subscription) listeners.get(subscription.channel)?.delete(subscription.listener);
}
