// docs/proof.md says which tests each promise rests on: every one that it names has to exist, or the page would go stale.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemsOf, testsHere } from '../lib/named-tests.mjs';
import { root } from '../lib/root.mjs';

const page = 'docs/proof.md';
const problems = problemsOf(readFileSync(join(root, page), 'utf8'), testsHere());
for (const problem of problems) console.error(`${page}:${problem}`);
process.exit(problems.length === 0 ? 0 : 1);
