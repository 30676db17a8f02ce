import { idOf } from '../../async/job-rows.js';
import { emailPage } from '../emails/email-page.js';
import type { HttpResult } from '../worker/protocol.js';
import { json, type WideContext } from './route.js';

/** GET /local-org/emails: the messages that Apex has sent, for people. */
export function getEmailPage({ org, task }: WideContext): HttpResult {
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      // Messages are foreign HTML: nothing in them runs or is fetched.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'"
    },
    body: new TextEncoder().encode(emailPage(org.emails.latest(), org.data.runningUser(idOf(task.userId))))
  };
}

/** GET /local-org/emails.json: the same for programs. */
export const getEmails = ({ org }: WideContext): HttpResult => json(200, org.emails.latest());
