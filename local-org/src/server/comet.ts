import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PublishedEvent } from './worker/protocol.js';
import { sendJson } from './replies.js';
import { readBody } from './request-body.js';

type Message = Readonly<Record<string, unknown>>;

interface CometClient {
  readonly channels: Set<string>;
  readonly waiting: Message[];
  /** Answers the connect request that hangs, when there is one. */
  answer: (() => void) | null;
  lastSeen: number;
}

/** How long a connect request hangs without news, and after how long a silent client is forgotten. */
const hangMs = 20_000;
const forgetMs = 120_000;

/**
 * The part of the Streaming API (Bayeux over long polling) that clients need to hear of test runs, debug logs and platform events:
 * `/systemTopic/TestResult`, `/systemTopic/Logging`, `/event/<Name>__e`. Events of before the subscription are not replayed.
 * https://developer.salesforce.com/docs/atlas.en-us.api_streaming.meta/api_streaming/using_streaming_api_client_connection.htm
 */
export class Comet {
  private readonly clients = new Map<string, CometClient>();

  /** POST /cometd/<version>: one message or a list of them; the request must have a session. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const messages = await messagesOf(request);
    if (!messages) return sendJson(response, 400, [{ successful: false, error: '400::Malformed message' }]);
    this.forgetSilent();
    const replies: Message[] = [];
    let hanging: { readonly client: CometClient; readonly reply: Message } | null = null;
    for (const message of messages) {
      const reply = this.reply(message);
      const client = this.clients.get(String(message['clientId'] ?? ''));
      if (message['channel'] === '/meta/connect' && client && client.waiting.length === 0) hanging = { client, reply };
      else replies.push(...(client && message['channel'] === '/meta/connect' ? client.waiting.splice(0) : []), reply);
    }
    if (!hanging) return sendJson(response, 200, replies);
    const { client, reply } = hanging;
    // A client has one connect request at a time: a new one releases the old.
    client.answer?.();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, hangMs);
      timer.unref();
      client.answer = () => {
        clearTimeout(timer);
        resolve();
      };
      response.on('close', resolve);
    });
    client.answer = null;
    sendJson(response, 200, [...replies, ...client.waiting.splice(0), reply]);
  }

  /** Tells a topic that a record is new: a finished test class, a debug log. */
  publishRecord(topic: string, id: string): void {
    const data = { event: { createdDate: new Date().toISOString(), type: 'created' }, sobject: { Id: id } };
    this.publish(topic, data);
  }

  publishEvents(events: readonly PublishedEvent[]): void {
    for (const { object, payload, replayId } of events) {
      this.publish(`/event/${object}`, { schema: object, payload, event: { replayId } });
    }
  }

  close(): void {
    for (const client of this.clients.values()) client.answer?.();
    this.clients.clear();
  }

  private publish(channel: string, data: unknown): void {
    for (const client of this.clients.values()) {
      if (!client.channels.has(channel.toLowerCase())) continue;
      client.waiting.push({ channel, data });
      client.answer?.();
    }
  }

  private reply(message: Message): Message {
    const channel = String(message['channel'] ?? '');
    const base = { channel, ...(message['id'] !== undefined && { id: message['id'] }) };
    if (channel === '/meta/handshake') {
      const clientId = randomBytes(16).toString('hex');
      this.clients.set(clientId, { channels: new Set(), waiting: [], answer: null, lastSeen: Date.now() });
      return {
        ...base,
        clientId,
        version: '1.0',
        minimumVersion: '1.0',
        supportedConnectionTypes: ['long-polling'],
        successful: true,
        advice
      };
    }
    const clientId = String(message['clientId'] ?? '');
    const client = this.clients.get(clientId);
    if (!client) {
      const reconnect = { reconnect: 'handshake', interval: 0 };
      return { ...base, clientId, successful: false, error: '403::Unknown client', advice: reconnect };
    }
    client.lastSeen = Date.now();
    switch (channel) {
      case '/meta/connect':
        return { ...base, clientId, successful: true, advice };
      case '/meta/subscribe':
      case '/meta/unsubscribe': {
        const { subscription } = message;
        for (const one of Array.isArray(subscription) ? subscription : [subscription]) {
          const name = String(one).toLowerCase();
          if (channel === '/meta/subscribe') client.channels.add(name);
          else client.channels.delete(name);
        }
        return { ...base, clientId, subscription, successful: true };
      }
      case '/meta/disconnect':
        this.clients.delete(clientId);
        client.answer?.();
        return { ...base, clientId, successful: true };
      default:
        return { ...base, clientId, successful: false, error: `403:${channel}:Clients do not publish here` };
    }
  }

  private forgetSilent(): void {
    const now = Date.now();
    for (const [id, client] of this.clients) if (now - client.lastSeen > forgetMs) this.clients.delete(id);
  }
}

const advice = { reconnect: 'retry', interval: 0, timeout: hangMs };

/** JSON, or the form that clients without JSON bodies send. */
async function messagesOf(request: IncomingMessage): Promise<Message[] | undefined> {
  const text = new TextDecoder().decode(await readBody(request));
  try {
    const json: unknown = JSON.parse(
      text.startsWith('message=') ? (new URLSearchParams(text).get('message') ?? '') : text
    );
    const list: unknown[] = Array.isArray(json) ? (json as unknown[]) : [json];
    return list.every((one) => typeof one === 'object' && one !== null) ? (list as Message[]) : undefined;
  } catch {
    return undefined;
  }
}
