import type { ApexObject } from '../kernel/object.js';
import { AsyncOptionsObject, DuplicateSignature } from './async-options.js';
import { FinalizerContextObject, JobContext } from './contexts.js';
import { AccessLevel } from './database/access.js';
import { DmlOptionsObject } from './database/dml-options.js';
import { DatabaseError, DmlResult } from './database/results.js';
import { AddressObject, LocationObject } from './geo.js';
import { EmailObject } from './messaging/email.js';
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
  ['Email', EmailObject],
  ['Uuid', UuidObject],
  ['Version', VersionObject],
  ['PageReference', PageReferenceObject]
]);

/** The name of an object's class among those that can be written; undefined for all others. */
export function serializableName(object: ApexObject): string | undefined {
  for (const [name, type] of serializableClasses) if (object.constructor === type) return name;
  return undefined;
}
