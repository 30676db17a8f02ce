import { defineConfig } from 'vitest/config';
import { longFirst } from './scripts/lib/long-first.js';

export default defineConfig({
  test: {
    include: [
      'local-org/test/**/*.test.ts',
      'sandbox-erp/test/**/*.test.ts',
      'scripts/**/*.test.ts',
      'test/**/*.test.ts'
    ],
    // One worker a processor: the default leaves one out, which halves the speed of a machine with two.
    maxWorkers: '100%',
    // A worker loads the compiler and the runtime once, not for each file: orgs share no state, in tests as little as elsewhere.
    isolate: false,
    sequence: {
      sequencer: longFirst([
        // It weighs the heap: first in its worker, before others leave anything there.
        'local-org/test/runtime/heap-meter.test.ts',
        'local-org/test/server/clients/sf.test.ts',
        'local-org/test/lightning/shell.test.ts',
        'local-org/test/lightning/build.test.ts',
        'local-org/test/lightning/dev.test.ts',
        'test/properties/outbox/outbox.test.ts',
        'test/properties/ledger/ledger.test.ts',
        // It fills the heap, which is collected faster in a worker that has run little else.
        'local-org/test/runtime/heap.test.ts',
        'local-org/test/server/restart.test.ts',
        'local-org/test/cli/test-command.test.ts',
        'local-org/test/server/clients/bad-input.test.ts',
        'local-org/test/compiler/platform-compiler.test.ts',
        'local-org/test/cli/exec-keeps.test.ts',
        'local-org/test/cli/watch.test.ts',
        'local-org/test/server/clients/bulk.test.ts'
      ])
    },
    globalSetup: ['scripts/lib/temporary.mjs'],
    setupFiles: ['scripts/lib/property-seed.ts'],
    // A test that hangs ends; one that shares its machine with much else does not fail for that.
    testTimeout: 60_000,
    hookTimeout: 120_000
  }
});
