import { defineConfig } from 'vitest/config';

/** `npm run pictures`: they are made, not tested, so the stories' own run leaves them out. */
export default defineConfig({
  test: { include: ['e2e/pictures/pictures.ts'], testTimeout: 180_000, hookTimeout: 300_000 }
});
