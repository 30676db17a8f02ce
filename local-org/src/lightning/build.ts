import { cpSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';
import { baseComponents } from './build/base-components.js';
import { lightningConfig } from './build/config.js';
import type { ModuleContext } from './build/plugins.js';
import { isBuilt, markBuilt, stampOf } from './build/stamp.js';
import { TransformCache } from './build/transform-cache.js';
import { findComponents } from './components.js';
import type { MetadataSource } from './metadata-source.js';
import { filesUnder } from '../schema/source-tree.js';
import { children, text } from '../schema/xml.js';

export interface LightningBuildOptions {
  /** Source folders of the project. */
  readonly sources: readonly string[];
  readonly metadata: MetadataSource;
  /** Receives index.html and assets/. Emptied before a build. */
  readonly outDir: string;
  /** Keeps compiled modules between builds. */
  readonly cacheDir: string;
  /** `development` keeps LWC's warnings and readable code. */
  readonly mode: 'production' | 'development';
}

export interface LightningBuild {
  readonly outDir: string;
  /** False when outDir already held a build of exactly these sources. */
  readonly built: boolean;
  readonly durationMs: number;
}

/** The project's components do not compile, or import what is not there. `message` is the first fault with its file. */
export class LightningBuildError extends Error {}

/** Bundles the shell, the project's components and the base components they use. Throws LightningBuildError. */
export async function buildLightning(options: LightningBuildOptions): Promise<LightningBuild> {
  const start = performance.now();
  const context = moduleContext(options.sources, options.metadata);
  const stamp = stampOf([options.mode, ...[...context.labels].sort()], inputFiles(context));
  const done = (built: boolean) => ({ outDir: options.outDir, built, durationMs: performance.now() - start });
  if (isBuilt(options.outDir, stamp)) return done(false);

  const cache = new TransformCache(options.cacheDir, options.mode);
  try {
    await bundle(lightningConfig(context, cache, options.mode, options.outDir));
  } finally {
    cache.save();
  }
  copyDesignSystem(options.outDir);
  markBuilt(options.outDir, stamp);
  return done(true);
}

/** What the module plugins must know of the shell and the project. */
export function moduleContext(sources: readonly string[], metadata: MetadataSource): ModuleContext {
  const browser = join(dirname(fileURLToPath(import.meta.url)), 'browser');
  return {
    browser,
    services: join(browser, 'services'),
    components: findComponents(sources),
    base: baseComponents(),
    labels: new Set(labelNames(metadata).map((name) => name.toLowerCase()))
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

async function bundle(config: InlineConfig): Promise<void> {
  try {
    await build(config);
  } catch (error) {
    throw new LightningBuildError(firstFault(error), { cause: error });
  }
}

interface BundlerFault {
  readonly message: string;
  readonly loc?: { readonly file?: string; readonly line: number; readonly column: number };
  readonly id?: string;
}

/** `file:line:column: message` of the first fault; the bundler's own text repeats it with a stack. */
function firstFault(error: unknown): string {
  const [fault] = (error as { errors?: readonly BundlerFault[] }).errors ?? [error as BundlerFault];
  const message = (fault?.message ?? String(error)).replace(/^\[plugin [^\]]*\]\s*/, '');
  const file = fault?.loc?.file ?? fault?.id?.split('?')[0];
  if (!file || message.includes(file)) return message;
  return fault?.loc ? `${file}:${fault.loc.line}:${fault.loc.column}: ${message}` : `${file}: ${message}`;
}

/** Styles, fonts and icon sprites of SLDS, under the addresses that the base components use. */
function copyDesignSystem(outDir: string): void {
  const require = createRequire(import.meta.url);
  const assets = join(dirname(require.resolve('@salesforce-ux/design-system/package.json')), 'assets');
  const target = join(outDir, 'assets');
  const wanted = [
    'styles/salesforce-lightning-design-system.min.css',
    'images/themes/oneSalesforce/banner-brand-default.png'
  ];
  const sprites = ['action', 'custom', 'doctype', 'standard', 'utility'];
  wanted.push(...sprites.map((sprite) => `icons/${sprite}-sprite/svg/symbols.svg`));
  for (const path of wanted) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join(assets, path), join(target, path), { recursive: true });
  }
}
