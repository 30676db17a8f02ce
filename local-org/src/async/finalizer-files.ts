import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The state of finalizers at the moment they were attached, one file a running job. It lies outside the database because the
 * job's own transaction is open at that time: if the process is killed, the transaction is gone and the file is what remains.
 */
export class FinalizerFiles {
  private readonly folder: string | null;

  /** null: an org in memory, which nothing outlives. */
  constructor(folder: string | null) {
    this.folder = folder;
    if (folder !== null) mkdirSync(folder, { recursive: true });
  }

  keep(jobId: string, state: string): void {
    if (this.folder === null) return;
    const file = this.file(jobId, this.folder);
    writeFileSync(`${file}.new`, state);
    renameSync(`${file}.new`, file);
  }

  read(jobId: string): string | null {
    if (this.folder === null || !existsSync(this.file(jobId, this.folder))) return null;
    return readFileSync(this.file(jobId, this.folder), 'utf8');
  }

  drop(jobId: string): void {
    if (this.folder !== null) rmSync(this.file(jobId, this.folder), { force: true });
  }

  private file(jobId: string, folder: string): string {
    return join(folder, `${jobId}.json`);
  }
}
