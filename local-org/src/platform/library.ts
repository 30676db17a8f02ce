import type { ApexObject } from '../kernel/object.js';
import type { PlatformClass } from './define.js';

/** The classes of the platform. Look-ups ignore case and take a leading `System.` or `Schema.`. */
export interface PlatformLibrary {
  class(name: string): PlatformClass | undefined;
  classes(): Iterable<PlatformClass>;
  /** A constant of a platform enum (`System.RoundingMode`, `HALF_UP`); one object a constant. */
  enumValue(enumName: string, constant: string): ApexObject | undefined;
}

export function createLibrary(
  classes: readonly PlatformClass[],
  enumValue: PlatformLibrary['enumValue']
): PlatformLibrary {
  const byName = new Map<string, PlatformClass>();
  for (const platformClass of classes) {
    const full = platformClass.name.startsWith(`${platformClass.namespace}.`)
      ? platformClass.name
      : `${platformClass.namespace}.${platformClass.name}`;
    byName.set(platformClass.name.toLowerCase(), platformClass);
    byName.set(full.toLowerCase(), platformClass);
  }
  return {
    class: (name) => byName.get(name.toLowerCase()),
    classes: () => classes,
    enumValue
  };
}
