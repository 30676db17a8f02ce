import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './files.mjs';
import { root } from './root.mjs';

const measure = `
  const [dist, source, cacheDir] = process.argv.slice(1);
  const { loadSchema } = await import(dist + '/schema/load.js');
  const { platformLibrary } = await import(dist + '/platform/index.js');
  const { schema, metadata } = loadSchema([source]);
  const started = performance.now();
  const { loadProject } = await import(dist + '/code/load.js');
  const code = await loadProject({ sources: [source], schema, metadata, library: platformLibrary, cacheDir });
  const seconds = (performance.now() - started) / 1000;
  console.log(JSON.stringify({ seconds, errors: code.compileErrors.length, classes: [...code.classes()].length }));
`;

/** Seconds to compile the package's Apex in a fresh process, without a cache and then from it; medians of three. */
export async function compileTimes(cacheDir) {
  const once = (fresh) => {
    if (fresh) rmSync(cacheDir, { recursive: true, force: true });
    const run = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', measure, join(root, 'local-org/dist'), join(root, 'force-app'), cacheDir],
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
