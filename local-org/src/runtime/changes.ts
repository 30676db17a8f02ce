import type { ApexList, ApexSet } from '../kernel/collections.js';
import { finalException } from './exceptions.js';

/** Throws when a loop goes over the collection (Apex Developer Guide, "Iterating Collections"). */
export function mayChange(collection: ApexList | ApexSet): void {
  if (collection.loops > 0) throw finalException('Cannot modify a collection while it is being iterated.');
}
