import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { parseSource, type ParseResult } from '../1-parse/index.js';
import type { ParseCache } from './cache.js';
import type { ApexFile } from './source-files.js';

/** Below this many files a thread takes longer to learn the grammar than it saves. */
const leastFiles = 40;
const mostThreads = 4;

/** In the built tree only: tests run from TypeScript, which a thread cannot load. */
const script = new URL('./parse-worker.js', import.meta.url);

/**
 * Parses what is in no cache on all cores. Parsing is most of a cold compile, since the parser's tables are learnt anew in each
 * process. Does nothing for small projects; what it leaves out is parsed when it is needed.
 */
export async function parseAhead(files: readonly ApexFile[], parses: ParseCache): Promise<void> {
  const missing = parses.missing(files);
  const threads = Math.min(mostThreads, availableParallelism());
  if (missing.length < leastFiles || threads < 2 || !existsSync(fileURLToPath(script))) return;
  const shares = dealBySize(missing, threads);
  const others = shares.slice(1).map((share) => parseInThread(share));
  for (const file of shares[0] ?? []) parses.get(file, () => parseSource(file.text, file.file, file.kind));
  for (const [index, results] of (await Promise.all(others)).entries()) {
    for (const [position, file] of (shares[index + 1] ?? []).entries()) {
      const result = results[position];
      if (result) parses.get(file, () => result);
    }
  }
}

/** Shares of about the same number of characters: the largest file goes to the smallest share. */
function dealBySize(files: readonly ApexFile[], count: number): ApexFile[][] {
  const shares = Array.from({ length: count }, () => ({ size: 0, files: [] as ApexFile[] }));
  for (const file of [...files].sort((a, b) => b.text.length - a.text.length)) {
    const smallest = shares.reduce((least, share) => (share.size < least.size ? share : least));
    smallest.files.push(file);
    smallest.size += file.text.length;
  }
  return shares.map((share) => share.files);
}

/** Results in the files' order; fewer when the thread failed, and the rest is parsed by the caller. */
function parseInThread(files: readonly ApexFile[]): Promise<ParseResult[]> {
  return new Promise((settle) => {
    const results: ParseResult[] = [];
    const thread = new Worker(script, { workerData: files, resourceLimits: { maxYoungGenerationSizeMb: 128 } });
    thread.on('message', (result: ParseResult) => results.push(result));
    thread.once('error', () => settle(results));
    thread.once('exit', () => settle(results));
  });
}
