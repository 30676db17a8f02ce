import type { ApexObject } from '../kernel/object.js';
import { cataloguedType, isCataloguedNamespace } from './catalogue/catalogue.js';
import { missingMembers, type MissingMember } from './catalogue/missing.js';
import type { PlatformClass } from './define.js';

/** The classes of the platform. Look-ups ignore case and take a leading `System.` or `Schema.`. */
export interface PlatformLibrary {
  class(name: string): PlatformClass | undefined;
  classes(): Iterable<PlatformClass>;
  /** True for a type that Salesforce has, also where the local org lacks it. */
  isCatalogued(name: string): boolean;
  /** True for a namespace that Salesforce has, in any case. */
  isNamespace(name: string): boolean;
  /** What Salesforce gives a class beyond what the library has of it: empty for what the library lacks altogether. */
  missing(className: string): readonly MissingMember[];
  /** A constant of a platform enum (`System.RoundingMode`, `HALF_UP`); one object a constant. */
  enumValue(enumName: string, constant: string): ApexObject | undefined;
}

/** Second names that the platform still takes. */
const aliases: Readonly<Record<string, string>> = { 'apexpages.pagereference': 'pagereference' };

export function createLibrary(
  classes: readonly PlatformClass[],
  enumValue: PlatformLibrary['enumValue'],
  fromCatalogue: (name: string) => PlatformClass | undefined
): PlatformLibrary {
  const namespaces = new Set(classes.map(({ namespace }) => namespace.toLowerCase()));
  const byName = new Map<string, PlatformClass>();
  for (const platformClass of classes) {
    const full = platformClass.name.startsWith(`${platformClass.namespace}.`)
      ? platformClass.name
      : `${platformClass.namespace}.${platformClass.name}`;
    byName.set(platformClass.name.toLowerCase(), platformClass);
    byName.set(full.toLowerCase(), platformClass);
  }
  // Older code calls it after the namespace of its siblings.
  const page = byName.get('pagereference');
  if (page) byName.set('apexpages.pagereference', page);
  for (const [alias, name] of Object.entries(aliases)) {
    const known = byName.get(name);
    if (known) byName.set(alias, known);
  }
  const find = (name: string): PlatformClass | undefined => byName.get(name.toLowerCase()) ?? fromCatalogue(name);
  return {
    class: find,
    classes: () => classes,
    isCatalogued: (name) => cataloguedType(name) !== undefined,
    isNamespace: (name) => namespaces.has(name.toLowerCase()) || isCataloguedNamespace(name.toLowerCase()),
    missing: (className) => {
      const platformClass = find(className);
      return platformClass ? missingMembers(platformClass, find) : [];
    },
    enumValue
  };
}
