import { ACCOUNT } from './accounts.js';
import { requirePayable } from './blocking.js';
import type { Books } from './books.js';
import type { Currencies } from './currencies.js';
import type { Customers } from './customers.js';
import type { Receivables } from './receivables.js';

/** Money received from a customer, in the base currency. */
export interface PaymentReceived {
  readonly customerNumber: string;
  /** Positive cents. */
  readonly amountCents: number;
  /** The posted invoice it is for; what exceeds its remaining amount stays on the customer's account. */
  readonly applyToInvoice?: string;
  /** Absent: today. */
  readonly postingDate?: string;
  /** Absent: the next number of the series. */
  readonly documentNumber?: string;
  readonly externalDocumentNumber?: string;
}

/** Customer payments: cash in the bank against the customer's account, applied to an invoice. */
export class Payments {
  readonly #books: Books;
  readonly #currencies: Currencies;
  readonly #customers: Customers;
  readonly #receivables: Receivables;

  constructor(books: Books, currencies: Currencies, customers: Customers, receivables: Receivables) {
    this.#books = books;
    this.#currencies = currencies;
    this.#customers = customers;
    this.#receivables = receivables;
  }

  /** Posts the payment and applies it. Returns its document number and how many base cents were applied. */
  receive(payment: PaymentReceived): { readonly documentNumber: string; readonly appliedCents: number } {
    return this.#books.db.transaction(() => {
      const customer = this.#customers.require(payment.customerNumber);
      requirePayable(customer);
      const invoice = payment.applyToInvoice
        ? this.#receivables.requireOpenInvoice(payment.applyToInvoice, customer.number)
        : undefined;
      const number = payment.documentNumber || this.#books.nextNumber('payment');
      const postingDate = payment.postingDate ?? this.#books.today();
      const entryNo = this.#receivables.post(
        {
          type: 'Payment',
          number,
          postingDate,
          documentDate: postingDate,
          dueDate: postingDate,
          description: `Payment ${number}`,
          customerNumber: customer.number,
          externalDocumentNumber: payment.externalDocumentNumber ?? '',
          currencyCode: this.#currencies.base(),
          amountCents: -payment.amountCents
        },
        [{ account: ACCOUNT.bank, amountBaseCents: payment.amountCents }]
      );
      const appliedCents = invoice ? this.#receivables.apply(entryNo, invoice.entryNo) : 0;
      return { documentNumber: number, appliedCents };
    });
  }
}
