import { ApexDatetime } from '../../kernel/scalars.js';
import type { DmlEnvironment } from '../dml/environment.js';
import type { DmlRow } from '../dml/row.js';
import { linePrices } from './lines.js';
import { changed, get, idAt, lookUp, parentIds, set, textAt, storedText, type StandardRule } from './rule.js';

const isDraft = (code: string | null): boolean => code === null || code === 'Draft';

/** The status gives the status code; an order begins as a draft, is activated once it has products, and is then fixed. */
export const order: StandardRule = {
  complete(env, rows) {
    for (const row of rows) {
      const { record } = row;
      const status = textAt(record, 'Status');
      const known = env.statuses.order.find(({ name }) => name.toLowerCase() === status?.toLowerCase());
      if (changed(row, 'Status')) set(record, 'StatusCode', known?.code ?? 'Draft');
      const activated = !isDraft(textAt(record, 'StatusCode')) && isDraft(textAt(row.old, 'StatusCode'));
      if (activated && row.old) {
        set(record, 'ActivatedDate', new ApexDatetime(env.tx.now()));
        set(record, 'ActivatedById', env.tx.user.id);
      }
    }
  },
  check(env, row) {
    if (row.old) checkChange(env, row);
    else if (!isDraft(textAt(row.record, 'StatusCode'))) {
      row.fail('FAILED_ACTIVATION', 'Choose a valid order status and save your changes. Ask your admin for details.', [
        'Status'
      ]);
    }
  },
  checkDelete(_env, row) {
    if (!isDraft(textAt(row.old, 'StatusCode'))) row.fail('DELETE_FAILED', "You can't delete an activated order.");
  }
};

const fixedFields: readonly (readonly [string, string])[] = [
  ['AccountId', 'Account'],
  ['ContractId', 'Contract'],
  ['Pricebook2Id', 'Price Book']
];

function checkChange(env: DmlEnvironment, row: DmlRow): void {
  const wasDraft = isDraft(textAt(row.old, 'StatusCode'));
  const staysActive = !wasDraft && !isDraft(textAt(row.record, 'StatusCode'));
  for (const [field, label] of staysActive ? fixedFields : []) {
    if (changed(row, field))
      row.fail(
        'FIELD_INTEGRITY_EXCEPTION',
        `field integrity exception: ${field} (${label} can only be changed while the order is a draft)`,
        [field]
      );
  }
  if (!wasDraft || isDraft(textAt(row.record, 'StatusCode'))) return;
  if (get(row.record, 'AccountId') === null && get(row.record, 'ContractId') === null) {
    row.fail('FAILED_ACTIVATION', 'An order must have an account or a contract to be activated.', ['AccountId']);
  }
  const line = env.connection.get('SELECT 1 FROM "OrderItem" WHERE "OrderId" = ? AND "IsDeleted" = 0 LIMIT 1', [
    row.id?.value ?? ''
  ]);
  if (!line) row.fail('FAILED_ACTIVATION', 'An order must have at least one product.');
}

/** Order products: prices, and the order's amount. They change only while the order is a draft. */
export const orderLine: StandardRule = {
  complete(env, rows) {
    for (const row of rows) {
      linePrices(env, row, 'OrderId', 'Order');
      set(row.record, 'AvailableQuantity', get(row.record, 'Quantity'));
    }
  },
  check(env, row) {
    const fields = ['Quantity', 'UnitPrice', 'ListPrice', 'PricebookEntryId'];
    if (row.old && !fields.some((field) => changed(row, field))) return;
    refuseUnlessDraft(env, row, idAt(row.record, 'OrderId'), row.old ? 'edit' : 'add');
  },
  checkDelete(env, row) {
    refuseUnlessDraft(env, row, idAt(row.old, 'OrderId'), 'delete');
  },
  saved: sumLines,
  deleted: sumLines
};

function refuseUnlessDraft(env: DmlEnvironment, row: DmlRow, orderId: string | null, verb: string): void {
  const order = orderId === null ? undefined : lookUp(env, 'Order', orderId, ['StatusCode']);
  if (isDraft(storedText(order?.[0]))) return;
  row.fail(
    'FIELD_INTEGRITY_EXCEPTION',
    `field integrity exception: OrderId (you can't ${verb} products of an activated order)`,
    ['OrderId']
  );
}

function sumLines(env: DmlEnvironment, rows: readonly DmlRow[]): void {
  for (const id of parentIds(rows, 'OrderId')) {
    env.connection.run(
      'UPDATE "Order" SET "TotalAmount" = (SELECT COALESCE(SUM("TotalPrice"), 0) FROM "OrderItem" WHERE "OrderId" = ?1 AND "IsDeleted" = 0) WHERE "Id" = ?1',
      [id]
    );
  }
}
