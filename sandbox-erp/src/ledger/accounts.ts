import type { Books } from './books.js';
import { refuse } from './errors.js';

/** The accounts that the ledger itself posts to. */
export const ACCOUNT = {
  bank: '10100',
  receivables: '13100',
  inventory: '14100',
  deferredRevenue: '22100',
  salesTax: '22200',
  openingEquity: '30100',
  productSales: '40100',
  serviceSales: '40200',
  costOfGoodsSold: '50100',
  roundingDifferences: '66200'
} as const;

export interface Account {
  readonly number: string;
  readonly id: string;
  readonly displayName: string;
  readonly blocked: number;
  /** 0 for control accounts, which only the ledger itself may post to. */
  readonly directPosting: number;
}

/** The chart of accounts. */
export class Accounts {
  readonly #books: Books;

  constructor(books: Books) {
    this.#books = books;
  }

  byNumber(number: string): Account | undefined {
    return this.#books.db.get<Account>('select * from account where number = ?', number);
  }

  numberOf(id: string): string | undefined {
    return this.#books.db.get<{ number: string }>('select number from account where id = ?', id)?.number;
  }

  /** Refuses an account that a journal or document line may not post to. */
  requireDirectPosting(number: string, table: string): Account {
    const account =
      this.byNumber(number) ??
      refuse({ kind: 'invalidRelation', table, field: 'Account No.', value: number, related: 'G/L Account' });
    if (account.blocked) refuse({ kind: 'accountBlocked', number });
    if (!account.directPosting) refuse({ kind: 'noDirectPosting', number });
    return account;
  }
}
