import { MessageChannel, receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import type { CalloutHost } from './host.js';
import type { CalloutReply, CalloutRequest } from './protocol.js';

/** The end of the channel that a worker thread holds; handed over in its workerData. */
export interface CalloutLink {
  readonly port: MessagePort;
  /** One Int32: 0 while the worker waits, 1 when a reply lies in the port. */
  readonly signal: SharedArrayBuffer;
}

interface Asked {
  readonly id: number;
  readonly request: CalloutRequest;
}
interface Answered {
  readonly id: number;
  readonly reply: CalloutReply;
}

/** Time beyond the request's own time-out after which the host is taken for dead: token requests and a retry fit in. */
const graceMs = 90_000;

/** The host's end. */
export interface CalloutChannel {
  readonly link: CalloutLink;
  /** True while the worker waits for a reply. */
  busy(): boolean;
  close(): void;
}

/** Connects a new worker to the host. `close` is called when the worker ends. */
export function openCalloutChannel(host: CalloutHost): CalloutChannel {
  const { port1, port2 } = new MessageChannel();
  const signal = new SharedArrayBuffer(4);
  const flag = new Int32Array(signal);
  let open = 0;
  port1.on('message', ({ id, request }: Asked) => {
    open++;
    void host.handle(request).then((reply) => {
      open--;
      port1.postMessage({ id, reply } satisfies Answered);
      Atomics.store(flag, 0, 1);
      Atomics.notify(flag, 0);
    });
  });
  port1.unref();
  return { link: { port: port2, signal }, busy: () => open > 0, close: () => port1.close() };
}

/** The worker's side: sends a request and blocks the thread until the reply is there. */
export class CalloutClient {
  private readonly port: MessagePort;
  private readonly flag: Int32Array;
  private lastId = 0;

  constructor(link: CalloutLink) {
    this.port = link.port;
    this.flag = new Int32Array(link.signal);
  }

  callAndWait(request: CalloutRequest): CalloutReply {
    const id = ++this.lastId;
    const deadline = Date.now() + request.timeoutMs * 2 + graceMs;
    Atomics.store(this.flag, 0, 0);
    this.port.postMessage({ id, request } satisfies Asked);
    while (Atomics.wait(this.flag, 0, 0, Math.max(deadline - Date.now(), 1)) !== 'timed-out') {
      Atomics.store(this.flag, 0, 0);
      // A reply to an earlier request that was given up may come first; it is dropped.
      for (let got = this.receive(); got; got = this.receive()) if (got.id === id) return got.reply;
    }
    return { ok: false, message: 'Read timed out' };
  }

  private receive(): Answered | undefined {
    return (receiveMessageOnPort(this.port) as { message: Answered } | undefined)?.message;
  }
}
