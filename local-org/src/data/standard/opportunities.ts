import { Big } from 'bigdecimal.js';
import { ApexDate } from '../../kernel/scalars.js';
import { calendarOf } from '../../runtime/date-text.js';
import type { DmlEnvironment } from '../dml/environment.js';
import type { DmlRow } from '../dml/row.js';
import { linePrices } from './lines.js';
import {
  changed,
  get,
  given,
  idAt,
  lookUp,
  money,
  numberAt,
  parentIds,
  set,
  textAt,
  storedText,
  type StandardRule
} from './rule.js';

const categoryNames: Readonly<Record<string, string>> = {
  Pipeline: 'Pipeline',
  BestCase: 'Best Case',
  MostLikely: 'Most Likely',
  Forecast: 'Commit',
  Closed: 'Closed',
  Omitted: 'Omitted'
};

/** The stage decides whether an opportunity is closed or won, and its usual probability and forecast category. */
export const opportunity: StandardRule = {
  complete(env, rows) {
    for (const row of rows) {
      const { record } = row;
      const stage = env.statuses.stage(textAt(record, 'StageName') ?? '');
      if (changed(row, 'StageName')) {
        if (!given(row, 'Probability')) set(record, 'Probability', Big(stage?.probability ?? 0));
        const category = stage?.forecastCategory ?? 'Pipeline';
        set(record, 'ForecastCategory', category);
        if (!given(row, 'ForecastCategoryName'))
          set(record, 'ForecastCategoryName', categoryNames[category] ?? category);
        set(record, 'IsClosed', stage?.closed ?? false);
        set(record, 'IsWon', stage?.won ?? false);
      }
      keepLineTotal(row);
      const amount = numberAt(record, 'Amount');
      const probability = numberAt(record, 'Probability');
      set(
        record,
        'ExpectedRevenue',
        amount && probability ? money(amount.multiply(probability).movePointLeft(2)) : null
      );
      setPeriod(row);
    }
  }
};

/** With products, the amount is the sum of the products and cannot be set. */
function keepLineTotal({ record, old }: DmlRow): void {
  if (old && get(old, 'HasOpportunityLineItem') === true) set(record, 'Amount', get(old, 'Amount'));
}

function setPeriod({ record }: DmlRow): void {
  const close = get(record, 'CloseDate');
  if (!(close instanceof ApexDate)) return;
  const { year, month } = calendarOf(close.days);
  const quarter = Math.floor((month + 2) / 3);
  set(record, 'FiscalYear', year);
  set(record, 'FiscalQuarter', quarter);
  set(record, 'Fiscal', `${year} ${quarter}`);
}

/** Products of an opportunity: prices, and the opportunity's amount. */
export const opportunityLine: StandardRule = {
  complete(env, rows) {
    for (const row of rows) {
      linePrices(env, row, 'OpportunityId', 'Opportunity');
      const name = lookUp(env, 'Opportunity', idAt(row.record, 'OpportunityId') ?? '', ['Name']);
      const product = lookUp(env, 'Product2', idAt(row.record, 'Product2Id') ?? '', ['Name', 'ProductCode']);
      set(row.record, 'Name', `${String(name?.[0] ?? '')} ${String(product?.[0] ?? '')}`.trim());
      set(row.record, 'ProductCode', storedText(product?.[1]));
    }
  },
  saved: sumLines,
  deleted: sumLines
};

function sumLines(env: DmlEnvironment, rows: readonly DmlRow[]): void {
  const lines = '"OpportunityLineItem" l WHERE l."OpportunityId" = o."Id" AND l."IsDeleted" = 0';
  for (const id of parentIds(rows, 'OpportunityId')) {
    env.connection.run(
      `UPDATE "Opportunity" AS o SET
         "Amount" = CASE WHEN EXISTS (SELECT 1 FROM ${lines}) THEN (SELECT SUM(l."TotalPrice") FROM ${lines}) ELSE "Amount" END,
         "TotalOpportunityQuantity" = (SELECT SUM(l."Quantity") FROM ${lines}),
         "HasOpportunityLineItem" = EXISTS (SELECT 1 FROM ${lines})
       WHERE "Id" = ?`,
      [id]
    );
    env.connection.run(
      'UPDATE "Opportunity" SET "ExpectedRevenue" = CAST(round("Amount" * "Probability" / 100.0) AS INTEGER) WHERE "Id" = ?',
      [id]
    );
  }
}
