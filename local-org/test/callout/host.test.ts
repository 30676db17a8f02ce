import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { mkdtempSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer as createSocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { CalloutHost } from '../../src/callout/host.js';
import type { CalloutReply, CalloutRequest, ExternalCredentialModel } from '../../src/callout/protocol.js';

interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const opened: { close(): unknown }[] = [];
afterEach(() => {
  for (const server of opened.splice(0)) server.close();
});

type Handler = (seen: Seen, response: ServerResponse) => void;

async function serve(handler: Handler): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8')
      };
      seen.push(one);
      handler(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    }
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

const secretsFile = (content: unknown): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'secrets-')), 'credentials.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};

const request = (url: string, more: Partial<CalloutRequest> = {}): CalloutRequest => ({
  method: 'GET',
  url,
  headers: [],
  body: new Uint8Array(),
  timeoutMs: 5_000,
  maxBytes: 6_000_000,
  ...more
});

const text = (reply: CalloutReply): string => (reply.ok ? new TextDecoder().decode(reply.body) : reply.message);

const oauth = (tokenUrl: string, variant = 'ClientCredentialsClientSecret'): ExternalCredentialModel => ({
  name: 'Ledger',
  protocol: 'Oauth',
  variant,
  tokenUrl,
  scope: 'all/.default',
  principals: ['Service'],
  headers: []
});

const endpoint = (url: string, credential: ExternalCredentialModel, more = {}) => ({
  namedCredential: 'LedgerApi',
  url,
  generateAuthorizationHeader: true,
  allowMergeFieldsInHeader: false,
  allowMergeFieldsInBody: false,
  credential,
  ...more
});

describe('a plain callout', () => {
  it('sends method, headers and body and returns the answer as it stands', async () => {
    const { url, seen } = await serve((_one, response) => {
      response.writeHead(422, 'Not Good', { 'X-Reason': 'lines' }).end('{"error":"é"}');
    });

    const reply = await new CalloutHost(null).handle(
      request(`${url}/orders?x=1`, {
        method: 'PATCH',
        headers: [['Content-Type', 'application/json']],
        body: new TextEncoder().encode('{"a":"ü"}')
      })
    );

    expect(seen[0]).toMatchObject({ method: 'PATCH', path: '/orders?x=1', body: '{"a":"ü"}' });
    expect(reply).toMatchObject({ ok: true, status: 422, statusText: 'Not Good' });
    expect(text(reply)).toBe('{"error":"é"}');
  });

  it('follows no redirect', async () => {
    const { url } = await serve((_one, response) => response.writeHead(302, { Location: '/elsewhere' }).end());

    expect(await new CalloutHost(null).handle(request(url))).toMatchObject({ ok: true, status: 302 });
  });

  const failures: [name: string, Handler, Partial<CalloutRequest>, expected: string][] = [
    ['no answer in time', () => undefined, { timeoutMs: 100 }, 'Read timed out'],
    ['headers but no end in time', (_s, r) => void r.writeHead(200).write('x'), { timeoutMs: 150 }, 'Read timed out'],
    ['closed without an answer', (_s, r) => void r.socket?.destroy(), {}, 'Unexpected end of file from server'],
    [
      'closed inside the body',
      (_s, r) => {
        r.writeHead(200, { 'Content-Length': '10' }).write('abc');
        setTimeout(() => r.socket?.destroy(), 20);
      },
      {},
      'Unexpected end of file from server'
    ],
    [
      'an answer over the limit',
      (_s, r) => void r.end('x'.repeat(2000)),
      { maxBytes: 1000 },
      'Exceeded max size limit of 1000 with response size 2000'
    ],
    [
      'a request over the limit',
      (_s, r) => void r.end(),
      { method: 'POST', maxBytes: 4, body: new Uint8Array(5) },
      'Exceeded max size limit of 4 with request size 5'
    ]
  ];
  it.each(failures)('%s is a CalloutException text', async (_name, handler, more, expected) => {
    const { url } = await serve(handler);

    expect(await new CalloutHost(null).handle(request(url, more))).toEqual({ ok: false, message: expected });
  });

  it('says that a connection is refused', async () => {
    const probe = createSocketServer();
    await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
    const port = (probe.address() as AddressInfo).port;
    await new Promise((resolve) => probe.close(resolve));

    expect(await new CalloutHost(null).handle(request(`http://127.0.0.1:${port}/`))).toEqual({
      ok: false,
      message: 'Connection refused'
    });
  });

  it('refuses another protocol', async () => {
    expect(await new CalloutHost(null).handle(request('ftp://host/x'))).toEqual({
      ok: false,
      message: 'unknown protocol: ftp'
    });
  });
});

