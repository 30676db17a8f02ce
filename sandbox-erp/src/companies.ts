import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ledger } from './ledger/ledger.js';
import { seedLists } from './seed/lists.js';
import type { SeedName } from './seed/seed.js';
import { seedLedger } from './seed/seed.js';
import { COMPANY, SUBSIDIARY } from './seed/setup.js';

export interface Company {
  readonly id: string;
  readonly displayName: string;
  readonly ledger: Ledger;
}

/** The companies of one ERP, each with books of its own. The first one's books list the others, for whoever asks which there are. */
export class Companies {
  readonly first: Company;
  readonly all: readonly Company[];

  /** @param folder created when absent, or ':memory:'; @param seed used for books that are new */
  constructor(folder: string, seed: SeedName, fresh = false) {
    this.first = { ...COMPANY, ledger: new Ledger(dataFile(folder, 'ledger.sqlite', fresh)) };
    const subsidiary = { ...SUBSIDIARY, ledger: new Ledger(dataFile(folder, 'subsidiary.sqlite', fresh)) };
    this.all = [this.first, subsidiary];
    for (const { ledger } of this.all) {
      if (ledger.seeded) seedLists(ledger);
      else this.#seed(ledger, seed);
    }
    this.#list();
  }

  /** The one of that id; undefined when there is none. */
  byId(id: string): Company | undefined {
    return this.all.find((company) => company.id === id);
  }

  /** Throws away what a company's books hold and seeds them. */
  reset(ledger: Ledger, seed: SeedName): void {
    ledger.books.db.clear();
    this.#seed(ledger, seed);
    this.#list();
  }

  close(): void {
    for (const { ledger } of this.all) ledger.close();
  }

  /** A subsidiary begins with set-up and items, and no customer. */
  #seed(ledger: Ledger, seed: SeedName): void {
    if (ledger === this.first.ledger) seedLedger(ledger, seed);
    else seedLedger(ledger, 'empty', SUBSIDIARY);
  }

  #list(): void {
    const { db } = this.first.ledger.books;
    db.run('delete from otherCompany');
    for (const { ledger } of this.all) {
      const row = ledger === this.first.ledger ? undefined : ledger.books.db.get<object>('select * from company');
      if (row) db.insert('otherCompany', row);
    }
  }
}

function dataFile(folder: string, name: string, fresh: boolean): string {
  if (folder === ':memory:') return folder;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  if (fresh) for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  return file;
}
