/**
 * Compiles the TypeScript LWCs to the JavaScript beside them, which is what an org takes, and proves with the
 * platform's own compiler that every component compiles at the package's API version. Exit 1 lists what does not.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { transformSync } from '@lwc/compiler';
import ts from 'typescript';
import { root } from './lib/root.mjs';
import { lwcBundles } from './lwc/bundles.mjs';

const API_VERSION = 67;

/** Not esbuild: it rewrites `export default class`, and LWC then silently drops the template. */
const compilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  experimentalDecorators: false,
  useDefineForClassFields: true,
  isolatedModules: true,
  verbatimModuleSyntax: true
};

const failures = [];

function compile(file, source, bundle) {
  try {
    const { warnings = [] } = transformSync(source, file, {
      name: bundle.name,
      namespace: 'c',
      apiVersion: API_VERSION,
      enableLwcOn: false,
      enableSyntheticElementInternals: true
    });
    for (const warning of warnings) failures.push(`${relative(root, file)}: ${warning.message}`);
  } catch (error) {
    failures.push(`${relative(root, file)}: ${error.message}`);
  }
}

let compiled = 0;
const bundles = lwcBundles();
for (const bundle of bundles) {
  for (const name of readdirSync(bundle.folder)) {
    const file = join(bundle.folder, name);
    if (extname(name) === '.ts') {
      const script = join(bundle.folder, `${basename(name, '.ts')}.js`);
      const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), { fileName: file, compilerOptions });
      writeFileSync(script, outputText);
      compile(script, outputText, bundle);
      compiled += 1;
    } else if (name.endsWith('.html') || name.endsWith('.css')) {
      compile(file, readFileSync(file, 'utf8'), bundle);
    }
  }
}

console.log(`lwc: ${bundles.length} components, ${compiled} scripts, ${failures.length} problems`);
for (const failure of failures) console.error(failure);
if (failures.length > 0) process.exitCode = 1;
