import type { FieldModel, ObjectModel, PicklistValue } from './model.js';
import { systemFields } from './system-fields.js';
import type { ObjectSource } from './custom-object.js';
import { children, flag, text } from './xml.js';

/**
 * The objects that the platform makes beside a custom object: `Thing__Share` where records have an owner, `Thing__History` and
 * `Thing__Feed` where the metadata asks for them, `Thing__ChangeEvent`. Those that nothing asks for come when the code names them.
 */
export function companionObjects(
  object: ObjectModel,
  source: Pick<ObjectSource, 'object' | 'sharingReasons'>,
  named: ReadonlySet<string>,
  prefixOf: (suffix: string) => string
): ObjectModel[] {
  const asked = (suffix: string): boolean => named.has(nameOf(object, suffix).toLowerCase());
  const xml = source.object?.xml;
  const made: ObjectModel[] = [];
  if (object.fields.has('OwnerId'))
    made.push(companion(object, 'Share', prefixOf('Share'), shareFields(object, sharingReasons(source))));
  if (flag(xml, 'enableHistory') || asked('History'))
    made.push(companion(object, 'History', prefixOf('History'), historyFields(object)));
  if (flag(xml, 'enableFeeds') || asked('Feed'))
    made.push(companion(object, 'Feed', prefixOf('Feed'), feedFields(object)));
  if (asked('ChangeEvent')) made.push(companion(object, 'ChangeEvent', prefixOf('ChangeEvent'), changeFields(object)));
  return made;
}

/** The object of the sharing rows of a standard object whose records have an owner. */
export const standardShare = (object: ObjectModel, keyPrefix: string): ObjectModel => ({
  ...companion(object, 'Share', keyPrefix, shareFields(object, [])),
  name: `${object.name}Share`
});

/** Reasons for sharing that the project defines, each in a file of its own or in that of its object. */
function sharingReasons({
  object,
  sharingReasons: own
}: Pick<ObjectSource, 'object' | 'sharingReasons'>): PicklistValue[] {
  const all = [...own.map(({ xml }) => xml), ...children(object?.xml, 'sharingReasons')];
  return all.flatMap((xml) => {
    const value = text(xml, 'fullName');
    return value === undefined ? [] : [{ value, label: text(xml, 'label') ?? value, active: true, isDefault: false }];
  });
}

const nameOf = (object: ObjectModel, suffix: string): string => object.name.replace(/__c$/i, `__${suffix}`);

const labels: Readonly<Record<string, string>> = {
  Share: 'Share',
  History: 'History',
  Feed: 'Feed',
  ChangeEvent: 'Change Event'
};

function companion(object: ObjectModel, suffix: string, keyPrefix: string, fields: readonly FieldModel[]): ObjectModel {
  const label = `${labels[suffix]}: ${object.label}`;
  return {
    name: nameOf(object, suffix),
    label,
    pluralLabel: label,
    keyPrefix,
    kind: 'standard',
    nameField: 'Id',
    sharing: 'ReadWrite',
    recordTypes: [],
    fields: new Map(fields.map((field) => [field.name, field]))
  };
}

function system(pattern: RegExp): FieldModel[] {
  const traits = { detail: true, hasRecordTypes: false, activities: false, multiCurrency: false } as const;
  const all = systemFields({ ...traits, kind: 'custom', name: { label: 'Name', type: 'string' } });
  return all.filter((field) => pattern.test(field.name));
}

const field = (name: string, label: string, extra: Partial<FieldModel>): FieldModel => ({
  name,
  label,
  type: 'picklist',
  length: 40,
  required: false,
  unique: false,
  caseSensitive: false,
  externalId: false,
  createable: true,
  updateable: false,
  custom: false,
  ...extra
});

const parent = (object: ObjectModel, children: string): FieldModel =>
  field('ParentId', 'Parent ID', {
    type: 'reference',
    length: 18,
    required: true,
    referenceTo: [object.name],
    relationshipName: 'Parent',
    childRelationshipName: children,
    deleteConstraint: 'Cascade'
  });

function shareFields(object: ObjectModel, reasons: readonly PicklistValue[]): FieldModel[] {
  return [
    ...system(/^(Id|IsDeleted|LastModified.*)$/),
    parent(object, 'Shares'),
    field('AccessLevel', 'Access Level', { required: true, updateable: true, picklist: values('Read', 'Edit', 'All') }),
    field('UserOrGroupId', 'User/Group ID', {
      type: 'reference',
      length: 18,
      required: true,
      referenceTo: ['Group', 'User'],
      relationshipName: 'UserOrGroup'
    }),
    field('RowCause', 'Row Cause', {
      picklist: [...values('Owner', 'Manual', 'Rule'), ...reasons],
      defaultValue: 'Manual'
    })
  ];
}

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_associated_objects_history.htm */
function historyFields(object: ObjectModel): FieldModel[] {
  return [
    ...system(/^(Id|IsDeleted|Created.*)$/),
    parent(object, 'Histories'),
    field('Field', 'Changed Field', { required: true, length: 255 }),
    field('DataType', 'Datatype', {}),
    field('OldValue', 'Old Value', { type: 'anyType', length: 255 }),
    field('NewValue', 'New Value', { type: 'anyType', length: 255 })
  ];
}

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_associated_objects_feed.htm */
function feedFields(object: ObjectModel): FieldModel[] {
  const count = (name: string, label: string) => field(name, label, { type: 'int', createable: false });
  return [
    ...system(/^(Id|IsDeleted|Created.*|LastModifiedDate|SystemModstamp)$/),
    parent(object, 'Feeds'),
    field('Type', 'Feed Item Type', {}),
    field('Body', 'Body', { type: 'textarea', length: 10000 }),
    field('Title', 'Title', { type: 'string', length: 255 }),
    field('LinkUrl', 'Link Url', { type: 'url', length: 1000 }),
    field('IsRichText', 'Is Rich Text', { type: 'boolean' }),
    field('Visibility', 'Visibility', {}),
    count('CommentCount', 'Comment Count'),
    count('LikeCount', 'Like Count')
  ];
}

/** The record's own fields, with the header of the change. */
function changeFields(object: ObjectModel): FieldModel[] {
  const own = [...object.fields.values()].filter(
    ({ name, formula, summary }) =>
      !/^(IsDeleted|SystemModstamp|LastViewed.*|LastReferenced.*)$/.test(name) && !formula && !summary
  );
  return [
    field('ReplayId', 'Replay ID', { type: 'string', length: 1000, createable: false }),
    field('ChangeEventHeader', 'Change Event Header', { type: 'anyType', createable: false }),
    ...own.map((one) => {
      const { childRelationshipName: _, ...rest } = one;
      return { ...rest, required: false, unique: false };
    })
  ];
}

const values = (...names: string[]) =>
  names.map((value) => ({ value, label: value, active: true, isDefault: value === 'Manual' }));
