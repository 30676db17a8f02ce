import type { Books } from './books.js';
import type { Codes } from './codes.js';
import { refuse } from './errors.js';

export interface Item {
  readonly number: string;
  readonly id: string;
  readonly displayName: string;
  readonly type: 'Inventory' | 'Service' | 'Non-Inventory';
  readonly blocked: number;
  readonly gtin: string;
  /** In the base currency, five decimals. */
  readonly unitPrice: number;
  /** Standard cost in the base currency, five decimals. */
  readonly unitCost: number;
  readonly unitOfMeasureCode: string;
  /** Its tax group, unless a line says another; empty for none. */
  readonly taxGroupCode: string;
}

export type ItemValues = Partial<Omit<Item, 'id'>>;

/** Items sold. Only those of type Inventory have stock and cost. */
export class Items {
  readonly #books: Books;

  readonly #codes: Codes;

  constructor(books: Books, codes: Codes) {
    this.#books = books;
    this.#codes = codes;
  }

  byNumber(number: string): Item | undefined {
    return this.#books.db.get<Item>('select * from item where number = ?', number);
  }

  byId(id: string): Item | undefined {
    return this.#books.db.get<Item>('select * from item where id = ?', id);
  }

  create(values: ItemValues): string {
    return this.#books.db.transaction(() => {
      const number = values.number || this.#books.nextNumber('item');
      if (this.byNumber(number)) refuse({ kind: 'alreadyExists', table: 'Item', field: 'No.', value: number });
      this.#check(values);
      const created = this.#books.created();
      this.#books.db.insert('item', { displayName: '', type: 'Inventory', ...values, number, ...created });
      return created.id;
    });
  }

  update(id: string, values: ItemValues): void {
    this.#books.db.transaction(() => {
      this.#check(values);
      this.#books.change('item', id, values);
    });
  }

  remove(id: string): void {
    this.#books.db.transaction(() => {
      const item = this.byId(id);
      if (!item) return;
      const used = this.#books.db.get(
        `select 1 from stockEntry where itemNumber = ?1 union all select 1 from salesLine where lineType = 'Item' and objectNumber = ?1 limit 1`,
        item.number
      );
      if (used) refuse({ kind: 'hasEntries', table: 'Item', number: item.number });
      this.#books.db.run('delete from item where id = ?', id);
    });
  }

  #check(values: ItemValues): void {
    this.#codes.require('taxGroup', values.taxGroupCode ?? '', 'Item', 'Tax Group Code');
  }
}
