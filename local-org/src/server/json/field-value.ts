import { ApexList } from '../../kernel/collections.js';
import type { ApexValue } from '../../kernel/object.js';
import { T, type ApexType } from '../../kernel/types.js';
import type { FieldModel, FieldType } from '../../schema/model.js';
import { scalarFromJson } from './from-json.js';

/** The Apex type that a record holds in a field of a schema type. */
export function apexTypeOf(type: FieldType): ApexType {
  switch (type) {
    case 'id':
    case 'reference':
      return T.Id;
    case 'boolean':
      return T.Boolean;
    case 'int':
      return T.Integer;
    case 'double':
    case 'currency':
    case 'percent':
      return T.Decimal;
    case 'date':
      return T.Date;
    case 'datetime':
      return T.Datetime;
    case 'time':
      return T.Time;
    case 'base64':
      return T.Blob;
    default:
      return T.String;
  }
}

/** The value of a field that a client sent as JSON. Empty text means null, as in forms. Throws JsonMismatch. */
export function fieldValue(json: unknown, field: FieldModel): ApexValue {
  if (json === null || json === undefined || json === '') return null;
  if (field.type === 'junctionidlist' && Array.isArray(json)) return new ApexList(T.String, json.map(String));
  return scalarFromJson(json, apexTypeOf(field.type));
}
