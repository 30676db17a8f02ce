import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './files.mjs';
import { root } from './root.mjs';

/** Compiles in a worker thread with the product's own limits, as the server and the test runner do. */
const measure = `
  const { Worker } = require('node:worker_threads');
  const main = async () => {
    const [dist, source, cacheDir] = process.argv.slice(1);
    const { threadLimits } = await import(dist + '/org/thread-limits.js');
    const code = '(' + inThread + ')()';
    const thread = new Worker(code, { eval: true, workerData: { dist, source, cacheDir }, resourceLimits: threadLimits });
    thread.on('message', (result) => console.log(JSON.stringify(result)));
  };
  const inThread = async () => {
    const { parentPort, workerData } = require('node:worker_threads');
    const { dist, source, cacheDir } = workerData;
    const { loadSchema } = await import(dist + '/schema/load.js');
    const { platformLibrary } = await import(dist + '/platform/index.js');
    const { schema, metadata } = loadSchema([source]);
    const started = performance.now();
    const { loadProject } = await import(dist + '/code/load.js');
    const code = await loadProject({ sources: [source], schema, metadata, library: platformLibrary, cacheDir });
    const seconds = (performance.now() - started) / 1000;
    parentPort.postMessage({ seconds, errors: code.compileErrors.length, classes: [...code.classes()].length });
  };
  main();
`;

/** Seconds to compile the package's Apex in a fresh process, without a cache and then from it; medians of three. */
export async function compileTimes(cacheDir) {
  const once = (fresh) => {
    if (fresh) rmSync(cacheDir, { recursive: true, force: true });
    const run = spawnSync(
      process.execPath,
      ['-e', measure, join(root, 'local-org/dist'), join(root, 'force-app'), cacheDir],
      { encoding: 'utf8' }
    );
    if (run.status !== 0) throw new Error(run.stderr);
    const result = JSON.parse(run.stdout);
    if (result.errors > 0 || result.classes === 0) throw new Error(`The package did not compile: ${run.stdout}`);
    return result.seconds;
  };
  const median = (values) => values.sort((a, b) => a - b)[1];
  const cold = median([once(true), once(true), once(true)]);
  const cached = median([once(false), once(false), once(false)]);
  const lines = filesBelow(['force-app'], /\.(cls|trigger)$/).reduce(
    (sum, path) => sum + readFileSync(path, 'utf8').split('\n').length,
    0
  );
  return { cold, cached, lines };
}
