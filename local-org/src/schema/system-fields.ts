import type { FieldModel, FieldType, ObjectModel } from './model.js';

type Extra = Partial<FieldModel>;

function system(name: string, label: string, type: FieldType, extra: Extra = {}): FieldModel {
  return {
    name,
    label,
    type,
    required: false,
    unique: false,
    caseSensitive: false,
    externalId: false,
    createable: false,
    updateable: false,
    custom: false,
    ...extra
  };
}

const writable: Extra = { createable: true, updateable: true };
const toUser = (relationshipName: string): Extra => ({ length: 18, referenceTo: ['User'], relationshipName });

const id = system('Id', 'Record ID', 'id', { length: 18 });
const created = [
  system('CreatedDate', 'Created Date', 'datetime'),
  system('CreatedById', 'Created By ID', 'reference', toUser('CreatedBy'))
];
const audit = [
  system('IsDeleted', 'Deleted', 'boolean'),
  ...created,
  system('LastModifiedDate', 'Last Modified Date', 'datetime'),
  system('LastModifiedById', 'Last Modified By ID', 'reference', toUser('LastModifiedBy')),
  system('SystemModstamp', 'System Modstamp', 'datetime')
];
const viewed = [
  system('LastViewedDate', 'Last Viewed Date', 'datetime'),
  system('LastReferencedDate', 'Last Referenced Date', 'datetime')
];
const owner = system('OwnerId', 'Owner ID', 'reference', {
  ...writable,
  length: 18,
  referenceTo: ['Group', 'User'],
  relationshipName: 'Owner'
});
/** What every object with record types has. */
export const recordTypeField = system('RecordTypeId', 'Record Type ID', 'reference', {
  ...writable,
  length: 18,
  referenceTo: ['RecordType'],
  relationshipName: 'RecordType'
});
const currency = system('CurrencyIsoCode', 'Currency ISO Code', 'picklist', { ...writable, length: 3 });

export interface CustomObjectTraits {
  readonly kind: ObjectModel['kind'];
  /** The object is the detail of a master: its owner is the master's. */
  readonly detail: boolean;
  readonly hasRecordTypes: boolean;
  readonly activities: boolean;
  readonly multiCurrency: boolean;
  /** Label and, for numbered names, the field's own model. */
  readonly name: Pick<FieldModel, 'label' | 'type'> & Extra;
}

/** The fields that the platform adds to an object of this kind, in the order in which describe lists them. */
export function systemFields(traits: CustomObjectTraits): FieldModel[] {
  switch (traits.kind) {
    case 'platformEvent':
      return [
        system('ReplayId', 'Replay ID', 'string', { length: 1000 }),
        system('EventUuid', 'Event UUID', 'string', { length: 36 }),
        ...created
      ];
    case 'customMetadata':
      return [
        id,
        system('DeveloperName', 'Custom Metadata Record Name', 'string', { length: 40, required: true }),
        system('MasterLabel', 'Label', 'string', { length: 40, required: true }),
        system('Language', 'Master Language', 'picklist', { length: 40 }),
        system('NamespacePrefix', 'Namespace Prefix', 'string', { length: 15 }),
        system('Label', 'Label', 'string', { length: 40 }),
        system('QualifiedApiName', 'Qualified API Name', 'string', { length: 70 }),
        system('SystemModstamp', 'System Modstamp', 'datetime')
      ];
    case 'customSetting':
      return [
        id,
        system('Name', 'Name', 'string', { ...writable, length: 38 }),
        system('SetupOwnerId', 'Location', 'reference', {
          createable: true,
          length: 18,
          referenceTo: ['Organization', 'Profile', 'User'],
          relationshipName: 'SetupOwner'
        }),
        ...audit
      ];
    default:
      return customObjectFields(traits);
  }
}

function customObjectFields(traits: CustomObjectTraits): FieldModel[] {
  const { label, type, ...name } = traits.name;
  return [
    id,
    ...(traits.detail ? [] : [owner]),
    system('Name', label, type, { length: 80, ...(type === 'autonumber' ? {} : writable), ...name }),
    ...(traits.multiCurrency ? [currency] : []),
    ...(traits.hasRecordTypes ? [recordTypeField] : []),
    ...audit,
    ...(traits.activities ? [system('LastActivityDate', 'Last Activity Date', 'date')] : []),
    ...viewed
  ];
}
