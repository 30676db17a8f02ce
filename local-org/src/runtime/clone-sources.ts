import type { ApexId } from '../kernel/scalars.js';
import type { SObjectValue } from '../kernel/sobject.js';

/** Records that clone() made, and the id of what they were made from. Identity only: nothing of a transaction is kept. */
const sources = new WeakMap<SObjectValue, ApexId | null>();

/** The id of what a record was cloned from, null when that had none; undefined for a record that is no clone. */
export const cloneSourceOf = (record: SObjectValue): ApexId | null | undefined => sources.get(record);

export const setCloneSource = (record: SObjectValue, id: ApexId | null): void => void sources.set(record, id);
