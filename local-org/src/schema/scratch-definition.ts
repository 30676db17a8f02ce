import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** What a project asks of the orgs that are made for it. */
export interface ScratchDefinition {
  /** Names of features in lower case, without quantities: `multicurrency`. */
  readonly features: ReadonlySet<string>;
  /** Settings that are turned on, in lower case: `currencysettings.enablemulticurrency`. */
  readonly enabled: ReadonlySet<string>;
}

/**
 * `config/project-scratch-def.json` beside the sfdx-project.json that a source lies under (Salesforce DX Developer Guide, "Scratch Org
 * Definition File"): tests of a project count on the features it names. A file that cannot be read asks for nothing.
 */
export function scratchDefinition(sources: readonly string[]): ScratchDefinition {
  const features = new Set<string>();
  const enabled = new Set<string>();
  const files = new Set(sources.map(definitionOf).filter((file) => file !== undefined));
  for (const file of files) {
    const { features: named, settings } = read(file);
    for (const feature of list(named)) {
      if (typeof feature === 'string') features.add(feature.toLowerCase().split(':')[0] ?? '');
    }
    for (const [group, values] of entries(settings)) {
      for (const [name, value] of entries(values)) if (value === true) enabled.add(`${group}.${name}`.toLowerCase());
    }
  }
  return { features, enabled };
}

function definitionOf(source: string): string | undefined {
  for (let folder = resolve(source); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'sfdx-project.json'))) {
      const file = join(folder, 'config', 'project-scratch-def.json');
      return existsSync(file) ? file : undefined;
    }
    if (dirname(folder) === folder) return undefined;
  }
}

function read(file: string): { readonly features?: unknown; readonly settings?: unknown } {
  try {
    return Object(JSON.parse(readFileSync(file, 'utf8'))) as { features?: unknown; settings?: unknown };
  } catch {
    return {};
  }
}

/** Features also stand as one text: `A;B`. */
const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[;,]\s*/) : [];

const entries = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];
