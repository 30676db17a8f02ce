import type { Ledger } from '../../../ledger/ledger.js';
import { dialog } from '../errors.js';
import type { Creation, EntitySet, Navigation } from '../odata/entitySet.js';
import { entitySet } from '../odata/entitySet.js';
import { code, fixed, guid, identity, modified, readOnly, text } from '../odata/properties.js';
import { textOf } from './references.js';

function codeList(name: string, typeName: string, table: string, view: string, more: EntitySet['properties'] = []) {
  return entitySet({
    name,
    typeName,
    table,
    view,
    order: ['code'],
    properties: [identity, code('code', 20), text('displayName', 100), ...more, modified]
  });
}

export const unitsOfMeasure = codeList('unitsOfMeasure', 'unitOfMeasure', 'Unit of Measure', 'unitView', [
  ...fixed('text', 'internationalStandardCode', 'symbol')
]);

export const taxGroups = codeList('taxGroups', 'taxGroup', 'Tax Group', 'taxGroupView', [
  text('taxType', 0, `'Sales Tax'`)
]);

export const paymentMethods = codeList('paymentMethods', 'paymentMethod', 'Payment Method', 'paymentMethodView');

export const dimensions: EntitySet = {
  ...codeList('dimensions', 'dimension', 'Dimension', 'dimensionView', [...fixed('text', 'consolidationCode')]),
  navigations: [{ name: 'dimensionValues', target: 'dimensionValues', many: true, foreignColumn: 'dimensionId' }]
};

export const dimensionValues: EntitySet = {
  ...codeList('dimensionValues', 'dimensionValue', 'Dimension Value', 'dimensionValueView', [
    guid('dimensionId'),
    ...fixed('text', 'consolidationCode')
  ]),
  order: ['dimensionCode', 'code']
};

/** The dimensions of one journal line or ledger entry; it is reached through its parent only. */
export const dimensionSetLines: EntitySet = entitySet({
  name: 'dimensionSetLines',
  typeName: 'dimensionSetLine',
  table: 'Dimension Set Entry Buffer',
  view: 'dimensionSetLineView',
  order: ['parentId', 'dimensionCode'],
  idColumn: 'dimensionId',
  properties: [
    guid('id', 'dimensionId'),
    code('code', 20, 'dimensionCode'),
    readOnly(guid('parentId')),
    readOnly(text('displayName', 30)),
    guid('valueId'),
    code('valueCode', 20),
    readOnly(text('valueDisplayName', 50)),
    ...fixed('text', 'consolidationCode', 'valueConsolidationCode')
  ],
  create: (ledger: Ledger, { values, parentId }: Creation) => {
    if (parentId === '') throw dialog('You must get to the parent first to create a dimension set line.');
    const dimension = ledger.dimensions.codeOf(textOf(values['dimensionId'])) ?? textOf(values['dimensionCode']);
    const value = textOf(values['valueCode']);
    if (dimension === '') throw dialog('The "id" or "code" field must be filled in.');
    if (value === '') throw dialog('The "valueId" or "valueCode" field must be filled in.');
    return ledger.dimensions.assign(parentId, dimension, value);
  }
});

/** How a record that carries dimensions leads to them. */
export const TO_DIMENSIONS: Navigation = {
  name: 'dimensionSetLines',
  target: 'dimensionSetLines',
  many: true,
  foreignColumn: 'parentId'
};
