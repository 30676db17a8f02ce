import { setTimeout as sleep } from 'node:timers/promises';

export const FAULT_KINDS = [
  'latency',
  'status',
  'statusAfterCommit',
  'dropAfterCommit',
  'dropBeforeCommit',
  'malformedBody',
  'expiredToken'
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** A fault ordered for the next requests that match. */
export interface Fault {
  readonly id: number;
  /** Absent: any method. */
  readonly method?: string;
  /** Glob over the path: * within a segment, ** across segments. */
  readonly route: string;
  readonly kind: FaultKind;
  readonly status?: number;
  /** Seconds of the Retry-After header; absent sends none. */
  readonly retryAfter?: number;
  readonly delayMs?: number;
  /** The text that malformedBody sends. */
  readonly body?: string;
  /** How many requests it still hits. */
  readonly times: number;
}

/** Waits out the delay of a fault, if it has one. */
export async function delay(fault: Fault): Promise<void> {
  const milliseconds = fault.delayMs ?? (fault.kind === 'latency' ? 1000 : 0);
  if (milliseconds > 0) await sleep(milliseconds);
}
