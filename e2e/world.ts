import { chromium, type Browser, type Page } from 'playwright-core';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ErpDesk } from './erp.js';

const root = join(import.meta.dirname, '..');

export type Person = 'rep' | 'finance' | 'admin' | 'integration' | 'newhire';

/** A port nobody listens on at this moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('No port could be had.');
  return address.port;
}

/** Starts a part of the product and waits for its ready line. */
function launch(args: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  return new Promise((ready, failed) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (/ready http/.test(output)) ready(child);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => failed(new Error(`${args[0]} ended with ${code}:\n${output}`)));
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await new Promise((done) => child.once('exit', done));
}

/** The running product: a sandbox ERP and a local org with the demo company, each with data of its own, and a browser. */
export class World {
  readonly erp: ErpDesk;
  readonly orgUrl: string;
  readonly #folder: string;
  readonly #browser: Browser;
  readonly #orgArgs: readonly string[];
  #erpProcess: ChildProcess;
  #orgProcess: ChildProcess;

  private constructor(parts: {
    erpUrl: string;
    orgUrl: string;
    folder: string;
    browser: Browser;
    orgArgs: readonly string[];
    erp: ChildProcess;
    org: ChildProcess;
  }) {
    this.erp = new ErpDesk(parts.erpUrl);
    this.orgUrl = parts.orgUrl;
    this.#folder = parts.folder;
    this.#browser = parts.browser;
    this.#orgArgs = parts.orgArgs;
    this.#erpProcess = parts.erp;
    this.#orgProcess = parts.org;
  }

  /** `connected`: the demo's connection is set up and live; otherwise nothing is, as after an installation. */
  static async start(options: { readonly connected: boolean }): Promise<World> {
    const { writeDemoCredentials } = (await import('../scripts/lib/demo.mjs' as string)) as {
      writeDemoCredentials(folder: string, port: number): string;
    };
    const folder = mkdtempSync(join(tmpdir(), 'handoff-e2e-'));
    const [erpPort, orgPort] = [await freePort(), await freePort()];
    const erp = await launch([
      'sandbox-erp/bin/sandbox-erp.mjs',
      'start',
      '--port',
      String(erpPort),
      '--data',
      join(folder, 'erp')
    ]);
    const orgArgs = [
      'local-org/bin/local-org.mjs',
      'start',
      '--port',
      String(orgPort),
      '--data',
      join(folder, 'org'),
      '--credentials',
      writeDemoCredentials(folder, erpPort),
      '--source',
      'force-app',
      '--source',
      'config/demo/metadata',
      ...readdirSync(join(root, 'config/users')).flatMap((file) => ['--users', join('config/users', file)]),
      '--user',
      'admin@handoff.demo',
      '--import',
      'config/demo/plan.json',
      '--run',
      'config/demo/setup.apex',
      ...(options.connected ? ['--run', 'config/demo/connect.apex'] : [])
    ];
    const org = await launch(orgArgs);
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync'
      ]
    });
    return new World({
      erpUrl: `http://localhost:${erpPort}`,
      orgUrl: `http://localhost:${orgPort}`,
      folder,
      browser,
      orgArgs,
      erp,
      org
    });
  }

  /** A browser window of its own in which the person has logged in. */
  async as(person: Person, path = '/'): Promise<Page> {
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const response = await context.request.post(`${this.orgUrl}/lightning/session`, {
      data: { username: `${person}@handoff.demo` }
    });
    if (!response.ok()) throw new Error(`${person} could not log in: ${response.status()} ${await response.text()}`);
    await page.goto(`${this.orgUrl}${path}`);
    return page;
  }

  /** Rows of a SOQL query, as the admin sees them. */
  async query<R>(soql: string): Promise<R[]> {
    const context = await this.#browser.newContext();
    await context.request.post(`${this.orgUrl}/lightning/session`, { data: { username: 'admin@handoff.demo' } });
    const response = await context.request.get(`${this.orgUrl}/services/data/v67.0/query`, { params: { q: soql } });
    const body = (await response.json()) as { records: R[] };
    await context.close();
    if (!response.ok()) throw new Error(JSON.stringify(body));
    return body.records;
  }

  /** Creates a record over the REST API as the admin and returns its id. */
  async create(object: string, fields: Record<string, unknown>): Promise<string> {
    const context = await this.#browser.newContext();
    await context.request.post(`${this.orgUrl}/lightning/session`, { data: { username: 'admin@handoff.demo' } });
    const response = await context.request.post(`${this.orgUrl}/services/data/v67.0/sobjects/${object}`, {
      data: fields
    });
    const body = await response.text();
    await context.close();
    if (!response.ok()) throw new Error(`${object}: ${response.status()} ${body}`);
    return (JSON.parse(body) as { id: string }).id;
  }

  /** Kills the local org's process without warning and starts it again on the same data. */
  async crashAndRestartOrg(): Promise<void> {
    await end(this.#orgProcess, 'SIGKILL');
    this.#orgProcess = await launch(this.#orgArgs);
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await Promise.all([end(this.#orgProcess, 'SIGTERM'), end(this.#erpProcess, 'SIGTERM')]);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
