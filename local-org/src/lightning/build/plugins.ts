import { dirname } from 'node:path';
import ts from 'typescript';
import type { Plugin } from 'vite';
import { correctedSource } from './base-components.js';
import { resolveModule, type ResolverContext } from './module-resolver.js';
import { salesforceModule, UnknownModule, type SalesforceModuleContext } from './salesforce-modules.js';
import type { TransformCache } from './transform-cache.js';

const generated = '\0lightning:';
const registry = 'lightning-shell:components';

export interface ModuleContext extends ResolverContext, SalesforceModuleContext {
  /** Components that are replaced by one that throws this message. */
  readonly faults: ReadonlyMap<string, string>;
}

/** Resolves and generates modules as `module-resolver` and `salesforce-modules` say; what they refuse ends the build by name. */
export function platformModules(context: ModuleContext): Plugin {
  return {
    name: 'lightning:modules',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source === registry) return generated + registry;
      if (context.faults.has(source.replace(/^c\//, ''))) return generated + source;
      const resolution = resolveModule(source, importer, context);
      switch (resolution?.kind) {
        case undefined:
          return undefined;
        case 'file':
          return resolution.specifier ? `${resolution.file}?specifier=${resolution.specifier}` : resolution.file;
        case 'generated':
          try {
            salesforceModule(resolution.name, context);
          } catch (error) {
            if (error instanceof UnknownModule) this.error(unknownModule(source, importer, error.message));
            throw error;
          }
          return generated + resolution.name;
        case 'empty':
          return `${generated}empty`;
        case 'package': {
          // A package's own imports follow its own dependencies: several versions of the LWC engine may be installed.
          if (importer?.includes('/node_modules/') && !importer.startsWith(context.base.folder)) return undefined;
          const found = await this.resolve(source, `${context.browser}/main.ts`, { skipSelf: true });
          if (!found) this.error(unknownModule(source, importer, 'there is no such npm package here'));
          return found;
        }
        case 'unknown':
          this.error(unknownModule(source, importer, reason(source)));
      }
    },
    load(id) {
      if (!id.startsWith(generated)) return undefined;
      const name = id.slice(generated.length);
      if (name === 'empty') return 'export default undefined;';
      if (name === registry) return componentRegistry(context);
      const fault = context.faults.get(name.replace(/^c\//, ''));
      if (fault) return faultyComponent(fault);
      return salesforceModule(name, context);
    }
  };
}

/** Throws when it is made, so that the error boundary around it shows the fault. */
function faultyComponent(fault: string): string {
  return `import { LightningElement } from 'lwc';
export default class extends LightningElement {
  constructor() {
    super();
    throw new Error(${JSON.stringify(fault)});
  }
}`;
}

function reason(source: string): string {
  return source.startsWith('c/')
    ? 'the project has no such component'
    : 'the local org does not have this platform module';
}

function unknownModule(source: string, importer: string | undefined, why: string): string {
  return `Cannot resolve '${source}' imported by ${importer?.split('?')[0] ?? 'the shell'}: ${why}.`;
}

/** `c:name` → a function that loads the component: pages name their components at run time. */
function componentRegistry(context: ModuleContext): string {
  const scripted = context.components.filter(({ entry }) => !entry.endsWith('.css'));
  const entries = scripted.map(({ name }) => `  'c:${name}': () => import('c/${name}')`);
  return `export const components = {\n${entries.join(',\n')}\n};\n`;
}

/**
 * Removes TypeScript types and nothing else. Other tools rewrite `export default class X`, and LWC then loses the template
 * without a word; vite's own transform is off for that reason.
 */
export function stripTypes(): Plugin {
  return {
    name: 'lightning:strip-types',
    enforce: 'pre',
    transform(code, id) {
      const [file = ''] = id.split('?');
      if (!file.endsWith('.ts')) return undefined;
      const { outputText, diagnostics } = ts.transpileModule(code, {
        fileName: file,
        reportDiagnostics: true,
        compilerOptions: {
          target: ts.ScriptTarget.ESNext,
          module: ts.ModuleKind.ESNext,
          experimentalDecorators: false,
          useDefineForClassFields: true,
          isolatedModules: true
        }
      });
      const [first] = diagnostics ?? [];
      if (first) this.error(`${file}${place(first)}: ${ts.flattenDiagnosticMessageText(first.messageText, ' ')}`);
      return { code: outputText, map: null };
    }
  };
}

function place(diagnostic: ts.Diagnostic): string {
  if (!diagnostic.file || diagnostic.start === undefined) return '';
  const { line, character } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start);
  return `:${line + 1}:${character + 1}`;
}

/** Applies the corrections of the base components' sources before LWC compiles them. */
export function correctBase(context: ModuleContext): Plugin {
  return {
    name: 'lightning:correct-base',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(dirname(context.base.folder))) return undefined;
      const corrected = correctedSource(context.base, id, code);
      return corrected === code ? undefined : { code: corrected, map: null };
    }
  };
}

/** Puts the cache before a plugin's transform. Only modules that the plugin changed are kept. */
export function cached(plugin: Plugin, cache: TransformCache): Plugin {
  const inner = plugin.transform;
  if (typeof inner !== 'function') return plugin;
  return {
    ...plugin,
    async transform(this, code, id, options) {
      const key = cache.key(id, code);
      const known = cache.get(key);
      if (known !== undefined) return { code: known, map: null };
      const result = await inner.call(this, code, id, options);
      const output = typeof result === 'string' ? result : result?.code;
      if (output !== undefined && typeof output === 'string') cache.set(key, output);
      return result;
    }
  };
}
