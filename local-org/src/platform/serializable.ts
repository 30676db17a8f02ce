import type { ApexObject, ApexValue } from '../kernel/object.js';
import { AsyncOptionsObject, DuplicateSignature } from './async-options.js';
import { DataObject, valuesOf } from './data-class.js';
import { FinalizerContextObject, JobContext } from './contexts.js';
import { AccessLevel } from './database/access.js';
import { DmlOptionsObject } from './database/dml-options.js';
import { DatabaseError, DmlResult } from './database/results.js';
import { AddressObject, LocationObject } from './geo.js';
import { ScriptContext } from './services/install.js';
import { UuidObject } from './uuid.js';
import { VersionObject } from './version.js';
import { PageReferenceObject } from './visualforce/page-reference.js';

type PlatformObjectClass = abstract new (...args: never[]) => ApexObject;

/** Objects of the platform that the state of a job may hold, by the name under which they are written. All others are refused. */
export const serializableClasses: ReadonlyMap<string, PlatformObjectClass> = new Map<string, PlatformObjectClass>([
  ['JobContext', JobContext],
  ['FinalizerContext', FinalizerContextObject],
  ['AsyncOptions', AsyncOptionsObject],
  ['DuplicateSignature', DuplicateSignature],
  ['AccessLevel', AccessLevel],
  ['DmlOptions', DmlOptionsObject],
  ['DatabaseError', DatabaseError],
  ['DmlResult', DmlResult],
  ['Address', AddressObject],
  ['Location', LocationObject],
  ['Data', DataObject],
  ['Uuid', UuidObject],
  ['Version', VersionObject],
  ['PageReference', PageReferenceObject],
  ['ScriptContext', ScriptContext]
]);

/** The name of an object's class among those that can be written; undefined for all others. */
export function serializableName(object: ApexObject): string | undefined {
  for (const [name, type] of serializableClasses) if (object.constructor === type) return name;
  return undefined;
}

const values = '$values';

/** What an object holds, by the names under which it is written. */
export function partsOf(object: ApexObject): [name: string, part: unknown][] {
  const parts = Object.entries(object) as [string, unknown][];
  return object instanceof DataObject ? [...parts, [values, valuesOf(object)]] : parts;
}

export function setPart(object: ApexObject, name: string, part: unknown): void {
  if (name === values) for (const [key, value] of part as Map<string, ApexValue>) valuesOf(object).set(key, value);
  else Object.assign(object, { [name]: part });
}
