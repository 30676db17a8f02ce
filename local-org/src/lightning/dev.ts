import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { copyDesignSystem } from './build/bundle.js';
import { lightningConfig } from './build/config.js';
import { TransformCache } from './build/transform-cache.js';
import { moduleContext, type LightningBuildOptions } from './build.js';
import { isShellRoute } from './protocol.js';

/** The shell with hot reload: a saved template, style or script shows at once. The component starts anew, the page stays. */
export interface LightningDev {
  /** Answers requests for the shell's page and its modules; `next` is called for all others. */
  middleware(request: IncomingMessage, response: ServerResponse, next: () => void): void;
  close(): Promise<void>;
}

/** Modules of the page have their addresses below this, apart from the server's own. */
const moduleRoot = '/lightning-modules/';

/**
 * Compiles modules when the browser asks for them and watches their files. `outDir` receives the design
 * system only, which the server serves as for a build. The page reports compile errors in its console and over itself.
 */
export async function developLightning(options: LightningBuildOptions): Promise<LightningDev> {
  const context = moduleContext(options.sources, options.metadata);
  const cache = new TransformCache(options.cacheDir, 'development');
  copyDesignSystem(options.outDir);
  const server = await createServer({
    ...lightningConfig(context, cache, 'development', options.outDir),
    appType: 'custom',
    base: moduleRoot,
    server: { middlewareMode: true, fs: { strict: false } },
    optimizeDeps: { noDiscovery: true }
  });
  return {
    middleware(request, response, next) {
      const path = (request.url ?? '/').split('?')[0] ?? '/';
      if (isShellRoute(path)) void page(server, context.browser, request.url ?? '/', response);
      else if (path.startsWith(moduleRoot)) server.middlewares(request, response, next);
      else next();
    },
    async close() {
      cache.save();
      await server.close();
    }
  };
}

async function page(server: ViteDevServer, browser: string, url: string, response: ServerResponse): Promise<void> {
  const source = readFileSync(join(browser, 'index.html'), 'utf8').replace('./main.ts', '/main.ts');
  const html = await server.transformIndexHtml(url, source);
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' }).end(html);
}
