// npm run bench: what the product is measured by. Governor counts do not depend on the machine; times do, and are shown as such.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePackages } from './lib/install.mjs';
import { root } from './lib/root.mjs';
import { measureVolume } from './bench/volume.mjs';

ensurePackages();
const { buildNode } = await import('./build-node.mjs');
const { writeDemoCredentials } = await import('./lib/demo.mjs');
await buildNode();

const rows = [];
/** Adds a figure; `bound` is what it must not exceed. */
function figure(what, value, unit, bound) {
  rows.push({ what, value, unit, bound });
  console.log(`  ${what}: ${value} ${unit}${bound === undefined ? '' : ` (at most ${bound})`}`);
}

const folder = mkdtempSync(join(tmpdir(), 'handoff-bench-'));
const children = [];
process.on('exit', () => children.forEach((child) => child.kill('SIGKILL')));

/** Starts a part and resolves with its child and the seconds to its ready line. */
function launch(args, env = {}) {
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
      output += chunk;
      if (/^(local-org )?ready http/m.test(output)) settle({ child, seconds: (performance.now() - started) / 1000 });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => fail(new Error(output)));
  });
}

async function end(child) {
  child.removeAllListeners('exit');
  child.kill('SIGTERM');
  await new Promise((done) => child.once('exit', done));
}

/** Runs anonymous Apex on the bench's org and resolves with its debug lines and limits as text. */
function exec(file, user) {
  const child = spawn(
    process.execPath,
    [
      'local-org/bin/local-org.mjs',
      'exec',
      file,
      '--user',
      user,
      '--data',
      join(folder, 'org'),
      '--credentials',
      credentials,
      ...sources
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] }
  );
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((settle, fail) =>
    child.once('exit', (code) => (code === 0 ? settle(output) : fail(new Error(output))))
  );
}
const sources = ['--source', 'force-app', '--source', 'config/demo/metadata'];
const measured = (text, name) => Number(new RegExp(`BENCH ${name}=(\\d+)`).exec(text)?.[1] ?? NaN);

console.log('Start-up');
const ports = { PORT: '4390', ERP_PORT: '4391', DATA_DIR: join(folder, 'start') };
const first = await launch(['scripts/start.mjs', '--fresh'], ports);
await end(first.child);
figure('npm start, first start of a data folder', first.seconds.toFixed(1), 's');
const warm = await launch(['scripts/start.mjs'], ports);
await end(warm.child);
figure('npm start, warm', warm.seconds.toFixed(1), 's', 10);

console.log('Compiler');
const { compileTimes } = await import('./lib/compile-times.mjs');
const times = await compileTimes(join(folder, 'compile-cache'));
figure(`Apex of the package compiled cold (${times.lines} lines)`, times.cold.toFixed(2), 's', 3);
figure('Apex of the package loaded from cache', times.cached.toFixed(2), 's', 0.5);

console.log('Local org');
const { benchmarks, measure } = await import('../local-org/bench/run.mjs');
for (const name of benchmarks()) for (const one of measure(name)) figure(one.what, one.value, one.unit, one.bound);

console.log('One Account panel, one order');
const erp = await launch(['sandbox-erp/bin/sandbox-erp.mjs', 'start', '--port', '4392', '--data', ':memory:']);
let callouts = 0;
const proxy = createServer((incoming, outgoing) => {
  if (!incoming.url.includes('/token')) callouts++;
  const forwarded = request(
    { port: 4392, method: incoming.method, path: incoming.url, headers: incoming.headers },
    (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
    }
  );
  incoming.pipe(forwarded);
}).listen(4393, '127.0.0.1');
const credentials = writeDemoCredentials(folder, 4393);
const org = await launch([
  'local-org/bin/local-org.mjs',
  'start',
  '--port',
  '4394',
  '--data',
  join(folder, 'org'),
  '--credentials',
  credentials,
  ...sources,
  ...readdirSync(join(root, 'config/users')).flatMap((file) => ['--users', join('config/users', file)]),
  '--user',
  'admin@handoff.demo',
  '--import',
  'config/demo/plan.json',
  '--run',
  'config/demo/setup.apex',
  '--run',
  'config/demo/connect.apex'
]);

await exec('scripts/bench/refresh.apex', 'rep@handoff.demo');
figure(
  'SOQL queries of the Account panel’s first paint',
  measured(await exec('scripts/bench/account-panel.apex', 'rep@handoff.demo'), 'queries'),
  'queries',
  6
);

