import type { Transaction } from '../../kernel/services.js';

/** A message as it would have left the platform. */
export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly text: string | null;
  readonly html: string | null;
  readonly attachments: readonly string[];
  /** When it was sent, in ms. */
  readonly sentAt: number;
}

const key = {};

/** The messages that the transaction has sent, in order. Whoever commits the transaction keeps them. */
export const mailOutbox = (tx: Transaction): Mail[] => tx.slot(key, () => []);
