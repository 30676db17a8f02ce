// The benchmarks of the local org: each file beside this one that exports `run`, in a process of its own.
// `node local-org/bench/run.mjs` measures all and prints figures as JSON lines {what, value, unit, bound}; names select some.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));

export const benchmarks = () =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.mjs') && file !== 'run.mjs')
    .map((file) => file.replace('.mjs', ''));

/** Figures of one benchmark; throws what it printed when it failed. */
export function measure(name) {
  const script = `const { run } = await import(${JSON.stringify(new URL(`${name}.mjs`, import.meta.url).href)});
    console.log(JSON.stringify(await run()));`;
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`The benchmark ${name} failed:\n${child.stdout}${child.stderr}`);
  return JSON.parse(child.stdout.trim().split('\n').at(-1));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const named = process.argv.slice(2);
  for (const name of named.length > 0 ? named : benchmarks())
    for (const figure of measure(name)) console.log(JSON.stringify(figure));
}
