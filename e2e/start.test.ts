import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const script = join(root, 'scripts/start.mjs');

/** Listens on a port of its own choice. */
async function occupy(): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port could be had.');
  return { server, port: address.port };
}

async function freePort(): Promise<number> {
  const { server, port } = await occupy();
  await new Promise((done) => server.close(done));
  return port;
}

const answers = (port: number) =>
  fetch(`http://localhost:${port}/`).then(
    () => true,
    () => false
  );

describe('npm start', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'handoff-start-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const refused = (env: Record<string, string>) => {
    const run = spawnSync(process.execPath, [script], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: folder, ...env }
    });
    return { status: run.status, says: run.stderr.trim().split('\n') };
  };

  test('says in one sentence that a port is in use, and how to choose another', async () => {
    const { server, port } = await occupy();

    const outcome = refused({ PORT: String(port), ERP_PORT: String(await freePort()) });

    server.close();
    expect(outcome).toEqual({
      status: 1,
      says: [`Port ${port} is in use. Stop what listens there, or choose another one: PORT=${port + 10} npm start.`]
    });
  });

  test('says in one sentence that a port is none', () => {
    expect(refused({ PORT: 'first' })).toEqual({
      status: 1,
      says: ["PORT must be a port number between 1 and 65535; it is 'first'."]
    });
  });

  test('says in one sentence that the data folder cannot be used', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');

    const outcome = refused({ PORT: String(await freePort()), ERP_PORT: String(await freePort()), DATA_DIR: file });

    expect(outcome).toEqual({
      status: 1,
      says: [`The data folder ${file} is a file. Remove it or set DATA_DIR to a folder.`]
    });
  });

  test('starts both parts, keeps their data, and ends both on Ctrl-C', async () => {
    const ports = { PORT: await freePort(), ERP_PORT: await freePort() };
    const start = async () => {
      const child = spawn(process.execPath, [script], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'inherit'],
        env: {
          ...process.env,
          DATA_DIR: join(folder, 'data'),
          PORT: String(ports.PORT),
          ERP_PORT: String(ports.ERP_PORT)
        }
      });
      let output = '';
      await new Promise<void>((ready, failed) => {
        child.stdout.on('data', (chunk: Buffer) => {
          output += chunk.toString();
          if (/Three things to try[\s\S]*3\./.test(output)) ready();
        });
        child.once('exit', () => failed(new Error(output)));
      });
      return { child, output };
    };
    const stop = async ({ child }: Awaited<ReturnType<typeof start>>) => {
      const exit = new Promise((done) => child.once('exit', done));
      child.kill('SIGINT');
      await exit;
    };

    const first = await start();
    expect(first.output).toContain(`\nready http://localhost:${ports.PORT}\n`);
    expect([await answers(ports.PORT), await answers(ports.ERP_PORT)]).toEqual([true, true]);
    expect(first.output).toContain('Imported 18 records');
    await stop(first);
    expect([await answers(ports.PORT), await answers(ports.ERP_PORT)]).toEqual([false, false]);

    const second = await start();
    expect(second.output).not.toContain('Imported');
    await stop(second);
  }, 180_000);
});
