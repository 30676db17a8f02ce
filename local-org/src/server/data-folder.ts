import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  closeSync,
  rmSync,
  writeFileSync,
  readFileSync
} from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder cannot be used; the message is one sentence for the user. */
export class DataFolderError extends Error {}

/** Files of an org on disk. */
export interface DataFolder {
  readonly root: string;
  readonly database: string;
  readonly finalizers: string;
  readonly credentials: string;
  /** Secret that sessions are signed with. */
  readonly sessionKey: string;
  /** True until `markFilled` has been called: users, plans and scripts are still to be loaded. */
  readonly isNew: boolean;
  markFilled(): void;
  /** Frees the folder for the next server. */
  release(): void;
}

const sqliteHeader = 'SQLite format 3\0';

/** The folder of an org that is only read or written by one command; no lock is taken. */
export function dataFolder(path: string): Omit<DataFolder, 'release'> {
  const root = resolve(path);
  const filled = join(root, 'filled');
  return {
    root,
    database: join(root, 'org.sqlite'),
    finalizers: join(root, 'finalizers'),
    credentials: join(root, 'credentials.json'),
    sessionKey: join(root, 'session-key'),
    isNew: !existsSync(filled),
    markFilled: () => writeFileSync(filled, `${new Date().toISOString()}\n`)
  };
}

/**
 * Opens the folder for a server: makes it, checks it, and takes it for this process. `fresh` drops what the org held (not the
 * credentials). A first start that did not end is taken as no start. Throws DataFolderError with one sentence.
 */
export function openDataFolder(path: string, fresh: boolean): DataFolder {
  const folder = dataFolder(path);
  makeFolder(folder.root);
  const release = lock(folder.root);
  try {
    if (fresh || folder.isNew) empty(folder);
    checkDatabase(folder.database);
  } catch (error) {
    release();
    throw error;
  }
  return { ...folder, isNew: !existsSync(join(folder.root, 'filled')), release };
}

/** Makes the folder where it is missing. Throws DataFolderError when it cannot be written. */
export function makeFolder(root: string): void {
  try {
    mkdirSync(root, { recursive: true });
    accessSync(root, constants.W_OK);
  } catch (error) {
    throw new DataFolderError(`The data folder ${root} cannot be used: ${reason(error)}.`);
  }
}

function empty(folder: Omit<DataFolder, 'release'>): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(folder.database + suffix, { force: true });
  rmSync(folder.finalizers, { recursive: true, force: true });
  rmSync(join(folder.root, 'filled'), { force: true });
  rmSync(folder.sessionKey, { force: true });
}

function checkDatabase(file: string): void {
  if (!existsSync(file)) return;
  const header = Buffer.alloc(sqliteHeader.length);
  const handle = openSync(file, 'r');
  const size = readSync(handle, header);
  closeSync(handle);
  if (size > 0 && header.toString('latin1') !== sqliteHeader) {
    throw new DataFolderError(
      `${file} is no database of a local org. Start over with --fresh, or name another folder with --data.`
    );
  }
}

/** One server a folder: the file `pid` names the process that has it. */
function lock(root: string): () => void {
  const file = join(root, 'pid');
  const owner = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (owner > 0 && owner !== process.pid && isAlive(owner)) {
    throw new DataFolderError(
      `The data folder ${root} is in use by another local org (process ${owner}). Stop it, or name another folder with --data.`
    );
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user is alive too.
    return (error as { code?: string }).code === 'EPERM';
  }
}

const reason = (error: unknown): string => {
  const code = (error as { code?: string }).code;
  if (code === 'EEXIST' || code === 'ENOTDIR') return 'it is a file';
  return code === 'EACCES' || code === 'EROFS' ? 'it is not writable' : String(code ?? error);
};
