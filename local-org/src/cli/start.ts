import { setOrgTimeAhead } from '../kernel/org-time.js';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { LocalServer } from '../server/local-server.js';
import { UsageError, type StartCommand } from './arguments.js';
import { cacheFolder } from './cache-folder.js';
import { openDataFolder } from '../server/data-folder.js';
import { sourceFolders } from './project.js';
import { orgWorker, testWorker } from './worker-entries.js';

/** `local-org start`: serves the org until SIGINT or SIGTERM. */
export async function runStart(command: StartCommand): Promise<number> {
  const sources = sourceFolders(command.sources, process.cwd());
  const files = (paths: readonly string[]) => paths.map((path) => existing(path));
  const filling = {
    username: command.user,
    users: files(command.users),
    plans: files(command.plans),
    scripts: files(command.scripts)
  };
  const credentials = command.credentials === null ? null : existing(command.credentials);
  setOrgTimeAhead(command.clockAhead * 1000);
  const folder = openDataFolder(command.data, command.fresh);
  const server = new LocalServer({
    folder,
    sources,
    port: command.port,
    cache: cacheFolder(),
    credentials: credentials ?? folder.credentials,
    filling,
    dev: command.dev,
    entry: orgWorker,
    testEntry: testWorker,
    log: (line) => console.log(line)
  });
  const stopped = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
  try {
    const url = await Promise.race([server.start(), stopped.then(() => null)]);
    if (url !== null) console.log(`local-org ready ${url}`);
    await stopped;
    return 0;
  } finally {
    await server.close();
    folder.release();
  }
}

function existing(path: string): string {
  const file = resolve(path);
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
  return file;
}
