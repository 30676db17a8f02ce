import { Big } from 'bigdecimal.js';
import type { ApexValue } from '../../kernel/object.js';
import type { FieldModel } from '../../schema/model.js';

/** The value that a new record gets when defaults are loaded: a literal default or the default picklist value; null for none. */
export function defaultValueFor(field: FieldModel): ApexValue {
  const own = field.defaultValue;
  if (typeof own === 'number') return field.type === 'int' ? own : Big(own);
  if (typeof own === 'boolean') return own;
  if (typeof own === 'string') return field.type === 'boolean' ? own === 'true' : own;
  if (field.type === 'boolean') return field.formula === undefined && field.createable ? false : null;
  return field.picklist?.find((value) => value.isDefault)?.value ?? null;
}
