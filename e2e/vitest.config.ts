import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { longFirst } from '../scripts/lib/long-first.js';

export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    globalSetup: ['e2e/demo.ts'],
    setupFiles: ['e2e/tell-failure.ts'],
    // A file has servers, data and a browser of its own: as many at once as there are processors, where memory is enough for them, and one more,
    // since storms and tests of what is tried again wait more than they work.
    maxWorkers: Math.min(availableParallelism() + 1, 4),
    sequence: {
      sequencer: longFirst([
        'e2e/stories.test.ts',
        'e2e/chaos/billing.test.ts',
        'e2e/chaos/orders.test.ts',
        'e2e/faults.test.ts',
        'e2e/start.test.ts',
        'e2e/operations.test.ts',
        'e2e/screens.test.ts'
      ])
    },
    // A worker that finds a row locked goes on a minute later, and a test waits for that: no wait for a document's outcome is shorter.
    testTimeout: 180_000,
    hookTimeout: 300_000
  }
});
