import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = new URL('../', import.meta.url).pathname;

/** Benchmarks run what is built, so the type check does not see them: a move of a source file would break them unnoticed. */
const imports = readdirSync(join(folder, 'bench'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.mjs'))
  .flatMap((file) =>
    [...readFileSync(join(folder, 'bench', file), 'utf8').matchAll(/'(?:\.\.\/)+dist\/(.+?)\.js'/g)].map(
      (found) => [file, found[1] ?? ''] as const
    )
  );

it('finds what the benchmarks import', () => {
  expect(imports.length).toBeGreaterThan(5);
});

it.each(imports)('bench/%s imports %s, which is built from a source', (_, built) => {
  expect(existsSync(join(folder, 'src', `${built}.ts`))).toBe(true);
});
