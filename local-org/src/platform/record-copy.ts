import { ApexList } from '../kernel/collections.js';
import type { ApexValue } from '../kernel/object.js';
import { SObjectValue } from '../kernel/sobject.js';

export interface CopyOptions {
  readonly preserveId: boolean;
  /** Copies parent records and child lists too instead of pointing to the same ones. */
  readonly deep: boolean;
  readonly preserveReadonlyTimestamps: boolean;
  readonly preserveAutonumber: boolean;
  /** Names of the object's auto-number fields. */
  readonly autonumbers: ReadonlySet<string>;
}

const timestamps = new Set(['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate']);

/** A copy of a record as SObject.clone makes it (Apex Reference, "SObject Class", clone). */
export function copyRecord(record: SObjectValue, options: CopyOptions): SObjectValue {
  const copy = new SObjectValue(record.object);
  copy.cameAs(record);
  for (const [name, value] of record.fields) {
    if (name === 'Id' && !options.preserveId) continue;
    if (timestamps.has(name) && !options.preserveReadonlyTimestamps) continue;
    if (options.autonumbers.has(name) && !options.preserveAutonumber) continue;
    copy.fields.set(name, options.deep ? copyValue(value, options) : value);
  }
  return copy;
}

function copyValue(value: ApexValue, options: CopyOptions): ApexValue {
  if (value instanceof SObjectValue) return copyRecord(value, { ...options, preserveId: true });
  if (value instanceof ApexList) {
    return new ApexList(
      value.element,
      value.items.map((item) => copyValue(item, options))
    );
  }
  return value;
}
