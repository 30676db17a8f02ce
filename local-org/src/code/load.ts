import type { HasNamed } from '../2-bind/project.js';
import type { MetadataService } from '../kernel/services.js';
import type { PlatformLibrary } from '../platform/library.js';
import type { Schema } from '../schema/model.js';
import { compilerVersion, ParseCache, projectKey, ProjectCache, type CachedProject, type LookUp } from './cache.js';
import type { CompileInput } from './compile.js';
import { LoadedCode } from './loaded-code.js';
import { defaultApiVersion, readApexFiles, type ApexFile } from './source-files.js';

/** The part of the metadata whose names Apex writes. */
type NamedMetadata = Pick<MetadataService, 'label' | 'hasLabelNamespace' | 'page' | 'fieldSets'>;

export interface LoadOptions {
  /** Folders that are searched for .cls and .trigger files. */
  readonly sources: readonly string[];
  readonly schema: Schema;
  readonly metadata: NamedMetadata;
  readonly library: PlatformLibrary;
  /** Without it nothing is kept between runs. */
  readonly cacheDir?: string;
  readonly coverage?: boolean;
  /** What else the types of the code depend on: the project's flows. */
  readonly dependsOn?: readonly string[];
}

/**
 * Compiles a project, or takes it from the cache, and loads it. Never fails because of the sources: what does not compile is in
 * `compileErrors`, and throws when it is called. The parser is brought in only when it is needed.
 */
export async function loadProject(options: LoadOptions): Promise<LoadedCode> {
  return loadFiles(readApexFiles(options.sources), options);
}

/** Like loadProject, for files that have been read already. */
export async function loadFiles(
  files: readonly ApexFile[],
  options: Omit<LoadOptions, 'sources'>
): Promise<LoadedCode> {
  const { schema, library, metadata, cacheDir, coverage = false, dependsOn = [] } = options;
  const version = compilerVersion();
  const hasNamed = namesOf(metadata);
  const parses = new ParseCache(cacheDir, version);
  const cache = new ProjectCache(cacheDir);
  const input = { files, library, schema, hasNamed, coverage, parses };
  const compiled = async (detailed: boolean): Promise<CachedProject> => {
    const settings = [
      version,
      schema.namespace.name,
      String(coverage),
      ...(detailed ? ['detailed'] : []),
      ...dependsOn
    ];
    const key = projectKey(files, schema, library, settings);
    return cache.read(key, hasNamed) ?? (await compile({ ...input, detailed }, cache, key));
  };
  const project = await compiled(false);
  return new LoadedCode(library, project.artifacts, project.errors, {
    detailed: async () => (await compiled(true)).artifacts,
    anonymous: async (source, detailed) => {
      const { compileAnonymousBlock } = await import('./compile.js');
      return compileAnonymousBlock({ ...input, detailed }, source, defaultApiVersion);
    }
  });
}

/** What the binder may ask of the metadata. */
function namesOf(metadata: NamedMetadata): HasNamed {
  return (kind, name) => {
    switch (kind) {
      case 'labelNamespace':
        return metadata.hasLabelNamespace(name);
      case 'fieldSet': {
        const [object = '', own = ''] = name.toLowerCase().split('.');
        return metadata.fieldSets(object).some((set) => set.name.toLowerCase() === own);
      }
      case 'label':
      case 'page':
        return metadata[kind](name) !== undefined;
    }
  };
}

async function compile(input: CompileInput, cache: ProjectCache, key: string): Promise<CachedProject> {
  const { compileProject } = await import('./compile.js');
  const lookUps = new Map<string, LookUp>();
  const hasNamed: HasNamed = (kind, name) => {
    const found = input.hasNamed(kind, name);
    lookUps.set(`${kind} ${name}`, { kind, name, found });
    return found;
  };
  const compiled = compileProject({ ...input, hasNamed });
  const project = { ...compiled, lookUps: [...lookUps.values()] };
  cache.write(key, project);
  return project;
}
