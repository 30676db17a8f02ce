import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CalloutHost } from '../callout/host.js';
import { WorkerPool } from '../server/pool.js';
import { cacheFolder } from './cache-folder.js';
import { dataFolder, makeFolder } from '../server/data-folder.js';
import { sourceFolders } from './project.js';
import { orgWorker } from './worker-entries.js';

export interface OneCommand {
  readonly sources: readonly string[];
  readonly data: string;
  readonly credentials: string | null;
  /** Makes the data folder when there is none, for a command that writes; without it the org is one in memory. */
  readonly makesFolder: boolean;
}

/** Opens the org of a data folder for a single command. */
export async function withOrg(options: OneCommand, action: (pool: WorkerPool) => Promise<number>): Promise<number> {
  const folder = dataFolder(options.data);
  const isNew = !existsSync(folder.database);
  const stored = !isNew || options.makesFolder;
  if (isNew && stored) makeFolder(folder.root);
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
    most: 1,
    computing: 1,
    entry: orgWorker,
    onDue: () => {},
    onPublished: () => {}
  });
  try {
    for (const warning of await pool.start()) console.error(warning);
    if (isNew && stored) {
      // A server that starts later takes the org as it is, and does not empty it as a start that never ended.
      folder.markFilled();
      console.error(`A new org was made in ${folder.root}.`);
    }
    return await action(pool);
  } finally {
    await pool.close();
  }
}
