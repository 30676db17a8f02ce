import type { Transaction } from '../kernel/services.js';
import { mailOutbox } from '../platform/messaging/outbox.js';

export interface PlainMail {
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly html?: boolean;
  /** Address of the sender; absent: the user. */
  readonly from?: string;
}

/** Lays a mail of automation into the outbox of the transaction, beside those of Apex. */
export function sendMail(tx: Transaction, { to, cc = [], subject, body, html = false, from }: PlainMail): void {
  mailOutbox(tx).push({
    from: from ?? `${tx.user.name} <${tx.user.email}>`,
    to,
    cc,
    bcc: [],
    subject,
    text: html ? null : body,
    html: html ? body : null,
    attachments: [],
    sentAt: tx.now()
  });
}
