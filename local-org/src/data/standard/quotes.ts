import { ApexId } from '../../kernel/scalars.js';
import type { DmlEnvironment } from '../dml/environment.js';
import type { DmlRow } from '../dml/row.js';
import { linePrices } from './lines.js';
import { idAt, lookUp, parentIds, set, type StandardRule } from './rule.js';

/** A quote belongs to the account of its opportunity; its totals come from its lines. */
export const quote: StandardRule = {
  complete(env, rows) {
    for (const { record } of rows) {
      const account = lookUp(env, 'Opportunity', idAt(record, 'OpportunityId') ?? '', ['AccountId'])?.[0];
      set(record, 'AccountId', typeof account === 'string' ? (ApexId.parse(account) ?? null) : null);
    }
  },
  saved(env, rows) {
    for (const row of rows) if (row.id) sumQuote(env, row.id.value);
  }
};

export const quoteLine: StandardRule = {
  complete(env, rows) {
    for (const row of rows) linePrices(env, row, 'QuoteId', 'Quote');
  },
  saved: sumQuotes,
  deleted: sumQuotes
};

function sumQuotes(env: DmlEnvironment, rows: readonly DmlRow[]): void {
  for (const id of parentIds(rows, 'QuoteId')) sumQuote(env, id);
}

function sumQuote(env: DmlEnvironment, id: string): void {
  const lines = 'FROM "QuoteLineItem" WHERE "QuoteId" = ?1 AND "IsDeleted" = 0';
  env.connection.run(
    `UPDATE "Quote" SET
       "Subtotal" = (SELECT COALESCE(SUM("Subtotal"), 0) ${lines}),
       "TotalPrice" = (SELECT COALESCE(SUM("TotalPrice"), 0) ${lines}),
       "LineItemCount" = (SELECT COUNT(*) ${lines}),
       "GrandTotal" = (SELECT COALESCE(SUM("TotalPrice"), 0) ${lines}) + COALESCE("Tax", 0) + COALESCE("ShippingHandling", 0)
     WHERE "Id" = ?1`,
    [id]
  );
}
