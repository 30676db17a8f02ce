import type { ServerResponse } from 'node:http';
import type { PlatformEventMessage } from '../lightning/protocol.js';
import type { PublishedEvent } from './worker/protocol.js';

/** Browsers that listen to platform events over server-sent events, as lightning/empApi does over CometD. */
export class EventStreams {
  private readonly open = new Map<ServerResponse, string>();

  /** `channel` is `/event/Name__e`. */
  subscribe(channel: string, response: ServerResponse): void {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      Connection: 'keep-alive'
    });
    response.write(': open\n\n');
    this.open.set(response, channel.toLowerCase());
    response.on('close', () => this.open.delete(response));
  }

  publish(events: readonly PublishedEvent[]): void {
    for (const event of events) {
      const message: PlatformEventMessage = {
        channel: `/event/${event.object}`,
        data: {
          schema: event.object,
          payload: event.payload as PlatformEventMessage['data']['payload'],
          event: { replayId: event.replayId }
        }
      };
      for (const [response, channel] of this.open) {
        if (channel === message.channel.toLowerCase()) response.write(`data: ${JSON.stringify(message)}\n\n`);
      }
    }
  }

  close(): void {
    for (const response of this.open.keys()) response.end();
    this.open.clear();
  }
}
