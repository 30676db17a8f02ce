import type { Mail } from '../../platform/messaging/outbox.js';

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Whose clock and language the page speaks. `locale` as Salesforce writes it (`en_US`), `timeZone` as IANA does. */
export interface Reader {
  readonly locale: string;
  readonly timeZone: string;
}

/** The page that lists the sent messages. HTML bodies are shown in frames without scripts. */
export function emailPage(mails: readonly Mail[], reader: Reader): string {
  const clock = new Intl.DateTimeFormat(reader.locale.replace('_', '-'), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: reader.timeZone
  });
  const list =
    mails.length === 0
      ? '<p>No email has been sent yet. What Apex sends with <code>Messaging.sendEmail</code> appears here.</p>'
      : mails.map((mail) => entry(mail, clock)).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Emails</title>
<style>
body { font: 0.875rem/1.5 system-ui, sans-serif; margin: 1rem auto; max-width: 60rem; padding: 0 1rem; color: #181818; }
details { border: 1px solid #c9c9c9; border-radius: 0.25rem; margin: 0.5rem 0; padding: 0.5rem 0.75rem; }
summary { cursor: pointer; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
dt { color: #444; } dd { margin: 0; }
pre { white-space: pre-wrap; } iframe { border: 1px solid #c9c9c9; height: 20rem; width: 100%; }
a { color: #0b5cab; }
</style>
</head>
<body>
<main>
<h1>Emails</h1>
<p><a href="/lightning/page/home">Back to the org</a>. Nothing leaves this machine: these messages would have been sent.</p>
${list}
</main>
</body>
</html>
`;
}

function entry(mail: Mail, clock: Intl.DateTimeFormat): string {
  const when = `<time datetime="${new Date(mail.sentAt).toISOString()}">${clock.format(mail.sentAt)}</time>`;
  const row = (name: string, value: string): string =>
    value === '' ? '' : `<dt>${name}</dt><dd>${escaped(value)}</dd>`;
  const body = mail.html === null ? '' : `<iframe sandbox="" title="Message" srcdoc="${escaped(mail.html)}"></iframe>`;
  return `<details>
<summary><strong>${escaped(mail.subject || '(no subject)')}</strong> to ${escaped(mail.to.join(', '))}, ${when}</summary>
<dl>${row('From', mail.from)}${row('To', mail.to.join(', '))}${row('Cc', mail.cc.join(', '))}${row('Bcc', mail.bcc.join(', '))}${row('Attachments', mail.attachments.join(', '))}</dl>
${body}${mail.text === null ? '' : `<pre>${escaped(mail.text)}</pre>`}
</details>`;
}
