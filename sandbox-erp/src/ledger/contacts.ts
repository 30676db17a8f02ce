import type { Books } from './books.js';
import type { Customer, PostalAddress } from './customers.js';
import { refuse } from './errors.js';

export interface Contact extends PostalAddress {
  readonly number: string;
  readonly id: string;
  readonly type: string;
  readonly displayName: string;
  readonly jobTitle: string;
  /** The number of the contact that is this person's company; empty when there is none. */
  readonly companyNumber: string;
  /** Set on the company contact of a customer only. */
  readonly customerNumber: string;
  readonly phoneNumber: string;
  readonly mobilePhoneNumber: string;
  readonly email: string;
  readonly website: string;
  readonly privacyBlocked: number;
  readonly taxRegistrationNumber: string;
}

export type ContactValues = Partial<Omit<Contact, 'id' | 'customerNumber'>>;

/** Contacts: companies and the persons in them. Each customer has a company contact of its own. */
export class Contacts {
  readonly #books: Books;

  constructor(books: Books) {
    this.#books = books;
  }

  byNumber(number: string): Contact | undefined {
    return this.#books.db.get<Contact>('select * from contact where number = ?', number);
  }

  /** The company contact of a customer. */
  ofCustomer(customerNumber: string): Contact | undefined {
    return this.#books.db.get<Contact>('select * from contact where customerNumber = ?', customerNumber);
  }

  create(values: ContactValues): string {
    return this.#books.db.transaction(() => {
      const number = values.number || this.#books.nextNumber('contact');
      if (this.byNumber(number)) refuse({ kind: 'alreadyExists', table: 'Contact', field: 'No.', value: number });
      this.#check(values);
      const created = this.#books.created();
      this.#books.db.insert('contact', { displayName: '', ...values, number, ...created });
      return created.id;
    });
  }

  createForCustomer(customer: Customer): void {
    const { addressLine1, addressLine2, city, state, country, postCode, phoneNumber, email, website } = customer;
    const address = { addressLine1, addressLine2, city, state, country, postCode };
    this.#books.db.insert('contact', {
      ...address,
      phoneNumber,
      email,
      website,
      type: 'Company',
      displayName: customer.displayName,
      number: this.#books.nextNumber('contact'),
      customerNumber: customer.number,
      ...this.#books.created()
    });
  }

  update(id: string, values: ContactValues): void {
    this.#books.db.transaction(() => {
      this.#check(values);
      this.#books.change('contact', id, values);
    });
  }

  remove(id: string): void {
    this.#books.db.run('delete from contact where id = ?', id);
  }

  forgetCustomer(customerNumber: string): void {
    this.#books.db.run(`update contact set customerNumber = '' where customerNumber = ?`, customerNumber);
  }

  #check(values: ContactValues): void {
    const company = values.companyNumber;
    if (!company || this.byNumber(company)?.type === 'Company') return;
    refuse({ kind: 'invalidRelation', table: 'Contact', field: 'Company No.', value: company, related: 'Contact' });
  }
}