describe('a named credential', () => {
  const tokenAnswer = (value: string) => JSON.stringify({ access_token: value, expires_in: 3600 });

  it('fetches one token for many callouts and puts it into the header', async () => {
    const { url, seen } = await serve((one, response) =>
      response.end(one.path === '/token' ? tokenAnswer('t1') : one.headers.authorization)
    );
    const host = new CalloutHost(secretsFile({ Ledger: { Service: { clientId: 'me', clientSecret: 's&t' } } }));
    const to = (path: string) => request(path, { endpoint: endpoint(`${url}/v2.0/`, oauth(`${url}/token`)) });

    const replies = await Promise.all([host.handle(to('/a')), host.handle(to('/b?c=d'))]);

    expect(replies.map(text)).toEqual(['Bearer t1', 'Bearer t1']);
    expect(seen.map((one) => one.path).sort()).toEqual(['/token', '/v2.0/a', '/v2.0/b?c=d']);
    const form = new URLSearchParams(seen.find((one) => one.path === '/token')?.body);
    expect(Object.fromEntries(form)).toEqual({
      grant_type: 'client_credentials',
      client_id: 'me',
      client_secret: 's&t',
      scope: 'all/.default'
    });
  });

  it('sends the secret in the header in the Basic variant', async () => {
    const { url, seen } = await serve((one, response) =>
      response.end(one.path === '/token' ? tokenAnswer('t1') : 'fine')
    );
    const host = new CalloutHost(
      secretsFile({ ledger: { service: { clientId: 'me', clientSecret: 'pw', tokenUrl: `${url}/token` } } })
    );
    const credential = oauth('http://unused.invalid', 'ClientCredentialsClientSecretBasic');

    await host.handle(request('/x', { endpoint: endpoint(url, credential) }));

    expect(seen[0]?.headers.authorization).toBe(`Basic ${Buffer.from('me:pw').toString('base64')}`);
    expect(new URLSearchParams(seen[0]?.body).has('client_secret')).toBe(false);
  });

  it('refreshes a refused token once and repeats the request', async () => {
    let issued = 0;
    const { url, seen } = await serve((one, response) => {
      if (one.path === '/token') return void response.end(tokenAnswer(`t${++issued}`));
      response.writeHead(one.headers.authorization === 'Bearer t2' ? 200 : 401).end();
    });
    const host = new CalloutHost(secretsFile({ Ledger: { Service: { clientId: 'a', clientSecret: 'b' } } }));
    const call = () => host.handle(request('/x', { endpoint: endpoint(url, oauth(`${url}/token`)) }));

    expect(await call()).toMatchObject({ ok: true, status: 200 });
    expect(await call()).toMatchObject({ ok: true, status: 200 });
    expect(seen.map((one) => one.path)).toEqual(['/token', '/x', '/token', '/x', '/x']);
  });

  it('returns the second 401 as an answer', async () => {
    const { url, seen } = await serve((one, response) =>
      one.path === '/token' ? response.end(tokenAnswer('t')) : response.writeHead(401).end()
    );
    const host = new CalloutHost(secretsFile({ Ledger: { Service: { clientId: 'a', clientSecret: 'b' } } }));

    const reply = await host.handle(request('/x', { endpoint: endpoint(url, oauth(`${url}/token`)) }));

    expect(reply).toMatchObject({ ok: true, status: 401 });
    expect(seen.filter((one) => one.path === '/x')).toHaveLength(2);
  });

  it('says why no token was given', async () => {
    const { url } = await serve((_one, response) =>
      response.writeHead(401).end('{"error":"invalid_client","error_description":"Bad secret"}')
    );
    const host = new CalloutHost(secretsFile({ Ledger: { Service: { clientId: 'a', clientSecret: 'b' } } }));

    expect(await host.handle(request('/x', { endpoint: endpoint(url, oauth(`${url}/token`)) }))).toEqual({
      ok: false,
      message: 'Unable to fetch the OAuth token.  Error: invalid_client. Error description: Bad secret.'
    });
  });

  it('takes the URL of the secrets file instead of the metadata, and Basic user and password', async () => {
    const { url, seen } = await serve((_one, response) => response.end());
    const credential: ExternalCredentialModel = { ...oauth(''), protocol: 'Basic' };
    const host = new CalloutHost(
      secretsFile({
        Ledger: { Service: { username: 'u', password: 'p' } },
        namedCredentials: { LedgerApi: { url: `${url}/here` } }
      })
    );

    await host.handle(request('/x', { endpoint: endpoint('https://elsewhere.invalid', credential) }));

    expect(seen[0]).toMatchObject({
      path: '/here/x',
      headers: { authorization: `Basic ${Buffer.from('u:p').toString('base64')}` }
    });
  });

  it('fills custom headers and merge fields where the credential allows them', async () => {
    const { url, seen } = await serve((_one, response) => response.end());
    const credential: ExternalCredentialModel = {
      ...oauth(''),
      protocol: 'Custom',
      headers: [['X-Key', 'Key {!$Credential.Ledger.ApiKey}']]
    };
    const host = new CalloutHost(secretsFile({ Ledger: { Service: { ApiKey: 'k1', Company: 'ACME' } } }));

    await host.handle(
      request('/x', {
        method: 'POST',
        headers: [['X-Company', '{!$Credential.Ledger.Company}']],
        body: new TextEncoder().encode('<key>{!$Credential.Ledger.ApiKey}</key><none>{!$Credential.Other.X}</none>'),
        endpoint: endpoint(url, credential, { allowMergeFieldsInBody: true })
      })
    );

    expect(seen[0]?.headers).toMatchObject({ 'x-key': 'Key k1', 'x-company': '{!$Credential.Ledger.Company}' });
    expect(seen[0]?.body).toBe('<key>k1</key><none></none>');
  });

  it('names the credential whose secret is missing', async () => {
    const reply = await new CalloutHost(null).handle(
      request('/x', { endpoint: endpoint('https://elsewhere.invalid', oauth('')) })
    );

    expect(text(reply)).toMatch(
      /^We couldn't access the credential\(s\)\. You might not have the required permissions, or the external credential "Ledger" might not exist\./
    );
  });
});
