import { readFileSync } from 'node:fs';

/** A type that Salesforce has, whether the local org has it or not. */
export interface CataloguedType {
  /** As types carry it: without the namespaces System and Schema. */
  readonly name: string;
  readonly namespace: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly extends?: string;
  readonly values: readonly string[];
  /** Signatures in the form of `PlatformClassSource.members`; parameter names are invented where the source has none. */
  readonly members: readonly string[];
}

interface Entry {
  readonly kind?: CataloguedType['kind'];
  readonly extends?: string;
  readonly values?: readonly string[];
  readonly members?: readonly string[];
}

interface Catalogue {
  readonly types: ReadonlyMap<string, CataloguedType>;
  readonly namespaces: ReadonlySet<string>;
}

let loaded: Catalogue | undefined;

/** Read when first asked for: only what is unknown to the library, the compiler's errors and the reference page need it. */
function catalogue(): Catalogue {
  if (loaded) return loaded;
  const file = new URL('./types.json', import.meta.url);
  const namespaces = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, Entry>>;
  const types = new Map<string, CataloguedType>();
  for (const [namespace, entries] of Object.entries(namespaces)) {
    for (const [own, entry] of Object.entries(entries)) {
      const short = namespace === 'System' || namespace === 'Schema';
      const type: CataloguedType = {
        name: short ? own : `${namespace}.${own}`,
        namespace,
        kind: entry.kind ?? 'class',
        ...(entry.extends && { extends: entry.extends }),
        values: entry.values ?? [],
        members: entry.members ?? []
      };
      types.set(`${namespace}.${own}`.toLowerCase(), type);
      if (short) types.set(own.toLowerCase(), type);
    }
  }
  const names = new Set(Object.keys(namespaces).map((name) => name.toLowerCase()));
  loaded = { types, namespaces: names };
  return loaded;
}

/** A type of Salesforce by name, with or without `System.` and `Schema.`; names ignore case. */
export const cataloguedType = (name: string): CataloguedType | undefined => catalogue().types.get(name.toLowerCase());

/** True for a namespace of Salesforce, lower-case. */
export const isCataloguedNamespace = (name: string): boolean => catalogue().namespaces.has(name);

/** Every type once. */
export const cataloguedTypes = (): ReadonlySet<CataloguedType> => new Set(catalogue().types.values());
