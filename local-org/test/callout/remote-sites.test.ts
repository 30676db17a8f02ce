import { expect, it } from 'vitest';
import type { CalloutClient } from '../../src/callout/channel.js';
import { remoteSites } from '../../src/callout/remote-sites.js';
import { BlockingCallouts } from '../../src/callout/service.js';
import type { CalloutService, Transaction } from '../../src/kernel/services.js';
import { loadSchema } from '../../src/schema/load.js';
import { project } from '../schema/project.js';

const site = (url: string, active: boolean) =>
  `<RemoteSiteSetting><isActive>${active}</isActive><url>${url}</url></RemoteSiteSetting>`;

function callouts(): CalloutService {
  const { metadata } = loadSchema([
    project({
      'remoteSiteSettings/Open.remoteSite-meta.xml': site('https://open.example.com/any/path', true),
      'remoteSiteSettings/Shut.remoteSite-meta.xml': site('https://shut.example.com', false)
    })
  ]);
  const reply = { ok: true, status: 200, statusText: 'OK', headers: [], body: new Uint8Array() };
  const client = { callAndWait: () => reply } as unknown as CalloutClient;
  return new BlockingCallouts({
    client,
    metadata,
    credential: () => undefined,
    remoteSites: () => remoteSites(metadata)
  });
}

const spent = { ms: 0 };
const tx = { slot: () => spent, limits: { add: () => {}, limit: () => 1 } } as unknown as Transaction;

/** Apex Developer Guide, "Adding Remote Site Settings" */
it.each([
  ['https://open.example.com/other?x=1', 200],
  ['https://OPEN.example.com', 200],
  ['http://open.example.com', 'http://open.example.com'],
  ['https://open.example.com:8443/', 'https://open.example.com:8443/'],
  ['https://shut.example.com/', 'https://shut.example.com/'],
  ['https://unknown.example.com/', 'https://unknown.example.com/']
])('a callout to %s answers %s', (url, expected) => {
  const service = callouts();
  const send = () =>
    service.send(tx, { method: 'GET', url, headers: new Map(), body: new Uint8Array(), timeoutMs: 1000 }).status;

  if (expected === 200) expect(send()).toBe(200);
  else {
    expect(send).toThrow(
      `Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${expected}`
    );
  }
});
