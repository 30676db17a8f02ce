#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const entry = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(fileURLToPath(entry))) {
  const { main } = await import(entry.href);
  process.exitCode = await main(process.argv.slice(2));
  // Whatever a library has left open must not keep the command from ending.
  setTimeout(() => process.exit(), 1000).unref();
} else {
  console.error('The local org is not built yet. Run: npm run build');
  process.exitCode = 1;
}
