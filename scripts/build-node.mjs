// Transpiles the TypeScript of the local org and the sandbox ERP, file by file, to <part>/dist. Types are checked by `npm run check`.
import { build } from 'esbuild';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './lib/root.mjs';

/** Sources of the browser bundle, which has a compiler of its own: copied as they are. */
const isForBrowser = (file) => file.startsWith(join('lightning', 'browser'));
/** Types that server and browser share: compiled for the one, copied for the other. */
const isShared = (file) => file.startsWith(join('lightning', 'protocol'));

/** Writes a file unless it holds that already: one that another process just loads is not cut short, and nothing looks changed that is not. */
function keep(file, content) {
  if (existsSync(file) && readFileSync(file).equals(content)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Builds dist of one part and removes what has no source any more. Returns the number of files written. */
async function buildPart(part) {
  const source = join(root, part, 'src');
  const target = join(root, part, 'dist');
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(source, join(entry.parentPath, entry.name)));
  const isCode = (file) => file.endsWith('.ts') && !isForBrowser(file);
  const isCopied = (file) => !isCode(file) || isShared(file);
  const outputs = new Set([
    ...files.filter(isCode).map((file) => file.replace(/\.ts$/, '.js')),
    ...files.filter(isCopied)
  ]);
  if (existsSync(target)) {
    for (const entry of readdirSync(target, { recursive: true, withFileTypes: true })) {
      const file = relative(target, join(entry.parentPath, entry.name));
      if (entry.isFile() && !outputs.has(file.replace(/\.map$/, ''))) rmSync(join(target, file));
    }
  }
  for (const file of files.filter(isCopied)) keep(join(target, file), readFileSync(join(source, file)));
  const { outputFiles } = await build({
    entryPoints: files.filter(isCode).map((file) => join(source, file)),
    outdir: target,
    outbase: source,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    write: false,
    logLevel: 'warning'
  });
  for (const { path, contents } of outputFiles) keep(path, Buffer.from(contents));
  return files.length;
}

export async function buildNode() {
  for (const part of ['local-org', 'sandbox-erp']) await buildPart(part);
}

if (process.argv[1] === import.meta.filename) await buildNode();
