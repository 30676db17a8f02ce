import type { PlatformClass } from '../define.js';
import { enumClass } from '../enums.js';
import { exceptionOf } from '../exception.js';
import { cataloguedType, type CataloguedType } from './catalogue.js';

const made = new Map<string, PlatformClass | undefined>();

/**
 * A class that the catalogue says enough of to make it: enums with their constants, and exceptions, which all have the same
 * constructors. Undefined for any other name.
 */
export function fromCatalogue(name: string): PlatformClass | undefined {
  const key = name.toLowerCase();
  if (!made.has(key)) {
    const type = cataloguedType(key);
    made.set(key, type && classOf(type));
  }
  return made.get(key);
}

function classOf(type: CataloguedType): PlatformClass | undefined {
  const { name, namespace, kind, values } = type;
  if (kind === 'enum' && values.length > 0)
    return enumClass(name.includes('.') ? name : `${namespace}.${name}`, values);
  return kind === 'class' && name.endsWith('Exception') ? exceptionOf(name) : undefined;
}
