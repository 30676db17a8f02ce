// The product as the benchmarks run it: a sandbox ERP, a proxy that counts callouts, and a local org with the demo company.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { join } from 'node:path';
import { root } from '../lib/root.mjs';
import { writeDemoCredentials } from '../lib/demo.mjs';

const admin = 'admin@handoff.demo';
/** Who looks on: traced transactions are the other's only. */
const onlooker = 'admin@local-org.example';
const api = 'services/data/v67.0';
const children = [];
process.on('exit', () => children.forEach((child) => child.kill('SIGKILL')));

/** A port nobody listens on at this moment. */
export async function freePort() {
  const server = createSocket();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Starts a part and resolves with its child and the seconds to its ready line. */
export function launch(args, env = {}) {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env }
  });
  children.push(child);
  let output = '';
  return new Promise((settle, fail) => {
    const read = (chunk) => {
      output = (output + chunk).slice(-20_000);
      if (/^(local-org )?ready http/m.test(output)) settle({ child, seconds: (performance.now() - started) / 1000 });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => fail(new Error(output)));
  });
}

export async function end(child) {
  child.removeAllListeners('exit');
  child.kill('SIGTERM');
  await new Promise((done) => child.once('exit', done));
}

/** Passes requests on to the ERP and counts them, those for tokens apart. */
async function countingProxy(erpPort) {
  const count = { callouts: 0 };
  const port = await freePort();
  const server = createServer((incoming, outgoing) => {
    if (!incoming.url.includes('/token')) count.callouts++;
    const options = { port: erpPort, method: incoming.method, path: incoming.url, headers: incoming.headers };
    const forwarded = request(options, (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
    });
    forwarded.on('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  }).listen(port, '127.0.0.1');
  return { port, count, close: () => server.close() };
}

/**
 * Starts all three, connected and live.
 * @param folder for the org's data
 * @param sources further folders of metadata
 * @param env further variables of the org's process
 */
export async function openWorld(folder, sources = [], env = {}) {
  const [erpPort, orgPort] = [await freePort(), await freePort()];
  const erp = await launch(['sandbox-erp/bin/sandbox-erp.mjs', 'start', '--port', `${erpPort}`, '--data', ':memory:']);
  const proxy = await countingProxy(erpPort);
  const credentials = writeDemoCredentials(folder, proxy.port);
  const shared = [
    ...['--data', join(folder, 'org'), '--credentials', credentials],
    ...['force-app', 'config/demo/metadata', ...sources].flatMap((source) => ['--source', source])
  ];
  const orgArgs = [
    ...['local-org/bin/local-org.mjs', 'start', '--port', `${orgPort}`, ...shared],
    ...readdirSync(join(root, 'config/users')).flatMap((file) => ['--users', join('config/users', file)]),
    ...['--user', admin, '--import', 'config/demo/plan.json'],
    ...['--run', 'config/demo/setup.apex', '--run', 'config/demo/connect.apex']
  ];
  const org = await launch(orgArgs, env);
  const cookies = new Map();
  const orgUrl = `http://localhost:${orgPort}`;

  async function cookieOf(user) {
    if (!cookies.has(user)) {
      const login = await fetch(`${orgUrl}/lightning/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: user })
      });
      cookies.set(user, login.headers.get('set-cookie').split(';')[0]);
    }
    return cookies.get(user);
  }

  /** A request to the org's REST API as a user of the demo. */
  async function rest(method, path, body, user = admin, turn = 1) {
    const answer = await fetch(`${orgUrl}/${api}/${path}`, {
      method,
      headers: { cookie: await cookieOf(user), 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {})
    });
    const text = await answer.text();
    // On a busy machine a reader may wait longer for a worker than the server has patience.
    if (answer.status === 500 && method === 'GET' && !path.includes('executeAnonymous') && turn < 10)
      return rest(method, path, body, user, turn + 1);
    // Clients try again when a job holds the rows for too long.
    if (text.includes('UNABLE_TO_LOCK_ROW') && !answer.ok && turn < 20) return rest(method, path, body, user, turn + 1);
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return /json/.test(answer.headers.get('content-type') ?? '') && text !== '' ? JSON.parse(text) : text;
  }

  const read = (path, soql) => rest('GET', `${path}?q=${encodeURIComponent(soql)}`, undefined, onlooker);
  const query = async (soql) => (await read('query', soql)).records;

  /** Runs anonymous Apex in the server; again, as clients do, when a job holds its rows for too long. */
  async function apex(code) {
    for (let turn = 1; ; turn++) {
      const result = await rest('GET', `tooling/executeAnonymous?anonymousBody=${encodeURIComponent(code)}`);
      if (result.success) return;
      const said = result.compileProblem ?? `${result.exceptionMessage}\n${code}`;
      if (turn > 20 || !said.includes('UNABLE_TO_LOCK_ROW')) throw new Error(said);
    }
  }

  /** How many jobs run or wait to run. */
  const jobs = async () => {
    const [row] = await query(
      "SELECT COUNT(Id) n FROM AsyncApexJob WHERE JobType = 'Queueable' AND Status IN ('Queued', 'Preparing', 'Processing', 'Holding')"
    );
    return row.n;
  };

  /** Runs a file of anonymous Apex in a process of its own and resolves with its debug lines. */
  function exec(file, user) {
    const args = ['local-org/bin/local-org.mjs', 'exec', file, '--user', user, ...shared];
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    return new Promise((settle, fail) =>
      child.once('exit', (code) => (code === 0 ? settle(output) : fail(new Error(output))))
    );
  }

  // What the clock starts, and what the demo's connection began with, is none of what is measured.
  await apex('for (CronTrigger one : [SELECT Id FROM CronTrigger]) { System.abortJob(one.Id); }');
  while ((await jobs()) > 0) await new Promise((done) => setTimeout(done, 500));

  return {
    rest,
    apex,
    exec,
    jobs,
    query,
    tooling: async (soql) => (await read('tooling/query', soql)).records,
    logBody: (id) => rest('GET', `tooling/sobjects/ApexLog/${id}/Body`, undefined, onlooker),
    deleteLog: (id) => rest('DELETE', `tooling/sobjects/ApexLog/${id}`, undefined, onlooker),
    callouts: () => proxy.count.callouts,
    async close() {
      await end(org.child);
      await end(erp.child);
      proxy.close();
    }
  };
}
