// Compiling 100,000 lines of Apex with nothing in the cache, and loading them from it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeProject } from './support/generated-project.mjs';

export async function run() {
  const { loadProject } = await import('../dist/code/load.js');
  const { platformLibrary } = await import('../dist/platform/index.js');
  const { loadSchema } = await import('../dist/schema/load.js');
  const folder = mkdtempSync(join(tmpdir(), 'local-org-bench-'));
  try {
    const source = join(folder, 'source');
    const { lines } = writeProject(source, { classes: 1_000 });
    const { schema, metadata } = loadSchema([source]);
    const options = { sources: [source], schema, metadata, library: platformLibrary, cacheDir: join(folder, 'cache') };
    const seconds = async () => {
      const began = performance.now();
      const code = await loadProject(options);
      if (code.compileErrors.length > 0) throw new Error(JSON.stringify(code.compileErrors[0]));
      return (performance.now() - began) / 1000;
    };
    const cold = await seconds();
    const cached = await seconds();
    const size = `${lines.toLocaleString('en')} lines of Apex`;
    return [
      { what: `${size}: compiled cold`, value: cold.toFixed(1), unit: 's', bound: 60 },
      { what: `${size}: loaded from the cache`, value: cached.toFixed(2), unit: 's', bound: 5 }
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
