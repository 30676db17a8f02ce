import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { buildLightning, type LightningBuildOptions } from '../lightning/build.js';
import type { LightningDev } from '../lightning/dev.js';
import { loadMetadata } from '../schema/load.js';

/** Where the shell and its components come from. */
export interface ShellPages {
  /** Folder of the built Lightning bundle, or why there is none. */
  readonly bundle: string | { readonly error: string };
  /** Serves the pages instead of the bundle while components are edited. */
  readonly dev: LightningDev | null;
}

export interface ShellOptions {
  readonly sources: readonly string[];
  readonly cache: string;
  readonly dev: boolean;
  readonly log: (line: string) => void;
}

/** Builds the pages, or prepares to compile them on demand. When they do not build, the org starts without them and says why. */
export async function preparePages({ sources, cache, dev, log }: ShellOptions): Promise<ShellPages> {
  const name = createHash('sha1').update(sources.join('\n')).digest('hex').slice(0, 16);
  const options: LightningBuildOptions = {
    sources,
    metadata: loadMetadata(sources),
    outDir: join(cache, 'pages', dev ? `${name}-dev` : name),
    cacheDir: join(cache, 'lightning'),
    mode: dev ? 'development' : 'production',
    // One faulty component must not take the pages of all others away.
    isolateFaults: true
  };
  try {
    if (dev) {
      const { developLightning } = await import('../lightning/dev.js');
      return { bundle: options.outDir, dev: await developLightning(options) };
    }
    const built = await buildLightning(options);
    for (const fault of built.faults) log(`A component was left out: ${fault.message}`);
    if (built.built) log(`Built the Lightning pages in ${(built.durationMs / 1000).toFixed(1)} s`);
    return { bundle: built.outDir, dev: null };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    log(`The Lightning pages were not built: ${message}`);
    return { bundle: { error: message }, dev: null };
  }
}
