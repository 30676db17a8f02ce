import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CalloutHost } from '../callout/host.js';
import { WorkerPool } from '../server/pool.js';
import { cacheFolder } from './cache-folder.js';
import { dataFolder } from '../server/data-folder.js';
import { sourceFolders } from './project.js';
import { orgWorker } from './worker-entries.js';

/** Opens the org of a data folder (one in memory when there is none yet) for a single command. */
export async function withOrg(
  options: { readonly sources: readonly string[]; readonly data: string; readonly credentials: string | null },
  action: (pool: WorkerPool) => Promise<number>
): Promise<number> {
  const folder = dataFolder(options.data);
  const stored = existsSync(folder.database);
  const pool = new WorkerPool({
    org: {
      sources: sourceFolders(options.sources, process.cwd()),
      database: stored ? folder.database : ':memory:',
      cache: cacheFolder(),
      finalizers: stored ? folder.finalizers : null,
      baseUrl: 'http://localhost:4300',
      coverage: false
    },
    callouts: new CalloutHost(options.credentials === null ? folder.credentials : resolve(options.credentials)),
    size: 1,
    most: 1,
    entry: orgWorker,
    onDue: () => {},
    onPublished: () => {}
  });
  try {
    for (const warning of await pool.start()) console.error(warning);
    return await action(pool);
  } finally {
    await pool.close();
  }
}
