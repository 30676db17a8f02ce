import { basename } from 'node:path';
import { readApexFiles } from '../../code/source-files.js';
import type { TestReport } from '../results.js';
import { affectedClasses } from './affected.js';
import { Changes } from './changes.js';

export interface WatchOptions {
  readonly sources: readonly string[];
  /** Runs the tests of these classes (null: all) with coverage counted, and shows their results. */
  run(classes: ReadonlySet<string> | null): Promise<TestReport>;
  log(line: string): void;
}

/** What the user types: an empty line runs all tests, `q` ends. */
export type Keys = AsyncIterator<string>;

/** Runs all tests, then after each change those that it touches, until the user ends it. */
export class TestWatch {
  private readonly options: WatchOptions;
  private readonly touched = new Map<string, readonly string[]>();
  private readonly failed = new Set<string>();

  constructor(options: WatchOptions) {
    this.options = options;
  }

  async watch(keys: Keys): Promise<void> {
    const { sources, log } = this.options;
    const changes = new Changes(sources);
    try {
      await this.run(null);
      let typed = keys.next();
      let changed = changes.next();
      for (;;) {
        log('Waiting for changes. Enter runs all tests, q ends.');
        const event = await Promise.race([
          typed.then((key) => ({ kind: 'key' as const, key })),
          changed.then((paths) => ({ kind: 'change' as const, paths }))
        ]);
        if (event.kind === 'change') {
          await this.runTouched(event.paths);
          changed = changes.next();
        } else {
          if (event.key.done || event.key.value.trim().toLowerCase() === 'q') return;
          await this.run(null);
          typed = keys.next();
        }
      }
    } finally {
      changes.close();
    }
  }

  private async runTouched(paths: readonly string[]): Promise<void> {
    const classes = affectedClasses(paths, readApexFiles(this.options.sources), {
      touched: this.touched,
      failed: this.failed
    });
    this.options.log(`\nChanged: ${[...new Set(paths.map((path) => basename(path)))].join(', ')}`);
    await this.run(classes);
  }

  /** Sources that cannot be read, half-written metadata perhaps, are said and mended by the next change. */
  private async attempt(classes: ReadonlySet<string> | null): Promise<TestReport | null> {
    try {
      return await this.options.run(classes);
    } catch (error) {
      this.options.log(error instanceof Error ? error.message : String(error));
      return null;
    }
  }

  private async run(classes: ReadonlySet<string> | null): Promise<void> {
    const report = await this.attempt(classes);
    if (!report) return;
    for (const [test, files] of report.touched) this.touched.set(test, files);
    for (const { class: name } of report.tests) this.failed.delete(name);
    for (const test of report.tests) if (test.outcome !== 'passed') this.failed.add(test.class);
  }
}
