import { ApexList } from '../kernel/collections.js';
import type { ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import type { SObjectValue } from '../kernel/sobject.js';
import { sobjectType } from '../kernel/types.js';
import { finalException, sobjectException } from './exceptions.js';

/**
 * Reads a field, parent record or child list by its canonical name. What a query did not select is an SObjectException; on a record
 * made in code it is null, false for a checkbox (also for one that was set to null). Children that nobody asked for are an empty list.
 */
export function getField(tx: Transaction, record: SObjectValue, name: string): ApexValue {
  const value = record.fields.get(name);
  if (value !== undefined && value !== null) return value;
  if (value === null) return tx.org.schema.field(record.object, name)?.type === 'boolean' ? false : null;
  const { schema } = tx.org;
  const children = schema.childRelationship(record.object, name);
  if (children) return new ApexList(sobjectType(children.childObject));
  if (record.queried && name !== 'Id') {
    throw sobjectException(
      `SObject row was retrieved via SOQL without querying the requested field: ${record.object}.${name}`
    );
  }
  return schema.field(record.object, name)?.type === 'boolean' ? false : null;
}

/** Sets a field or parent record; `value` already has the field's type. Records of Trigger.old and of after triggers are read-only. */
export function setField(_tx: Transaction, record: SObjectValue, name: string, value: ApexValue): void {
  if (record.readOnly) throw finalException('Record is read-only');
  record.set(name, value);
}

/** The populated fields in the order in which the platform shows them: child lists first, then fields as they were set. */
export function orderedFields(record: SObjectValue): [string, ApexValue][] {
  const entries = record.populated();
  if (!entries.some(([, value]) => value instanceof ApexList)) return entries;
  return [
    ...entries.filter(([, value]) => value instanceof ApexList),
    ...entries.filter(([, value]) => !(value instanceof ApexList))
  ];
}
