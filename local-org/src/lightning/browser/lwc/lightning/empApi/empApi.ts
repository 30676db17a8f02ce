/** Source: https://developer.salesforce.com/docs/component-library/bundle/lightning-emp-api */
import type { PlatformEventMessage } from '../../../../protocol/apex.ts';

interface Subscription {
  readonly id: number;
  readonly channel: string;
}

const sources = new Map<number, EventSource>();
const errorHandlers = new Set<(error: unknown) => void>();
const counter = { next: 1 };

/** Calls back for each event of a channel (`/event/X__e`) that is published from now on; `replayId` -2 asks for kept ones too. */
export async function subscribe(
  channel: string,
  replayId: number,
  onMessage: (message: PlatformEventMessage) => void
): Promise<Subscription> {
  const id = counter.next++;
  const source = new EventSource(`/lightning/events?${new URLSearchParams({ channel, replayId: String(replayId) })}`);
  source.onmessage = (event: MessageEvent<string>) => onMessage(JSON.parse(event.data) as PlatformEventMessage);
  source.onerror = () => {
    const error = { subscription: channel, error: 'The connection was lost; it is being made again.' };
    for (const handler of errorHandlers) handler(error);
  };
  sources.set(id, source);
  return { id, channel };
}

/** Ends a subscription. */
export async function unsubscribe(subscription: Subscription, callback?: (answer: unknown) => void): Promise<object> {
  sources.get(subscription.id)?.close();
  const successful = sources.delete(subscription.id);
  const answer = { successful, subscription: subscription.channel };
  callback?.(answer);
  return answer;
}

export function onError(handler: (error: unknown) => void): void {
  errorHandlers.add(handler);
}

export async function isEmpEnabled(): Promise<boolean> {
  return true;
}

export async function setDebugFlag(): Promise<void> {
  // Debug output is the browser's network panel here.
}
