import { afterEach } from 'vitest';
import { running } from './world.js';

/** A failed test tells what its pages showed and what the newest documents were waiting for: elsewhere nobody can look. */
afterEach(async ({ task }) => {
  const [error] = task.result?.state === 'fail' ? (task.result.errors ?? []) : [];
  if (!error) return;
  const seen = await Promise.all([...running].map((world) => world.describe()));
  error.stack = [error.stack ?? error.message, ...seen].join('\n');
});
