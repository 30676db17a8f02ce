import { extend, FINE_ONE } from './amounts.js';
import { ACCOUNT } from './accounts.js';
import type { Books } from './books.js';
import type { Item } from './items.js';
import type { GeneralLedger, PostedDocument, Posting } from './generalLedger.js';

/** A movement of stock with its document. */
export interface StockMovement {
  readonly item: Item;
  /** Five decimals; negative when goods leave. */
  readonly quantity: number;
  readonly document: Omit<PostedDocument, 'type'> & { readonly type: string };
  readonly sourceNumber: string;
  readonly salesBaseCents: number;
}

/** The stock ledger. Stock may go below zero, as in a Business Central company that does not prevent it. */
export class Stock {
  readonly #books: Books;
  readonly #generalLedger: GeneralLedger;

  constructor(books: Books, generalLedger: GeneralLedger) {
    this.#books = books;
    this.#generalLedger = generalLedger;
  }

  /** Records goods sold and returns the postings of their cost; an item without stock moves nothing. */
  sell(movement: StockMovement): Posting[] {
    if (movement.item.type !== 'Inventory' || movement.quantity === 0) return [];
    const cost = extend(movement.quantity, movement.item.unitCost);
    this.#record('Sale', movement, cost);
    return [
      { account: ACCOUNT.costOfGoodsSold, amountBaseCents: -cost },
      { account: ACCOUNT.inventory, amountBaseCents: cost }
    ];
  }

  /** Takes goods into stock at their standard cost, against opening equity; the quantity is in whole units. */
  receive(item: Item, quantity: number, postingDate: string): void {
    this.#books.db.transaction(() => {
      const document: PostedDocument = { type: '', number: 'OPENING', postingDate, description: 'Opening stock' };
      const scaled = quantity * FINE_ONE;
      const cost = extend(scaled, item.unitCost);
      this.#record('Positive Adjmt.', { item, quantity: scaled, document, sourceNumber: '', salesBaseCents: 0 }, cost);
      this.#generalLedger.post(document, [
        { account: ACCOUNT.inventory, amountBaseCents: cost },
        { account: ACCOUNT.openingEquity, amountBaseCents: -cost }
      ]);
    });
  }

  #record(entryType: string, movement: StockMovement, costBaseCents: number): void {
    const { document, item } = movement;
    this.#books.db.insert('stockEntry', {
      id: this.#books.newId(),
      itemNumber: item.number,
      postingDate: document.postingDate,
      entryType,
      documentType: document.type,
      documentNumber: document.number,
      sourceNumber: movement.sourceNumber,
      description: item.displayName,
      quantity: movement.quantity,
      salesBaseCents: movement.salesBaseCents,
      costBaseCents,
      lastModified: this.#books.now()
    });
  }
}
