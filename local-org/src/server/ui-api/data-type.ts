import type { UiDataType } from '../../lightning/protocol.js';
import type { FieldType } from '../../schema/model.js';

const names: Readonly<Record<FieldType, UiDataType>> = {
  id: 'Reference',
  string: 'String',
  textarea: 'TextArea',
  longtextarea: 'TextArea',
  richtextarea: 'TextArea',
  boolean: 'Boolean',
  int: 'Int',
  double: 'Double',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  picklist: 'Picklist',
  multipicklist: 'MultiPicklist',
  reference: 'Reference',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
  encryptedstring: 'EncryptedString',
  combobox: 'ComboBox',
  anyType: 'String',
  base64: 'Base64',
  address: 'Address',
  location: 'Location',
  autonumber: 'String',
  junctionidlist: 'Reference'
};

export const uiDataType = (type: FieldType): UiDataType => names[type];
