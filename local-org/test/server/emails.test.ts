import { expect, it, onTestFinished } from 'vitest';
import { emailPage } from '../../src/server/emails/email-page.js';
import type { LocalOrg } from '../../src/org/local-org.js';
import { openOrg } from '../platform/org-table.js';

const sender = `public class Sender {
  public static void send(String subject) {
    Messaging.SingleEmailMessage message = new Messaging.SingleEmailMessage();
    message.setToAddresses(new List<String>{ 'ada@example.com' });
    message.setSubject(subject);
    message.setHtmlBody('<b>Hi</b>');
    Messaging.sendEmail(new List<Messaging.Email>{ message });
    if (subject == 'lost') throw new DmlException('no');
  }
}`;

async function openSender(): Promise<LocalOrg> {
  const org = await openOrg({ 'classes/Sender.cls': sender }, onTestFinished);
  onTestFinished(() => org.close());
  return org;
}

const send = (org: LocalOrg, subject: string, test?: true): void =>
  org.run(
    {
      userId: org.data.administratorId,
      origin: { kind: test ? 'test' : 'sync' },
      ...(test && { test: { running: false, mocks: new Map(), seeAllData: false } })
    },
    (tx) => void org.code.invokeStatic(tx, 'Sender', 'send', [subject])
  );

it('keeps the mail of committed transactions, newest first', async () => {
  const org = await openSender();

  send(org, 'first');
  expect(() => send(org, 'lost')).toThrow();
  send(org, 'in a test', true);
  send(org, 'second');

  expect(org.emails.latest().map(({ subject, to, html }) => ({ subject, to, html }))).toEqual([
    { subject: 'second', to: ['ada@example.com'], html: '<b>Hi</b>' },
    { subject: 'first', to: ['ada@example.com'], html: '<b>Hi</b>' }
  ]);
});

it('shows mail as text, at the time of whoever reads: nothing in it becomes part of the page', () => {
  const mail = {
    from: 'Ada <ada@example.com>',
    to: ['bo@example.com'],
    cc: [],
    bcc: [],
    subject: '<script>alert(1)</script>',
    text: 'a < b',
    html: '<img src="x" onerror="alert(1)">',
    attachments: ['a.txt'],
    sentAt: Date.UTC(2026, 10, 22, 2, 5)
  };

  const page = emailPage([mail], { locale: 'en_US', timeZone: 'America/New_York' });

  expect(page).not.toContain('<script>');
  expect(page).toContain('>Nov 21, 2026, 9:05 PM</time>');
  expect(page).not.toContain('<img');
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).toContain('<pre>a &lt; b</pre>');
  expect(page).toContain('<iframe sandbox="" title="Message" srcdoc="&lt;img');
});

it('says how mail gets there while there is none', () => {
  expect(emailPage([], { locale: 'en_US', timeZone: 'UTC' })).toContain('Messaging.sendEmail');
});
