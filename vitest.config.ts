import { defineConfig } from 'vitest/config';

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
    globalSetup: ['scripts/lib/temporary.mjs'],
    testTimeout: 20_000
  }
});
