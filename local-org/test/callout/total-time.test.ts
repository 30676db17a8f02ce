import { afterEach, expect, it, vi } from 'vitest';
import type { CalloutClient } from '../../src/callout/channel.js';
import { BlockingCallouts } from '../../src/callout/service.js';
import type { MetadataService } from '../../src/kernel/services.js';
import { compile, transaction } from '../compiler/harness.js';

afterEach(() => vi.restoreAllMocks());

/** Apex Developer Guide, "Execution Governors and Limits": 120 seconds for all callouts of a transaction; the text is from memory. */
it('callouts of a transaction wait two minutes altogether', async () => {
  let clock = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => clock);
  const allowed: number[] = [];
  const client = {
    callAndWait: ({ timeoutMs }: { readonly timeoutMs: number }) => {
      allowed.push(timeoutMs);
      clock += Math.min(timeoutMs, 70_000);
      return { ok: true, status: 200, statusText: 'OK', headers: [], body: new Uint8Array() };
    }
  } as unknown as CalloutClient;
  const callouts = new BlockingCallouts({
    client,
    metadata: {} as MetadataService,
    credential: () => undefined,
    remoteSites: () => ['http://slow.example']
  });
  const tx = transaction(await compile({ A: 'public class A {}' }), { callouts });
  const send = () =>
    callouts.send(tx, {
      method: 'GET',
      url: 'http://slow.example',
      headers: new Map(),
      body: new Uint8Array(),
      timeoutMs: 100_000
    });

  send();
  send();

  expect(allowed).toEqual([100_000, 50_000]);
  expect(tx.limits.used('calloutMs')).toBe(120_000);
  expect(send).toThrow('Exceeded maximum time allotted for callout (120000 ms)');
});
