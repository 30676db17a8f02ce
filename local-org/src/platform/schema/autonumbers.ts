import type { Schema } from '../../schema/model.js';

const none: ReadonlySet<string> = new Set();

/** Names of the auto-number fields of an object. */
export function autonumberFields(schema: Schema, object: string): ReadonlySet<string> {
  const model = schema.object(object);
  if (!model) return none;
  return new Set([...model.fields.values()].filter((field) => field.type === 'autonumber').map((field) => field.name));
}
