import type { Books } from './books.js';
import type { Contacts } from './contacts.js';
import type { Currencies } from './currencies.js';
import { refuse } from './errors.js';
import type { PaymentTerms } from './paymentTerms.js';

export type Blocked = '' | 'Ship' | 'Invoice' | 'All';

export interface PostalAddress {
  readonly addressLine1: string;
  readonly addressLine2: string;
  readonly city: string;
  readonly state: string;
  readonly country: string;
  readonly postCode: string;
}

export interface Customer extends PostalAddress {
  readonly number: string;
  readonly id: string;
  readonly displayName: string;
  readonly type: string;
  readonly phoneNumber: string;
  readonly email: string;
  readonly website: string;
  readonly salesperson: string;
  readonly creditLimitCents: number;
  readonly taxLiable: number;
  readonly taxRegistrationNumber: string;
  readonly currencyCode: string;
  readonly paymentTermsCode: string;
  readonly blocked: Blocked;
}

export type CustomerValues = Partial<Omit<Customer, 'id'>>;

/** Customers. A credit limit is in the base currency; 0 means none is set. */
export class Customers {
  readonly #books: Books;
  readonly #currencies: Currencies;
  readonly #terms: PaymentTerms;
  readonly #contacts: Contacts;

  constructor(books: Books, currencies: Currencies, terms: PaymentTerms, contacts: Contacts) {
    this.#books = books;
    this.#currencies = currencies;
    this.#terms = terms;
    this.#contacts = contacts;
  }

  byNumber(number: string): Customer | undefined {
    return this.#books.db.get<Customer>('select * from customer where number = ?', number);
  }

  byId(id: string): Customer | undefined {
    return this.#books.db.get<Customer>('select * from customer where id = ?', id);
  }

  require(number: string): Customer {
    return this.byNumber(number) ?? refuse({ kind: 'notFound', table: 'Customer', field: 'No.', value: number });
  }

  /** Creates the customer and, as its company, a contact; the number comes from the series unless given. Returns the id. */
  create(values: CustomerValues): string {
    return this.#books.db.transaction(() => {
      const number = values.number || this.#freeNumber();
      if (this.byNumber(number)) refuse({ kind: 'alreadyExists', table: 'Customer', field: 'No.', value: number });
      const row = { displayName: '', currencyCode: this.#currencies.base(), ...values, number };
      this.#check(row);
      const { id, lastModified } = this.#books.created();
      this.#books.db.insert('customer', { ...row, id, lastModified });
      this.#contacts.createForCustomer(this.require(number));
      return id;
    });
  }

  update(id: string, values: CustomerValues): void {
    this.#books.db.transaction(() => {
      this.#check(values);
      const current = this.byId(id);
      if (values.number !== undefined && values.number !== current?.number) {
        refuse({ kind: 'notEditable', document: 'Customer number' });
      }
      this.#books.change('customer', id, values);
    });
  }

  remove(id: string): void {
    this.#books.db.transaction(() => {
      const customer = this.byId(id);
      if (!customer) return;
      const used = this.#books.db.get(
        `select 1 from customerEntry where customerNumber = ?1 union all
         select 1 from salesDocument where customerNumber = ?1 or billToCustomerNumber = ?1 union all
         select 1 from journalLine where accountType = 'Customer' and accountNumber = ?1 limit 1`,
        customer.number
      );
      if (used) refuse({ kind: 'hasEntries', table: 'Customer', number: customer.number });
      this.#contacts.forgetCustomer(customer.number);
      this.#books.db.run('delete from customer where id = ?', id);
    });
  }

  #freeNumber(): string {
    let number = this.#books.nextNumber('customer');
    while (this.byNumber(number)) number = this.#books.nextNumber('customer');
    return number;
  }

  #check(values: CustomerValues): void {
    if (values.currencyCode !== undefined) this.#currencies.require(values.currencyCode, 'Customer');
    if (values.paymentTermsCode !== undefined) this.#terms.require(values.paymentTermsCode, 'Customer');
  }
}
