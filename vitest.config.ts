import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'local-org/test/**/*.test.ts',
      'sandbox-erp/test/**/*.test.ts',
      'scripts/**/*.test.ts',
      'test/**/*.test.ts'
    ],
    globalSetup: ['scripts/lib/temporary.mjs'],
    testTimeout: 20_000
  }
});
