import type { HttpReply, Outcome } from '../http.js';
import type { Fault } from './fault.js';
import { delay } from './fault.js';

/**
 * Runs a request under a fault. The kinds ending in AfterCommit, and malformedBody, let the work happen and spoil only what
 * the client learns of it; the others keep it from happening.
 * @param errorReply the vendor's error body for a status
 */
export async function withFault(
  fault: Fault | undefined,
  work: () => Promise<Outcome> | HttpReply,
  errorReply: (status: number) => HttpReply
): Promise<Outcome> {
  if (!fault) return work();
  await delay(fault);
  switch (fault.kind) {
    case 'latency':
      return work();
    case 'dropBeforeCommit':
      return 'drop';
    case 'dropAfterCommit':
      await work();
      return 'drop';
    case 'status':
      return spoiled(fault, errorReply(fault.status ?? 503));
    case 'statusAfterCommit':
      await work();
      return spoiled(fault, errorReply(fault.status ?? 500));
    case 'expiredToken':
      return errorReply(401);
    case 'malformedBody': {
      const outcome = await work();
      const status = outcome === 'drop' ? 200 : outcome.status === 204 ? 200 : outcome.status;
      const text = fault.body ?? '<html><body>502 - the gateway had nothing better to say';
      return { status, headers: { 'content-type': 'application/json' }, text };
    }
  }
}

function spoiled(fault: Fault, reply: HttpReply): HttpReply {
  if (fault.retryAfter === undefined) return reply;
  return { ...reply, headers: { ...reply.headers, 'retry-after': String(fault.retryAfter) } };
}
