// npm start: installs what is missing, builds, starts the sandbox ERP and the local org with the demo company, and says where to look.
// PORT (4300), ERP_PORT (4301) and DATA_DIR (.data) are honoured; --fresh starts over.
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { ensurePackages, fail } from './lib/install.mjs';
import { root } from './lib/root.mjs';

const { values: options } = parseArgs({ options: { fresh: { type: 'boolean', default: false } } });

/** A port from the environment, or its default. */
function portFrom(name, fallback) {
  const port = Number(process.env[name] ?? fallback);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    fail(`${name} must be a port number between 1 and 65535; it is '${process.env[name]}'.`);
  return port;
}

const port = portFrom('PORT', 4300);
const erpPort = portFrom('ERP_PORT', 4301);
const data = resolve(root, process.env.DATA_DIR ?? '.data');

/** Refuses a port that something else listens on. */
async function mustBeFree(number, variable) {
  const server = createServer();
  const error = await new Promise((settle) => {
    server.once('error', settle);
    server.listen(number, '127.0.0.1', () => settle(undefined));
  });
  if (error)
    fail(
      `Port ${number} is in use. Stop what listens there, or choose another one: ${variable}=${number + 10} npm start.`
    );
  await new Promise((settle) => server.close(settle));
}

/** Makes the data folder, or says why it cannot be used. */
function prepareData() {
  try {
    if (existsSync(data) && !statSync(data).isDirectory())
      fail(`The data folder ${data} is a file. Remove it or set DATA_DIR to a folder.`);
    if (options.fresh) for (const part of ['org', 'erp']) rmSync(join(data, part), { recursive: true, force: true });
    mkdirSync(data, { recursive: true });
    accessSync(data, constants.W_OK);
  } catch (error) {
    fail(
      `The data folder ${data} cannot be used (${error.code ?? error.message}). Mend its permissions or set DATA_DIR to another folder.`
    );
  }
}

const children = [];
let stopping = false;

function stop(code) {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill('SIGTERM');
  const force = setTimeout(() => children.forEach((child) => child.kill('SIGKILL')), 5000);
  Promise.all(
    children.map((child) =>
      child.exitCode === null && child.signalCode === null ? new Promise((done) => child.once('exit', done)) : undefined
    )
  ).then(() => {
    clearTimeout(force);
    process.exit(code);
  });
}

/** Starts one part and resolves when its output has the ready line; what it prints before is shown as progress. */
function launch(title, args, ready) {
  return new Promise((settle) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    children.push(child);
    for (const input of [child.stdout, child.stderr]) {
      createInterface({ input }).on('line', (line) => {
        if (line.trim() !== '') console.log(`  ${title}: ${line}`);
        if (ready.test(line)) settle();
      });
    }
    child.once('exit', (code) => {
      if (stopping) return;
      console.error(
        `The ${title} ended (exit code ${code}). Its last words stand above; npm start -- --fresh starts over with new data.`
      );
      stop(1);
    });
  });
}

process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));

await mustBeFree(port, 'PORT');
await mustBeFree(erpPort, 'ERP_PORT');
prepareData();
ensurePackages();
console.log('Building …');
const { buildNode } = await import('./build-node.mjs');
await buildNode();
const { writeDemoCredentials } = await import('./lib/demo.mjs');
const credentials = writeDemoCredentials(data, erpPort);

console.log('Starting the sandbox ERP …');
await launch(
  'sandbox ERP',
  ['sandbox-erp/bin/sandbox-erp.mjs', 'start', '--port', String(erpPort), '--data', join(data, 'erp')],
  /ready http/
);
console.log('Starting the local org …');
const users = readdirSync(join(root, 'config/users')).flatMap((file) => ['--users', join('config/users', file)]);
await launch(
  'local org',
  [
    'local-org/bin/local-org.mjs',
    'start',
    '--port',
    String(port),
    '--data',
    join(data, 'org'),
    '--credentials',
    credentials,
    '--source',
    'force-app',
    '--source',
    'config/demo/metadata',
    ...users,
    '--user',
    'admin@handoff.demo',
    '--import',
    'config/demo/plan.json',
    '--run',
    'config/demo/setup.apex',
    '--run',
    'config/demo/connect.apex'
  ],
  /ready http/
);

console.log(`
ready http://localhost:${port}

Three things to try
  1. As Riley Reyes (sales rep), open the account Brightwater Marine: balance, past due and credit room come from the ERP.
  2. Switch to Farah Finch (finance) in the user menu, open a draft order, activate it and press Sync to ERP.
  3. Open the ERP at http://localhost:${erpPort}, ship and invoice that order, take a payment, then press Refresh on the account.
`);
