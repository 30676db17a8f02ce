import { existsSync, statSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import type { ComponentBundle } from '../components.js';
import type { BaseComponents } from './base-components.js';
import { replacesBaseModule } from './salesforce-modules.js';

export interface ResolverContext {
  /** lightning/browser/ */
  readonly browser: string;
  readonly components: readonly ComponentBundle[];
  readonly base: BaseComponents;
}

export type Resolution =
  /** A file, with the name under which LWC registers it when the folder does not say it. */
  | { readonly kind: 'file'; readonly file: string; readonly specifier?: string }
  /** Source text is generated from the name. */
  | { readonly kind: 'generated'; readonly name: string }
  /** Nothing is behind it, and nothing needs to be. */
  | { readonly kind: 'empty' }
  /** An npm package, looked up from the shell's own folder. */
  | { readonly kind: 'package' }
  /** No such module; the import cannot work. */
  | { readonly kind: 'unknown' };

/** Modules that base components import and that only mobile devices and Aura have. */
const emptyForBase = new Set(['lightning/primitiveUtils', 'lightning/mobileCapabilities', 'context/provider']);

/**
 * Decides what an import means: the project's components as `c/<name>`, the shell's as `shell/<name>`, platform modules
 * (ours before those of the base components), and relative files (`.ts` before `.js`).
 * Returns undefined for what the bundler itself understands.
 */
export function resolveModule(
  name: string,
  importer: string | undefined,
  context: ResolverContext
): Resolution | undefined {
  if (name.startsWith('.')) return importer ? resolveRelative(name, importer) : undefined;
  if (name.startsWith('/') || name.startsWith('\0')) return undefined;
  const [scope = '', module = '', ...rest] = name.split('/');
  if (scope === 'c') {
    const bundle = rest.length === 0 && context.components.find((component) => component.name === module);
    if (!bundle) return { kind: 'unknown' };
    return bundle.entry.endsWith('.css')
      ? { kind: 'file', file: bundle.entry }
      : { kind: 'file', file: bundle.entry, specifier: name };
  }
  if (scope === 'shell') {
    const file = join(context.browser, 'lwc/shell', module, `${module}.ts`);
    return existsSync(file) ? { kind: 'file', file } : { kind: 'unknown' };
  }
  if (scope === 'lightning') {
    const own = join(context.browser, 'lwc/lightning', module, `${module}.ts`);
    if (rest.length === 0 && existsSync(own)) return { kind: 'file', file: own };
  }
  const shipped = context.base.file(name);
  if (shipped && !replacesBaseModule(name)) return { kind: 'file', file: shipped };
  if (scope === '@salesforce') return { kind: 'generated', name };
  if (scope === 'lightning' || scope === 'force' || scope === 'context' || scope === 'overlay') {
    const fromBase = importer?.startsWith(context.base.folder) ?? false;
    return fromBase && emptyForBase.has(name) ? { kind: 'empty' } : { kind: 'unknown' };
  }
  return { kind: 'package' };
}

function resolveRelative(name: string, importer: string): Resolution | undefined {
  const [path = ''] = name.split('?');
  const target = resolve(dirname(importer.split('?')[0] ?? ''), path);
  const candidates = extname(target) === '.js' ? [target.replace(/\.js$/, '.ts'), target] : [target];
  const file = [...candidates, `${target}.ts`, `${target}.js`].find((candidate) => isFile(candidate));
  return file && /\.(?:ts|js)$/.test(file) ? { kind: 'file', file } : undefined;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
