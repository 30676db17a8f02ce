import { FINE_ONE } from '../ledger/amounts.js';
import type { CodeKind } from '../ledger/codes.js';
import type { Ledger } from '../ledger/ledger.js';
import { NUMBER_SERIES } from './setup.js';

const CODES: Readonly<Record<CodeKind, Readonly<Record<string, string>>>> = {
  unit: { PCS: 'Piece', BOX: 'Box', DAY: 'Day', HOUR: 'Hour' },
  taxGroup: { TAXABLE: 'Taxable', NONTAXABLE: 'Not taxable' },
  paymentMethod: { BANK: 'Bank transfer', CARD: 'Card', CHECK: 'Check' }
};

/** Percent of sales tax by tax group; it is due from customers who are liable to tax, and no customer of a seed is. */
const TAX_RATES: Readonly<Record<string, number>> = { TAXABLE: 8, NONTAXABLE: 0 };

const DIMENSIONS: Readonly<Record<string, { readonly displayName: string; readonly values: Record<string, string> }>> =
  {
    DEPARTMENT: { displayName: 'Department', values: { SALES: 'Sales', SERVICE: 'Service' } },
    PRODUCTLINE: { displayName: 'Product Line', values: { LIGHTS: 'Lights', CARE: 'Care plans' } }
  };

/** Fills the code tables and dimensions, and what a data file of an earlier version lacks; the rest of the file is left alone. */
export function seedLists(ledger: Ledger): void {
  const { books } = ledger;
  books.seed('lists', () => {
    for (const { code, prefix, next, width } of NUMBER_SERIES) {
      books.db.run(
        'insert or ignore into numberSeries (code, prefix, next, width) values (?, ?, ?, ?)',
        code,
        prefix,
        next,
        width
      );
    }
    if (books.db.get('select 1 from codeEntry')) return;
    for (const [kind, codes] of Object.entries(CODES)) {
      for (const [code, name] of Object.entries(codes)) ledger.codes.add(kind as CodeKind, code, name);
    }
    for (const [group, percent] of Object.entries(TAX_RATES)) ledger.salesTax.setRate(group, percent * FINE_ONE);
    for (const [code, { displayName, values }] of Object.entries(DIMENSIONS)) {
      ledger.dimensions.add(code, displayName, values);
    }
  });
}
