import { describe } from 'vitest';
import { Billing } from './billing.js';
import { billingPackage, makeBills, type Point } from './bills.js';
import { size, tryAll } from './trial.js';

const both: readonly Point[] = ['Lead to Payment', 'Lead to Ledger'];
/** A short run, as in CI, has time for one of them. */
const points = process.env['CHAOS_SEEDS'] === undefined ? both.slice(0, 1) : both;
const invoices = Math.ceil(size.orders / 2);

for (const point of points)
  describe(`${point}: ${invoices} invoices, their payments, credit notes and refunds while everything fails`, () => {
    tryAll({
      claim: 'the ERP has each once, and owes and is owed the same',
      options: { connected: true, sweeps: true, sources: [billingPackage] },
      prepare: (backend) => makeBills(backend, point, { customers: size.customers, invoices }),
      begin: (backend) => Billing.of(backend, point, Math.max(5, Math.ceil(invoices / 20)))
    });
  });
