import type { FieldModel, FieldType } from '../../schema/model.js';

const names: Readonly<Record<FieldType, string>> = {
  id: 'Lookup()',
  string: 'Text',
  textarea: 'Text Area',
  longtextarea: 'Long Text Area',
  richtextarea: 'Rich Text Area',
  boolean: 'Checkbox',
  int: 'Number',
  double: 'Number',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'Date/Time',
  time: 'Time',
  picklist: 'Picklist',
  multipicklist: 'Picklist (Multi-Select)',
  reference: 'Lookup',
  email: 'Email',
  phone: 'Phone',
  url: 'URL',
  encryptedstring: 'Text (Encrypted)',
  combobox: 'Picklist',
  anyType: 'Any Type',
  base64: 'Base64',
  address: 'Address',
  location: 'Geolocation',
  autonumber: 'Auto Number',
  junctionidlist: 'Junction Id List'
};

/** A field's type as Setup shows it, with its size: `Text(80)`, `Number(16, 2)`, `Lookup(Account)`, `Formula (Text)`. */
export function fieldTypeText(field: FieldModel): string {
  const name = names[field.type];
  if (field.formula !== undefined) return `Formula (${name})`;
  if (field.summary) return `Roll-Up Summary (${field.summary.operation.toUpperCase()})`;
  switch (field.type) {
    case 'reference':
      return `${field.masterDetail ? 'Master-Detail' : name}(${(field.referenceTo ?? []).join(',')})`;
    case 'int':
    case 'double':
    case 'currency':
    case 'percent': {
      const scale = field.scale ?? 0;
      return `${name}(${(field.precision ?? 18) - scale}, ${scale})`;
    }
    case 'string':
    case 'textarea':
    case 'longtextarea':
    case 'richtextarea':
    case 'encryptedstring':
      return `${name}(${field.length ?? 255})`;
    default:
      return name;
  }
}
