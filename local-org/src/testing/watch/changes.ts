import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** Editors write a file in several steps: changes this close together (ms) are one. */
const settleMs = 150;

/** Whether tests can depend on it: not components, not what editors leave beside a file. */
const counts = (path: string): boolean =>
  !/(^|[\\/])(\.|lwc[\\/]|aura[\\/]|node_modules[\\/])|~$|\.(swp|swx|tmp|orig)$/.test(path) && /\.\w+$/.test(path);

/** The files below the folders that change, in groups: each call of `next` waits for one. */
export class Changes {
  private readonly watchers: FSWatcher[];
  private readonly pending = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private waiting: ((paths: readonly string[]) => void) | undefined;

  constructor(folders: readonly string[]) {
    this.watchers = folders.map((folder) =>
      watch(folder, { recursive: true }, (_, name) => {
        if (name === null || !counts(name)) return;
        this.pending.add(join(folder, name));
        this.settle();
      })
    );
  }

  /** What has changed since the last answer, at once or when something does. */
  next(): Promise<readonly string[]> {
    return new Promise((resolve) => {
      this.waiting = resolve;
      if (this.pending.size > 0) this.settle();
    });
  }

  close(): void {
    clearTimeout(this.timer);
    for (const watcher of this.watchers) watcher.close();
  }

  private settle(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const { waiting } = this;
      if (!waiting) return;
      this.waiting = undefined;
      const paths = [...this.pending].sort();
      this.pending.clear();
      waiting(paths);
    }, settleMs);
  }
}