const orgUrl = 'http://localhost:4394';
/** A request to the org's REST API as a user of the demo. */
async function rest(user, method, path, body) {
  const login = await fetch(`${orgUrl}/lightning/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: user })
  });
  const cookie = login.headers.get('set-cookie').split(';')[0];
  const answer = await fetch(`${orgUrl}/services/data/v67.0/${path}`, {
    method,
    headers: { cookie, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {})
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  const text = await answer.text();
  return /json/.test(answer.headers.get('content-type') ?? '') && text !== '' ? JSON.parse(text) : text;
}
const query = async (soql) => (await rest('admin@handoff.demo', 'GET', `query?q=${encodeURIComponent(soql)}`)).records;

/** Counts what activating a demo order costs in the user's transaction, then activates it and counts the callouts of its delivery. */
async function handOver(name, account, script, mostCallouts) {
  const text = await exec(script, 'finance@handoff.demo');
  figure(`${name}: callouts in the user’s transaction`, measured(text, 'callouts'), 'callouts', 0);
  figure(`${name}: SOQL in the user’s transaction`, measured(text, 'queries'), 'queries');
  figure(`${name}: DML statements in the user’s transaction`, measured(text, 'dml'), 'statements');
  const [order] = await query(`SELECT Id FROM Order WHERE Account.Name = '${account}' AND Status = 'Draft' LIMIT 1`);
  callouts = 0;
  await rest('finance@handoff.demo', 'PATCH', `sobjects/Order/${order.Id}`, { Status: 'Activated' });
  const items = () => query(`SELECT State__c FROM OutboxItem__c WHERE Account__r.Name = '${account}'`);
  for (let turn = 0; turn < 240; turn++) {
    const states = await items();
    if (states.length > 0 && states.every((item) => item.State__c === 'Delivered')) break;
    await new Promise((wait) => setTimeout(wait, 250));
  }
  if ((await items()).some((item) => item.State__c !== 'Delivered')) throw new Error(`${name}: not delivered.`);
  figure(`${name}: callouts in all`, callouts, 'callouts', mostCallouts);
}
/** Puts a second draft order beside the account's first one, with the same contact and one line. */
async function anotherDraft(account) {
  const user = 'finance@handoff.demo';
  const [first] = await query(
    `SELECT AccountId, BillToContactId, Pricebook2Id, (SELECT PricebookEntryId, UnitPrice FROM OrderItems LIMIT 1) FROM Order WHERE Account.Name = '${account}' LIMIT 1`
  );
  const { id } = await rest(user, 'POST', 'sobjects/Order', {
    AccountId: first.AccountId,
    BillToContactId: first.BillToContactId,
    Pricebook2Id: first.Pricebook2Id,
    EffectiveDate: new Date().toISOString().slice(0, 10),
    Status: 'Draft'
  });
  const [line] = first.OrderItems.records;
  await rest(user, 'POST', 'sobjects/OrderItem', {
    OrderId: id,
    PricebookEntryId: line.PricebookEntryId,
    Quantity: 1,
    UnitPrice: line.UnitPrice
  });
}

await handOver('new customer with new contact', 'Tidewater Labs', 'scripts/bench/activate-new.apex', 3);
await handOver('known customer with new contact', 'Brightwater Marine', 'scripts/bench/activate-known.apex', 3);
await anotherDraft('Brightwater Marine');
await handOver('known customer and contact', 'Brightwater Marine', 'scripts/bench/activate-known.apex', 1);

console.log('Many orders');
const admin = 'admin@handoff.demo';
await measureVolume(
  {
    rest: (method, path, body) => rest(admin, method, path, body),
    text: (path) => rest(admin, 'GET', path),
    query,
    calloutsSoFar: () => callouts
  },
  figure
);

await end(org.child);
await end(erp.child);
proxy.close();
rmSync(folder, { recursive: true, force: true });

const missed = rows.filter((row) => row.bound !== undefined && !(Number(row.value) <= row.bound));
console.log(
  missed.length === 0
    ? 'All bounds are kept.'
    : `Missed: ${missed.map((row) => `${row.what} ${row.value} > ${row.bound}`).join('; ')}`
);
process.exit(missed.length === 0 ? 0 : 1);
