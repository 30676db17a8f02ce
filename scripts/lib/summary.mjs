import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Leaves the counts of `npm run <script>`, and what failed, where scripts/ci.mjs adds them up. */
export function writeSummary(script, summary) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(join(root, '.cache', `${script}-summary.json`), JSON.stringify(summary));
}
