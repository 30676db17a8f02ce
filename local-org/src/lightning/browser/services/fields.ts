import type { FieldRepresentation, ObjectInfoRepresentation, RecordRepresentation } from '../../protocol/ui-api.ts';
import { recordUrl } from './router.ts';

/** How a field is shown: the template picks the element by `kind`. */
export interface FieldDisplay {
  readonly kind:
    | 'empty'
    | 'text'
    | 'longText'
    | 'richText'
    | 'boolean'
    | 'currency'
    | 'number'
    | 'percent'
    | 'date'
    | 'datetime'
    | 'email'
    | 'phone'
    | 'url'
    | 'link';
  readonly value: string | number | boolean | null;
  /** Address of the record behind a link. */
  readonly url?: string;
  readonly currencyCode?: string;
  readonly fractionDigits?: number;
}

/** The label of a field on a page: `Account ID` names the parent, so it reads `Account`. */
export function fieldLabel(field: Pick<FieldRepresentation, 'label' | 'reference'>): string {
  return field.reference ? field.label.replace(/ ID$/, '') : field.label;
}

/** What must be read so that a field can be shown: itself, and the parent's name for a look-up. Names are `Object.Field`. */
export function readableNames(info: ObjectInfoRepresentation, field: string): readonly string[] {
  const found = info.fields[field];
  if (!found) return [];
  const own = `${info.apiName}.${field}`;
  const parentName = found.referenceToInfos[0]?.nameFields[0];
  return found.relationshipName && parentName
    ? [own, `${info.apiName}.${found.relationshipName}.${parentName}`]
    : [own];
}

/** What a field of a record shows. Currency is the record's own where it has one, else the given one. */
export function displayOf(
  field: Pick<
    FieldRepresentation,
    'apiName' | 'dataType' | 'relationshipName' | 'scale' | 'extraTypeInfo' | 'referenceToInfos'
  >,
  record: RecordRepresentation,
  currency: string
): FieldDisplay {
  const held = record.fields[field.apiName];
  const value = held?.value;
  if (value === undefined || value === null || value === '' || typeof value === 'object')
    return { kind: 'empty', value: null };
  switch (field.dataType) {
    case 'Reference':
      return parentOf(field, record, String(value));
    case 'Boolean':
      return { kind: 'boolean', value };
    case 'Currency':
      return { kind: 'currency', value, currencyCode: currencyOf(record, currency), fractionDigits: field.scale };
    case 'Double':
    case 'Int':
      return { kind: 'number', value, fractionDigits: field.scale };
    case 'Percent':
      return {
        kind: 'percent',
        value: `${Number(value).toLocaleString('en-US', { maximumFractionDigits: field.scale })}%`
      };
    case 'Date':
      return { kind: 'date', value };
    case 'DateTime':
      return { kind: 'datetime', value };
    case 'Email':
      return { kind: 'email', value };
    case 'Phone':
      return { kind: 'phone', value };
    case 'Url':
      return { kind: 'url', value };
    case 'TextArea':
      return { kind: field.extraTypeInfo === 'RichTextArea' ? 'richText' : 'longText', value };
    case 'MultiPicklist':
      return { kind: 'text', value: (held?.displayValue ?? String(value)).replaceAll(';', '; ') };
    default:
      return { kind: 'text', value: held?.displayValue ?? String(value) };
  }
}

/** The currency of a record's amounts: its CurrencyIsoCode where the org has several currencies. */
export function currencyOf(record: RecordRepresentation, fallback: string): string {
  const own = record.fields['CurrencyIsoCode']?.value;
  return typeof own === 'string' && own !== '' ? own : fallback;
}

function parentOf(
  field: Pick<FieldRepresentation, 'apiName' | 'relationshipName' | 'referenceToInfos'>,
  record: RecordRepresentation,
  id: string
): FieldDisplay {
  const parent = field.relationshipName ? record.fields[field.relationshipName]?.value : undefined;
  if (parent === undefined || parent === null || typeof parent !== 'object') {
    return { kind: 'text', value: record.fields[field.apiName]?.displayValue ?? id };
  }
  const object = parent.apiName;
  const targets = field.referenceToInfos;
  const target = targets.find((candidate) => candidate.apiName === object) ?? targets[0];
  const nameField = target?.nameFields[0] ?? 'Name';
  const name = parent.fields[nameField]?.value;
  return { kind: 'link', value: typeof name === 'string' ? name : id, url: recordUrl(object, id) };
}
