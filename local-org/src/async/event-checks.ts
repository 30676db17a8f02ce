import type { DmlError, Transaction } from '../kernel/services.js';
import type { SObjectValue } from '../kernel/sobject.js';
import type { FieldModel } from '../schema/model.js';

/** Events that a test method may publish (Platform Events Developer Guide, "Event and Event Bus Properties in Test Context"). */
const mostInTest = 500;

/** Why an event cannot be published; empty when it can. */
export function eventErrors(tx: Transaction, event: SObjectValue, published: number): DmlError[] {
  if (tx.test && published >= mostInTest) {
    return [
      { code: 'LIMIT_EXCEEDED', message: 'The limit of events that a test may publish is exceeded.', fields: [] }
    ];
  }
  const fields = [...(tx.org.schema.object(event.object)?.fields.values() ?? [])];
  const missing = fields.find((field) => isMissing(field, event));
  if (missing) {
    const message = `Required fields are missing: [${missing.name}]`;
    return [{ code: 'REQUIRED_FIELD_MISSING', message, fields: [missing.name] }];
  }
  return fields.flatMap((field) => tooLong(field, event));
}

function isMissing(field: FieldModel, event: SObjectValue): boolean {
  if (!field.custom || !field.required || field.type === 'boolean') return false;
  return (event.fields.get(field.name) ?? null) === null && (field.defaultValue ?? null) === null;
}

function tooLong(field: FieldModel, event: SObjectValue): DmlError[] {
  const value = event.fields.get(field.name);
  if (typeof value !== 'string' || field.length === undefined || value.length <= field.length) return [];
  const shown = value.length > 255 ? `${value.slice(0, 255)}...` : value;
  const message = `${field.label}: data value too large: ${shown} (max length=${field.length})`;
  return [{ code: 'STRING_TOO_LONG', message, fields: [field.name] }];
}
