import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { baseComponents } from './build/base-components.js';
import type { ComponentFault } from './build/fault.js';
import { buildBeside } from './build/placed.js';
import type { ModuleContext } from './build/plugins.js';
import { builtFaults, markBuilt, stampOf } from './build/stamp.js';
import { findComponents } from './components.js';
import type { MetadataSource } from './metadata-source.js';
import { filesUnder } from '../schema/source-tree.js';
import { children, text } from '../schema/xml.js';

export interface LightningBuildOptions {
  /** Source folders of the project. */
  readonly sources: readonly string[];
  readonly metadata: MetadataSource;
  /** Receives index.html and assets/, once they are whole. */
  readonly outDir: string;
  /** Keeps compiled modules between builds. */
  readonly cacheDir: string;
  /** `development` keeps LWC's warnings and readable code. */
  readonly mode: 'production' | 'development';
  /**
   * True: a component with a fault is left out, and shows its fault where it is placed; the others work. False (the default):
   * any fault ends the build.
   */
  readonly isolateFaults?: boolean;
}

export interface LightningBuild {
  readonly outDir: string;
  /** False when outDir already held a build of exactly these sources. */
  readonly built: boolean;
  /** Components left out, with `isolateFaults`. */
  readonly faults: readonly ComponentFault[];
  readonly durationMs: number;
}

export { LightningBuildError, type ComponentFault } from './build/fault.js';

/** Bundles the shell, the project's components and the base components they use. Throws LightningBuildError. */
export async function buildLightning(options: LightningBuildOptions): Promise<LightningBuild> {
  const start = performance.now();
  const context = moduleContext(options.sources, options.metadata);
  const isolateFaults = options.isolateFaults ?? false;
  const facts = [options.mode, String(isolateFaults), ...[...context.labels].sort()];
  const stamp = stampOf(facts, inputFiles(context));
  const done = (built: boolean, faults: readonly ComponentFault[]) => {
    return { outDir: options.outDir, built, faults, durationMs: performance.now() - start };
  };
  const known = builtFaults(options.outDir, stamp);
  if (known) return done(false, known);

  // The bundler takes a second to load, which a start without changes need not spend.
  const { bundleLightning } = await import('./build/bundle.js');
  const faults = await buildBeside(
    options.outDir,
    async (outDir) => {
      const found = await bundleLightning(context, { ...options, outDir, isolateFaults });
      markBuilt(outDir, stamp, found);
      return found;
    },
    () => builtFaults(options.outDir, stamp) !== undefined
  );
  return done(true, faults);
}

/** What the module plugins must know of the shell and the project. */
export function moduleContext(sources: readonly string[], metadata: MetadataSource): ModuleContext {
  const browser = join(dirname(fileURLToPath(import.meta.url)), 'browser');
  return {
    browser,
    services: join(browser, 'services'),
    components: findComponents(sources),
    base: baseComponents(),
    labels: new Set(labelNames(metadata).map((name) => name.toLowerCase())),
    faults: new Map()
  };
}

function labelNames(metadata: MetadataSource): readonly string[] {
  return metadata
    .components('CustomLabels')
    .flatMap(({ xml }) => children(xml, 'labels'))
    .flatMap((label) => text(label, 'fullName') ?? []);
}

function inputFiles(context: ModuleContext): readonly string[] {
  const folders = [context.browser, dirname(fileURLToPath(import.meta.url)) + '/build'];
  const shell = folders.flatMap((folder) => [...filesUnder(folder)]);
  const project = context.components.flatMap(({ folder }) => [...filesUnder(folder)]);
  return [...shell, ...project.filter((file) => !file.includes('/__tests__/'))];
}
