import type { FieldModel, ObjectModel } from './model.js';
import { systemFields } from './system-fields.js';

/** `Thing__Share`, which the platform makes for each custom object that has an owner. */
export function shareObject(object: ObjectModel, keyPrefix: string): ObjectModel {
  const traits = { detail: true, hasRecordTypes: false, activities: false, multiCurrency: false } as const;
  const system = systemFields({ ...traits, kind: 'custom', name: { label: 'Name', type: 'string' } });
  const kept = system.filter((field) => /^(Id|IsDeleted|LastModified.*)$/.test(field.name));
  return {
    name: object.name.replace(/__c$/i, '__Share'),
    label: `Share: ${object.label}`,
    pluralLabel: `Share: ${object.label}`,
    keyPrefix,
    kind: 'standard',
    nameField: 'Id',
    sharing: 'ReadWrite',
    recordTypes: [],
    fields: new Map([...kept, ...shareFields(object)].map((field) => [field.name, field]))
  };
}

function shareFields(object: ObjectModel): FieldModel[] {
  const field = (name: string, label: string, extra: Partial<FieldModel>): FieldModel => ({
    name,
    label,
    type: 'picklist',
    length: 40,
    required: true,
    unique: false,
    caseSensitive: false,
    externalId: false,
    createable: true,
    updateable: false,
    custom: false,
    ...extra
  });
  return [
    field('ParentId', 'Parent ID', {
      type: 'reference',
      length: 18,
      referenceTo: [object.name],
      relationshipName: 'Parent',
      childRelationshipName: 'Shares',
      deleteConstraint: 'Cascade'
    }),
    field('AccessLevel', 'Access Level', { updateable: true, picklist: values('Read', 'Edit', 'All') }),
    field('UserOrGroupId', 'User/Group ID', {
      type: 'reference',
      length: 18,
      referenceTo: ['Group', 'User'],
      relationshipName: 'UserOrGroup'
    }),
    field('RowCause', 'Row Cause', {
      required: false,
      picklist: values('Owner', 'Manual', 'Rule'),
      defaultValue: 'Manual'
    })
  ];
}

const values = (...names: string[]) =>
  names.map((value) => ({ value, label: value, active: true, isDefault: value === 'Manual' }));
