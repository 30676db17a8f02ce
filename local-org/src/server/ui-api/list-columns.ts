import type { Transaction } from '../../kernel/services.js';
import type { ListColumn } from '../../lightning/protocol.js';
import type { FieldModel, ObjectModel } from '../../schema/model.js';
import { uiDataType } from './data-type.js';
import { addParentName, addPath, type FieldTree } from './field-tree.js';

/** Fields that lists of well-known objects show; others show their name and what fits. */
const preferred: Readonly<Record<string, readonly string[]>> = {
  Account: ['Name', 'AccountNumber', 'Phone', 'Industry', 'OwnerId'],
  Contact: ['Name', 'AccountId', 'Title', 'Phone', 'Email'],
  Opportunity: ['Name', 'AccountId', 'StageName', 'Amount', 'CloseDate'],
  Order: ['OrderNumber', 'AccountId', 'Status', 'EffectiveDate', 'TotalAmount'],
  OrderItem: ['OrderItemNumber', 'Product2Id', 'Quantity', 'UnitPrice', 'TotalPrice'],
  OpportunityLineItem: ['Product2Id', 'Quantity', 'UnitPrice', 'TotalPrice'],
  PricebookEntry: ['Product2Id', 'ProductCode', 'UnitPrice', 'IsActive'],
  Product2: ['Name', 'ProductCode', 'Family', 'IsActive'],
  Lead: ['Name', 'Company', 'Status', 'Email'],
  Case: ['CaseNumber', 'Subject', 'Status', 'Priority'],
  Task: ['Subject', 'Status', 'Priority', 'ActivityDate']
};
const unfit = new Set(['longtextarea', 'richtextarea', 'address', 'location', 'base64', 'encryptedstring', 'id']);
const system = new Set([
  'OwnerId',
  'CreatedById',
  'CreatedDate',
  'LastModifiedById',
  'LastModifiedDate',
  'SystemModstamp'
]);
/** As many as a list view has at most. */
const mostInView = 15;
const mostColumns = 6;

/** The columns of a list of records, and the same fields in a tree to select. `without` is the field that points to the parent. */
export function listColumns(tx: Transaction, tree: FieldTree, without?: string): ListColumn[] {
  const { object } = tree;
  return columnsOf(tx, tree, preferred[object.name] ?? fallback(object), mostColumns, without);
}

/** The columns that a list view names, in its order; none when it names none that are known here, such as `CREATEDBY_USER`. */
export function viewColumns(tx: Transaction, tree: FieldTree, columns: readonly string[]): ListColumn[] {
  return columnsOf(
    tx,
    tree,
    columns.map((column) => {
      const name = column.slice(column.lastIndexOf('.') + 1);
      if (name === 'NAME') return tree.object.nameField;
      return tx.org.schema.field(tree.object.name, name) ? name : name.replace(/_/g, '');
    }),
    mostInView
  );
}

function columnsOf(
  tx: Transaction,
  tree: FieldTree,
  names: readonly string[],
  most: number,
  without?: string
): ListColumn[] {
  const { object } = tree;
  const columns: ListColumn[] = [];
  for (const name of names) {
    const field = tx.org.schema.field(object.name, name);
    if (!field || field.name === without || !addPath(tx, tree, [field.name])) continue;
    addParentName(tx, tree, field);
    columns.push(column(tx, field));
    if (columns.length === most) break;
  }
  return columns;
}

function fallback(object: ObjectModel): string[] {
  const rest = [...object.fields.values()].filter(
    (field) => field.custom && !unfit.has(field.type) && !system.has(field.name)
  );
  return [object.nameField, ...rest.map((field) => field.name), 'CreatedDate'];
}

function column(tx: Transaction, field: FieldModel): ListColumn {
  const target = field.referenceTo?.[0];
  const parent = target === undefined ? undefined : tx.org.schema.object(target);
  return {
    field: field.name,
    label: field.type === 'reference' ? field.label.replace(/ ID$/, '') : field.label,
    dataType: uiDataType(field.type),
    sortable: field.type !== 'multipicklist',
    ...(field.relationshipName && parent ? { relationship: field.relationshipName, nameField: parent.nameField } : {})
  };
}
