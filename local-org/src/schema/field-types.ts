import { listOf, T, type ApexType } from '../kernel/types.js';
import type { FieldModel, FieldType } from './model.js';

const named = (name: string): ApexType => ({ kind: 'platform', name, args: [] });

const types: Readonly<Partial<Record<FieldType, ApexType>>> = {
  id: T.Id,
  reference: T.Id,
  boolean: T.Boolean,
  int: T.Integer,
  double: T.Decimal,
  currency: T.Decimal,
  percent: T.Decimal,
  date: T.Date,
  datetime: T.Datetime,
  time: T.Time,
  base64: T.Blob,
  anyType: T.Object,
  address: named('Address'),
  location: named('Location'),
  junctionidlist: listOf(T.String)
};

/** The Apex type of a field's value, for the compiler and the runtime alike; text where the type says nothing else. */
export const fieldValueType = (field: FieldModel): ApexType =>
  field.name === 'ChangeEventHeader' ? named('EventBus.ChangeEventHeader') : (types[field.type] ?? T.String);

/**
 * True for references between custom metadata records: where code makes such a record, they hold developer names as well as ids
 * (public suites put such texts into them and read them from JSON).
 */
export const refersToMetadata = (field: FieldModel): boolean =>
  field.type === 'reference' && field.referenceTo?.every((target) => /__mdt$/i.test(target)) === true;
