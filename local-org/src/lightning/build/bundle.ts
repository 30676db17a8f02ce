import { cpSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { lightningConfig } from './config.js';
import { componentFaults, faultTexts, LightningBuildError, type ComponentFault } from './fault.js';
import type { ModuleContext } from './plugins.js';
import { TransformCache } from './transform-cache.js';

export interface BundleOptions {
  readonly outDir: string;
  readonly cacheDir: string;
  readonly mode: 'production' | 'development';
  readonly isolateFaults: boolean;
}

/**
 * Runs the bundler. With `isolateFaults`, components with faults are replaced by ones that say so when they are used, and it
 * runs again: a fault can hide others behind it. Gives the faults; throws LightningBuildError for what no component accounts for.
 */
export async function bundleLightning(
  context: ModuleContext,
  options: BundleOptions
): Promise<readonly ComponentFault[]> {
  const cache = new TransformCache(options.cacheDir, options.mode);
  const faults = new Map<string, string>();
  try {
    while (!(await runs({ ...context, faults }, cache, options, faults)));
  } finally {
    cache.save();
  }
  copyDesignSystem(options.outDir);
  return [...faults].map(([component, message]) => ({ component, message }));
}

/** True when the bundle was made; otherwise `faults` has grown. */
async function runs(
  context: ModuleContext,
  cache: TransformCache,
  { mode, outDir, isolateFaults }: BundleOptions,
  faults: Map<string, string>
): Promise<boolean> {
  try {
    await build(lightningConfig(context, cache, mode, outDir));
    return true;
  } catch (error) {
    const texts = faultTexts(error);
    const fresh = componentFaults(texts, context.components).filter(({ component }) => !faults.has(component));
    if (!isolateFaults || fresh.length === 0) throw new LightningBuildError(texts[0], { cause: error });
    for (const { component, message } of fresh) faults.set(component, message);
    return false;
  }
}

/** Styles, fonts and icon sprites of SLDS, under the addresses that the base components use. */
export function copyDesignSystem(outDir: string): void {
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
