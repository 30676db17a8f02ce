import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testCache } from './caches.js';

const part = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** The command itself, for tests that talk to it while it runs. */
export const binary = join(part, 'bin', 'local-org.mjs');

export const fixture = (name: string): string => join(part, 'test', 'fixtures', name);
export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'local-org-'));

/** Builds dist when a source is newer than it; several test files may ask at once. */
export async function built(): Promise<void> {
  const lock = join(testCache('build'), 'lock');
  for (let waited = 0; ; waited += 100) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      if (waited > 30_000) rmSync(lock, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  try {
    if (newest(join(part, 'src')) <= newest(join(part, 'dist'))) return;
    const { buildNode } = (await import(join(part, '..', 'scripts', 'build-node.mjs'))) as {
      buildNode(): Promise<void>;
    };
    await buildNode();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function newest(folder: string): number {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return Math.max(0, ...entries.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs));
  } catch {
    return 0;
  }
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs one command of the CLI to its end. */
export async function run(args: readonly string[], cwd = part): Promise<Ended> {
  const child = spawn(process.execPath, [binary, ...args], { cwd, env: environment() });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

/** Compiled code of tests is kept apart from the user's. */
export const environment = () => ({ ...process.env, LOCAL_ORG_CACHE: testCache('local-org') });

export interface RunningOrg {
  readonly url: string;
  readonly process: ChildProcess;
  /** What it has printed so far. */
  output(): string;
  /** Ends it with the signal and waits. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** A session of that user. */
  logIn(username: string): Promise<Client>;
}

/** Requests with one user's session. */
export interface Client {
  get(path: string): Promise<Answer>;
  send(method: string, path: string, body?: unknown): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a JSON answer of any shape
  readonly json: any;
}

/** Starts `local-org start` on a free port and waits until it is ready. */
export async function startOrg(args: readonly string[]): Promise<RunningOrg> {
  const child = spawn(process.execPath, [binary, 'start', '--port', '0', ...args], { cwd: part, env: environment() });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: unknown) => {
      output += String(chunk);
      const ready = /local-org ready (\S+)/.exec(output)?.[1];
      if (ready) resolve(ready);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then((code) => reject(new Error(`local-org ended with ${code}:\n${output}`)));
  });
  return {
    url,
    process: child,
    output: () => output,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
    logIn: async (username) => {
      const response = await fetch(`${url}/lightning/session`, {
        method: 'POST',
        body: JSON.stringify({ username })
      });
      if (response.status !== 204)
        throw new Error(`Log-in of ${username}: ${response.status} ${await response.text()}`);
      const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      return client(url, { cookie });
    }
  };
}

export function client(url: string, headers: Record<string, string>): Client {
  const send = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const content = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const response = await fetch(url + path, { method, headers, ...content });
    const text = await response.text();
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      json = undefined;
    }
    return { status: response.status, headers: response.headers, text, json };
  };
  return { get: (path) => send('GET', path), send };
}

/** Asks until the answer fits, for what happens in the background. */
export async function eventually<V>(ask: () => Promise<V>, fits: (value: V) => boolean, withinMs = 45_000): Promise<V> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const value = await ask();
    if (fits(value) || Date.now() > deadline) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
