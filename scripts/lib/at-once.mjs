import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { root } from './root.mjs';

/**
 * Does the work for each item, as many at once as there are processors, beginning them in their order.
 * @returns the results, in the order of the items
 */
export async function atOnce(items, work) {
  const results = [];
  const waiting = [...items.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}

/** Runs a command to its end without showing it. `output` is what it printed on both streams; `ok` is exit code 0. */
export function finished(command, args, env = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env }
    });
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', (error) => resolve({ ok: false, output: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });
}
