import { decimalClass } from './decimal.js';
import type { PlatformClass } from './define.js';
import { enumClasses, platformEnumValue } from './enums.js';
import { exceptionClasses } from './exception.js';
import { comparableClass, comparatorClass, iterableClass, iteratorClass, listIteratorClass } from './iterators.js';
import { createLibrary, type PlatformLibrary } from './library.js';
import { listClass } from './list.js';
import { mapClass } from './map.js';
import { mathClass } from './math.js';
import { booleanClass, doubleClass, integerClass, longClass } from './numbers.js';
import { objectClass } from './object.js';
import { setClass } from './set.js';
import { stringClass } from './string.js';

export type { PlatformLibrary } from './library.js';
export { platformEnumValue } from './enums.js';

const classes: readonly PlatformClass[] = [
  objectClass,
  stringClass,
  integerClass,
  longClass,
  doubleClass,
  decimalClass,
  booleanClass,
  mathClass,
  listClass,
  setClass,
  mapClass,
  iteratorClass,
  iterableClass,
  listIteratorClass,
  comparableClass,
  comparatorClass,
  ...exceptionClasses,
  ...enumClasses
];

/** All that Apex code can name besides the project's own classes and its sObjects. */
export const platformLibrary: PlatformLibrary = createLibrary(classes, platformEnumValue);
