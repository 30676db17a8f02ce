import type { ItemValues } from '../../../ledger/items.js';
import type { EntitySet } from '../odata/entitySet.js';
import { entitySet } from '../odata/entitySet.js';
import {
  cents,
  code,
  day,
  fine,
  fixed,
  flag,
  identity,
  modified,
  option,
  readOnly,
  text,
  whole
} from '../odata/properties.js';

/** items: inventory is what is on hand in the whole company. */
export const items: EntitySet = entitySet({
  name: 'items',
  typeName: 'item',
  table: 'Item',
  view: 'itemView',
  properties: [
    identity,
    code('number', 20),
    text('displayName', 100),
    ...fixed('text', 'displayName2'),
    option('type', ['Inventory', 'Service', 'Non-Inventory']),
    ...fixed('guid', 'itemCategoryId'),
    ...fixed('code', 'itemCategoryCode'),
    flag('blocked'),
    code('gtin', 14),
    readOnly(fine('inventory')),
    fine('unitPrice'),
    ...fixed('flag', 'priceIncludesTax'),
    fine('unitCost'),
    ...fixed('guid', 'taxGroupId'),
    code('taxGroupCode', 20),
    ...fixed('guid', 'baseUnitOfMeasureId'),
    code('baseUnitOfMeasureCode', 10, 'unitOfMeasureCode'),
    ...fixed('guid', 'generalProductPostingGroupId'),
    ...fixed('code', 'generalProductPostingGroupCode'),
    ...fixed('guid', 'inventoryPostingGroupId'),
    ...fixed('code', 'inventoryPostingGroupCode'),
    modified
  ],
  create: (ledger, { values }) => ledger.items.create(values as ItemValues),
  update: (ledger, id, values) => ledger.items.update(id, values as ItemValues),
  remove: (ledger, id) => ledger.items.remove(id)
});

/** itemLedgerEntries: every movement of stock. */
export const itemLedgerEntries: EntitySet = entitySet({
  name: 'itemLedgerEntries',
  typeName: 'itemLedgerEntry',
  table: 'Item Ledger Entry',
  view: 'stockEntryView',
  order: ['entryNo'],
  properties: [
    identity,
    whole('entryNumber', 'entryNo'),
    code('itemNumber', 20),
    day('postingDate'),
    text('entryType', 0),
    code('sourceNumber', 20),
    code('documentNumber', 20),
    text('documentType', 0),
    text('description', 100),
    fine('quantity'),
    cents('salesAmountActual', 'salesBaseCents'),
    cents('costAmountActual', 'costBaseCents'),
    modified
  ]
});
