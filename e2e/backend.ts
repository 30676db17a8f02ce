import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ErpDesk } from './erp.js';

const root = join(import.meta.dirname, '..');
const api = 'services/data/v67.0';

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

function check(results: readonly { readonly success: boolean; readonly errors: readonly unknown[] }[]): void {
  const refused = results.find((result) => !result.success);
  if (refused) throw new Error(JSON.stringify(refused.errors));
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await new Promise((done) => child.once('exit', done));
}

export interface BackendOptions {
  /** The demo's connection is set up and live; otherwise nothing is, as after an installation. */
  readonly connected: boolean;
  /**
   * The sweep runs by the clock, as in a real org, and at once where the data was left behind before its time. Otherwise it never does: between
   * two steps of a test it would hand over what waits, or read the ERP's lists.
   */
  readonly sweeps?: boolean;
  /** Other packages' metadata beside the product. */
  readonly sources?: readonly string[];
  /** Folder that another backend has left behind, to begin with a copy of it. */
  readonly data?: string | undefined;
}

/** The running product without a browser: a sandbox ERP and a local org with the demo company, each with data of its own. */
export class Backend {
  readonly erp: ErpDesk;
  readonly orgUrl: string;
  readonly #folder: string;
  readonly #orgArgs: readonly string[];
  #erpProcess: ChildProcess;
  #orgProcess: ChildProcess;
  #cookie: string | undefined;

  private constructor(parts: {
    erpUrl: string;
    orgUrl: string;
    folder: string;
    orgArgs: readonly string[];
    erp: ChildProcess;
    org: ChildProcess;
  }) {
    this.erp = new ErpDesk(parts.erpUrl);
    this.orgUrl = parts.orgUrl;
    this.#folder = parts.folder;
    this.#orgArgs = parts.orgArgs;
    this.#erpProcess = parts.erp;
    this.#orgProcess = parts.org;
  }

  static async start(options: BackendOptions): Promise<Backend> {
    const { writeDemoCredentials } = (await import('../scripts/lib/demo.mjs' as string)) as {
      writeDemoCredentials(folder: string, port: number): string;
    };
    const folder = mkdtempSync(join(tmpdir(), 'handoff-e2e-'));
    if (options.data !== undefined) cpSync(options.data, folder, { recursive: true });
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
      ...(options.sources ?? []).flatMap((source) => ['--source', source]),
      ...readdirSync(join(root, 'config/users')).flatMap((file) => ['--users', join('config/users', file)]),
      '--user',
      'admin@handoff.demo',
      '--import',
      'config/demo/plan.json',
      '--run',
      'config/demo/setup.apex',
      ...(options.connected ? ['--run', 'config/demo/connect.apex'] : []),
      ...(options.connected && !options.sweeps ? ['--run', 'e2e/no-sweep.apex'] : [])
    ];
    const org = await launch(orgArgs);
    const [erpUrl, orgUrl] = [`http://localhost:${erpPort}`, `http://localhost:${orgPort}`];
    return new Backend({ erpUrl, orgUrl, folder, orgArgs, erp, org });
  }

  /** Rows of a SOQL query, as the admin sees them; all pages. */
  async query<R>(soql: string): Promise<R[]> {
    type Page = { records: R[]; nextRecordsUrl?: string };
    let page = await this.#rest<Page>('GET', `${api}/query?q=${encodeURIComponent(soql)}`);
    const rows = [...page.records];
    while (page.nextRecordsUrl !== undefined) {
      page = await this.#rest<Page>('GET', page.nextRecordsUrl.slice(1));
      rows.push(...page.records);
    }
    return rows;
  }

  /** Creates a record over the REST API as the admin and returns its id. */
  async create(object: string, fields: Record<string, unknown>): Promise<string> {
    return (await this.#rest<{ id: string }>('POST', `${api}/sobjects/${object}`, fields)).id;
  }

  /** Runs anonymous Apex as the admin; throws what it throws. */
  async apex(code: string): Promise<void> {
    const path = `${api}/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(code)}`;
    const result = await this.#rest<{ success: boolean; compileProblem?: string; exceptionMessage?: string }>(
      'GET',
      path
    );
    if (!result.success) throw new Error(result.compileProblem ?? result.exceptionMessage ?? 'Apex failed.');
  }

  /**
   * Kills the local org's process without warning and starts it again on the same data.
   * @param secondsAhead how far its clock runs ahead from then on
   */
  async crashAndRestartOrg(secondsAhead = 0): Promise<void> {
    await end(this.#orgProcess, 'SIGKILL');
    this.#cookie = undefined;
    this.#orgProcess = await launch([...this.#orgArgs, '--clock-ahead', String(secondsAhead)]);
  }

  async stop(): Promise<void> {
    rmSync(await this.leave(), { recursive: true, force: true });
  }

  /**
   * Stops, but leaves the data.
   * @returns their folder, for others to begin with
   */
  async leave(): Promise<string> {
    await Promise.all([end(this.#orgProcess, 'SIGTERM'), end(this.#erpProcess, 'SIGTERM')]);
    return this.#folder;
  }

  /** Changes records over the REST API as the admin, 200 a request, each request one transaction; throws what is refused. */
  async update(object: string, records: readonly Record<string, unknown>[]): Promise<void> {
    for (let from = 0; from < records.length; from += 200) {
      const page = records.slice(from, from + 200).map((record) => ({ attributes: { type: object }, ...record }));
      check(await this.#rest('PATCH', `${api}/composite/sobjects`, { allOrNone: true, records: page }));
    }
  }

  /** Deletes up to 200 records the same way. */
  async remove(ids: readonly string[]): Promise<void> {
    check(await this.#rest('DELETE', `${api}/composite/sobjects?allOrNone=true&ids=${ids.join(',')}`));
  }

  async #rest<R>(method: string, path: string, body?: unknown): Promise<R> {
    const response = await fetch(`${this.orgUrl}/${path}`, {
      method,
      headers: { cookie: (this.#cookie ??= await this.#logIn()), 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path.slice(0, 200)}: ${response.status} ${text.slice(0, 2000)}`);
    return (text === '' ? undefined : JSON.parse(text)) as R;
  }

  async #logIn(): Promise<string> {
    const response = await fetch(`${this.orgUrl}/lightning/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'admin@handoff.demo' })
    });
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (!response.ok || cookie === undefined) throw new Error(`The admin could not log in: ${response.status}`);
    return cookie;
  }
}
