import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './harness.js';

const folder = join(import.meta.dirname, 'samples');

describe('samples', () => {
  test.each(readdirSync(folder))('%s', async (name) => {
    const source = readFileSync(join(folder, name, 'input.cls'), 'utf8');
    const expected = readFileSync(join(folder, name, 'expected.txt'), 'utf8');

    expect(`${await run({ Main: source })}\n`).toBe(expected);
  });
});
