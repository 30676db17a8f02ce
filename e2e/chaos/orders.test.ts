import { describe } from 'vitest';
import { makeCompany } from './company.js';
import { Orders } from './orders.js';
import { Random } from './random.js';
import { size, tryAll } from './trial.js';

describe(`${size.orders} orders of ${size.customers} customers while everything fails`, () => {
  tryAll({
    claim: 'each is in the ERP once, with equal content',
    options: { connected: true, sweeps: true },
    prepare: (backend) => makeCompany(backend, new Random(1), size),
    begin: (backend) => Orders.of(backend, Math.min(200, Math.max(10, Math.ceil(size.orders / 25))))
  });
});
