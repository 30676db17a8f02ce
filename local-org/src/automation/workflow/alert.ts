import { ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { renderTemplate } from '../../platform/messaging/render.js';
import { sendMail } from '../mail.js';
import { uncounted } from '../records.js';
import type { AlertModel } from './model.js';
import { addressesOf } from './recipients.js';

/** Sends an email alert about a record; without a recipient no mail leaves. The template's name is the subject where it is missing. */
export function sendAlert(tx: Transaction, alert: AlertModel, record: SObjectValue): void {
  const to = [...new Set(alert.recipients.flatMap((recipient) => addressesOf(tx, record, recipient)))];
  if (to.length + alert.cc.length === 0) return;
  const name = alert.template.split('/').at(-1) ?? '';
  const [template] = uncounted(
    tx,
    'SELECT Id, Subject, Body, HtmlValue FROM EmailTemplate WHERE DeveloperName = :name LIMIT 1',
    { name }
  );
  const what = record.fields.get('Id');
  const rendered = template && renderTemplate(tx, template, { who: null, what: what instanceof ApexId ? what : null });
  sendMail(tx, {
    to,
    cc: alert.cc,
    subject: rendered?.subject ?? name,
    body: rendered?.html ?? rendered?.text ?? '',
    html: (rendered?.html ?? null) !== null,
    ...(alert.sender !== undefined && { from: alert.sender })
  });
}
