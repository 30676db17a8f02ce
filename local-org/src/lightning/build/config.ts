import lwc from 'vite-plugin-lwc';
import type { InlineConfig, Plugin } from 'vite';
import { cached, correctBase, platformModules, stripTypes, type ModuleContext } from './plugins.js';
import type { TransformCache } from './transform-cache.js';

/** Vite's configuration for the shell with the project's components. */
export function lightningConfig(
  context: ModuleContext,
  cache: TransformCache,
  mode: 'production' | 'development',
  outDir: string
): InlineConfig {
  const production = mode === 'production';
  return {
    configFile: false,
    envDir: false,
    root: context.browser,
    base: '/',
    mode,
    publicDir: false,
    logLevel: 'silent',
    // Vite's own TypeScript transform would rewrite component classes (see stripTypes).
    oxc: false,
    define: { 'import.meta.env.SSR': 'false', 'process.env.NODE_ENV': JSON.stringify(mode) },
    plugins: [platformModules(context), stripTypes(), correctBase(context), lwcPlugins(context, cache)],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      minify: production,
      assetsDir: 'assets/app',
      chunkSizeWarningLimit: 10_000,
      reportCompressedSize: false
    }
  };
}

function lwcPlugins(context: ModuleContext, cache: TransformCache): Plugin[] {
  const plugins = lwc({
    rootDir: context.browser,
    // Base components need both: dynamic constructors, and ElementInternals under synthetic shadow (combobox).
    enableDynamicComponents: true,
    enableSyntheticElementInternals: true,
    enableLwcOn: true,
    exclude: [
      '**/node_modules/@lwc/**',
      '**/node_modules/lwc/**',
      '**/browser/services/**',
      '**/browser/*.ts',
      '**/browser/index.html',
      /^\0/
    ]
  }) as Plugin[];
  return plugins.map((plugin) => (plugin.name === 'lwc:vite-plugin' ? cached(plugin, cache) : plugin));
}
