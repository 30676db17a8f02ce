import type { FieldModel, ObjectModel } from '../../schema/model.js';
import { children, text, texts, type XmlNode } from '../../schema/xml.js';
import { iconOf } from '../icons.js';
import type { FieldSection, RelatedListModel } from '../protocol/pages.js';
import { readable, readableFields, type PageInputs } from './inputs.js';
import { standardLayouts } from './standard-layouts.js';

const mostHighlights = 7;
const unfitForPages = new Set<FieldModel['type']>(['address', 'location', 'base64', 'id']);
const systemFields = new Set(
  'Id IsDeleted CreatedById CreatedDate LastModifiedById LastModifiedDate SystemModstamp LastViewedDate LastReferencedDate LastActivityDate'.split(
    ' '
  )
);

/** Related lists of standard objects as layouts name them. */
const relatedNames: Readonly<Record<string, string>> = {
  RelatedContactList: 'Contacts',
  RelatedOpportunityList: 'Opportunities',
  RelatedCaseList: 'Cases',
  RelatedContractList: 'Contracts',
  RelatedOrderList: 'Orders',
  RelatedLineItemList: 'OpportunityLineItems',
  RelatedOrderProductList: 'OrderItems',
  RelatedQuoteList: 'Quotes',
  RelatedContactRoleList: 'OpportunityContactRoles',
  RelatedAssetList: 'Assets'
};

/** The fields of an object's page: from the project's layout, else as a new org lays them out, else all there are. */
export function fieldSections(inputs: PageInputs, object: ObjectModel): FieldSection[] {
  const layout = layoutOf(inputs, object.name);
  const sections = layout ? layoutSections(layout) : [defaultSection(object)];
  const system = { label: 'System Information', columns: [['CreatedById'], ['LastModifiedById']] };
  return [...sections, ...(layout ? [] : [system])]
    .map(({ label, columns }) => ({
      label,
      columns: columns.map((fields) => readableFields(inputs, object.name, fields))
    }))
    .filter(({ columns }) => columns.some((fields) => fields.length > 0));
}

/** The key fields of an object: of its compact layout without the name, else the usual ones. */
export function highlightFields(inputs: PageInputs, object: ObjectModel): readonly string[] {
  const compact = compactLayout(inputs, object.name);
  const wanted = compact ?? standardLayouts[object.name]?.highlights ?? pageFields(object).map(({ name }) => name);
  const fields = readableFields(inputs, object.name, wanted).filter((name) => name !== object.nameField);
  return fields.slice(0, compact ? mostHighlights : 5);
}

/**
 * The related lists of an object's page: those of its layout, else the usual ones and all custom children.
 * @param apart lists that stand elsewhere on the page, which only a layout of the project would show once more
 */
export function relatedLists(
  inputs: PageInputs,
  object: ObjectModel,
  apart: ReadonlySet<string> = new Set()
): RelatedListModel[] {
  const children = inputs.schema.childRelationships(object.name);
  const layout = layoutOf(inputs, object.name);
  const wanted = layout
    ? layoutRelated(layout, inputs, object.name)
    : [
        ...(standardLayouts[object.name]?.related ?? []),
        ...children.filter(({ childObject }) => childObject.endsWith('__c')).map(({ name }) => name)
      ].filter((name) => !apart.has(name));
  return [...new Set(wanted)].flatMap((name) => {
    const relationship = inputs.schema.childRelationship(object.name, name);
    const childModel = relationship && inputs.schema.object(relationship.childObject);
    if (!relationship || !childModel || !readable(inputs, childModel.name)) return [];
    if (!inputs.access.fieldAccess(childModel.name, relationship.field, 'read')) return [];
    const icon = iconOf(childModel.name, inputs.metadata);
    const { pluralLabel: label, name: child } = childModel;
    return [{ relationship: relationship.name, label, object: child, field: relationship.field, icon }];
  });
}

function layoutOf({ metadata }: PageInputs, object: string): XmlNode | undefined {
  return metadata.components('Layout').find(({ name }) => name.startsWith(`${object}-`))?.xml;
}

function layoutSections(layout: XmlNode): FieldSection[] {
  return children(layout, 'layoutSections')
    .filter((section) => text(section, 'style') !== 'CustomLinks')
    .map((section) => ({
      label: text(section, 'detailHeading') === 'false' ? '' : (text(section, 'label') ?? ''),
      columns: children(section, 'layoutColumns').map((column) =>
        children(column, 'layoutItems').flatMap((item) => text(item, 'field') ?? [])
      )
    }));
}

function layoutRelated(layout: XmlNode, { schema }: PageInputs, object: string): readonly string[] {
  return children(layout, 'relatedLists').flatMap((list) => {
    const written = text(list, 'relatedList') ?? '';
    const [childObject, field] = written.split('.');
    const found = schema
      .childRelationships(object)
      .find((child) => child.childObject === childObject && child.field === field);
    return found?.name ?? relatedNames[written] ?? written;
  });
}

function defaultSection(object: ObjectModel): FieldSection {
  const usual = standardLayouts[object.name];
  const custom = pageFields(object).filter((field) => field.custom);
  const all = (usual ? custom : pageFields(object)).map(({ name }) => name);
  const half = Math.ceil(all.length / 2);
  const [left, right] = usual?.fields ?? [[object.nameField], ['OwnerId']];
  return {
    label: '',
    columns: [
      [...left, ...all.slice(0, half)],
      [...right, ...all.slice(half)]
    ]
  };
}

function pageFields(object: ObjectModel): readonly FieldModel[] {
  return [...object.fields.values()].filter(
    ({ name, type }) =>
      !systemFields.has(name) && !unfitForPages.has(type) && name !== object.nameField && name !== 'OwnerId'
  );
}

function compactLayout({ metadata }: PageInputs, object: string): readonly string[] | undefined {
  const owner = metadata.components('CustomObject').find(({ name }) => name === object);
  const assigned = text(owner?.xml, 'compactLayoutAssignment');
  const layouts = metadata.components('CompactLayout').filter(({ name }) => name.startsWith(`${object}.`));
  const layout = assigned ? layouts.find(({ name }) => name === `${object}.${assigned}`) : undefined;
  const fields = layout && texts(layout.xml, 'fields');
  return fields && fields.length > 0 ? fields : undefined;
}
