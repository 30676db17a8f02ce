import { ApexId } from '../../kernel/scalars.js';
import { MathContext, type BigDecimal } from 'bigdecimal.js';
import type { DmlEnvironment } from '../dml/environment.js';
import type { DmlRow } from '../dml/row.js';
import { amountOf, changed, get, given, hundred, idAt, lookUp, money, numberAt, set } from './rule.js';

/**
 * What order, opportunity and quote lines share: the price book entry gives product, list price and default price; the total is
 * quantity times price less discount. The parent takes the price book of its first line.
 */
export function linePrices(env: DmlEnvironment, row: DmlRow, parentField: string, parent: string): void {
  const { record } = row;
  const entryId = idAt(record, 'PricebookEntryId') ?? entryOfProduct(env, row, parentField, parent);
  const entry =
    entryId === null ? undefined : lookUp(env, 'PricebookEntry', entryId, ['Product2Id', 'UnitPrice', 'Pricebook2Id']);
  if (entryId === null || !entry) {
    row.fail(
      'FIELD_INTEGRITY_EXCEPTION',
      'field integrity exception: PricebookEntryId (pricebook entry must be specified)',
      ['PricebookEntryId']
    );
    return;
  }
  const listPrice = amountOf(entry[1]);
  set(record, 'PricebookEntryId', ApexId.parse(entryId) ?? null);
  set(record, 'Product2Id', ApexId.parse(String(entry[0])) ?? null);
  if (get(record, 'ListPrice') === null) set(record, 'ListPrice', listPrice);
  usePriceBook(env, row, parentField, parent, entry[2] === null ? null : String(entry[2]));
  setTotal(row, listPrice);
}

function setTotal(row: DmlRow, listPrice: BigDecimal | null): void {
  const { record } = row;
  const quantity = numberAt(record, 'Quantity');
  const total = numberAt(record, 'TotalPrice');
  const byTotal =
    given(row, 'TotalPrice') &&
    !given(row, 'UnitPrice') &&
    total !== null &&
    quantity !== null &&
    quantity.signum() !== 0;
  if (byTotal && !(row.old && changed(row, 'Quantity')))
    set(record, 'UnitPrice', money(total.divideWithMathContext(quantity, MathContext.DECIMAL128)));
  else if (get(record, 'UnitPrice') === null) set(record, 'UnitPrice', listPrice);
  const price = numberAt(record, 'UnitPrice');
  if (!price || !quantity) return;
  const subtotal = price.multiply(quantity);
  set(record, 'Subtotal', money(subtotal));
  const discount = numberAt(record, 'Discount');
  set(
    record,
    'TotalPrice',
    money(discount ? subtotal.multiply(hundred.subtract(discount)).movePointLeft(2) : subtotal)
  );
}

/** A line that names its product only: the entry of that product in the parent's price book. */
function entryOfProduct(env: DmlEnvironment, row: DmlRow, parentField: string, parent: string): string | null {
  const product = idAt(row.record, 'Product2Id');
  const parentId = idAt(row.record, parentField);
  if (product === null || parentId === null) return null;
  const book = lookUp(env, parent, parentId, ['Pricebook2Id'])?.[0] ?? null;
  const found = env.connection.get(
    'SELECT e."Id" FROM "PricebookEntry" e JOIN "Pricebook2" b ON b."Id" = e."Pricebook2Id" WHERE e."Product2Id" = ?1 AND e."IsDeleted" = 0 AND (e."Pricebook2Id" = ?2 OR (?2 IS NULL AND b."IsStandard" = 1))',
    [product, book]
  );
  return found ? String(found[0]) : null;
}

function usePriceBook(
  env: DmlEnvironment,
  row: DmlRow,
  parentField: string,
  parent: string,
  book: string | null
): void {
  const parentId = idAt(row.record, parentField);
  if (parentId === null || book === null || row.old) return;
  const current = lookUp(env, parent, parentId, ['Pricebook2Id'])?.[0] ?? null;
  if (current === null)
    env.connection.run(`UPDATE "${parent}" SET "Pricebook2Id" = ? WHERE "Id" = ?`, [book, parentId]);
  else if (current !== book) {
    const message = `field integrity exception: PricebookEntryId (pricebook entry is in a different pricebook than the one assigned to the ${parent.toLowerCase()})`;
    row.fail('FIELD_INTEGRITY_EXCEPTION', message, ['PricebookEntryId']);
  }
}
