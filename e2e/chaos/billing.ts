import type { Backend } from '../backend.js';
import { orgToday } from '../today.js';
import type { Point } from './bills.js';
import { invoiceComplaints, ledgerComplaints, type Balances } from './bills-verdict.js';
import { draw, type Life } from './life.js';
import type { Random } from './random.js';
import { stoppedRecords } from './verdict.js';

/** What a document is posted with and taken back with, and whether it may be taken back at all. */
interface Kind {
  readonly object: string;
  readonly status: string;
  readonly posted: Readonly<Record<string, unknown>>;
  readonly cancelled?: Readonly<Record<string, unknown>>;
}

const today = orgToday();
const kinds: readonly Kind[] = [
  {
    object: 'blng__Invoice__c',
    status: 'blng__InvoiceStatus__c',
    posted: { blng__InvoiceStatus__c: 'Posted', blng__InvoicePostedDate__c: today },
    cancelled: { blng__InvoiceStatus__c: 'Cancelled' }
  },
  { object: 'blng__CreditNote__c', status: 'blng__Status__c', posted: { blng__Status__c: 'Posted' } },
  {
    object: 'blng__Payment__c',
    status: 'blng__Status__c',
    posted: { blng__Status__c: 'Processed' },
    cancelled: { blng__Status__c: 'Cancelled' }
  },
  { object: 'blng__Refund__c', status: 'blng__Status__c', posted: { blng__Status__c: 'Posted' } }
];

interface Document {
  readonly id: string;
  readonly kind: Kind;
  readonly status: string;
  /** Others refer to it, so that it is not taken back. */
  readonly isUsed: boolean;
}

/** Invoices, credit notes, payments and refunds are posted, and some of them cancelled; the sweep finds them. */
export class Billing implements Life {
  readonly routes = [
    'salesInvoices',
    'salesInvoices(*)/**',
    'salesCreditMemos',
    'customers',
    'customerPaymentJournals(*)/**',
    'journals',
    'journals(*)/**'
  ];
  readonly decisive: string;
  readonly #backend: Backend;
  readonly #point: Point;
  readonly #batch: number;
  readonly #before: Balances;
  #documents: Document[] = [];

  private constructor(backend: Backend, point: Point, batch: number, before: Balances) {
    this.#backend = backend;
    this.#point = point;
    this.decisive = `${point === 'Lead to Payment' ? 'salesInvoices' : 'journals'}(*)/Microsoft.NAV.post`;
    this.#batch = batch;
    this.#before = before;
  }

  static async of(backend: Backend, point: Point, batch: number): Promise<Billing> {
    const billing = new Billing(backend, point, batch, (await backend.erp.state()).trialBalance);
    await billing.look();
    return billing;
  }

  left(): number {
    return this.#drafts().length;
  }

  async look(): Promise<void> {
    const ids = async (soql: string, field: string) =>
      new Set((await this.#backend.query<Record<string, string>>(soql)).map((row) => row[field] ?? ''));
    const used = new Set([
      ...(await ids('SELECT blng__Invoice__c FROM blng__PaymentAllocationInvoice__c', 'blng__Invoice__c')),
      ...(await ids('SELECT blng__RelatedInvoice__c FROM blng__CreditNote__c', 'blng__RelatedInvoice__c')),
      ...(await ids('SELECT blng__Payment__c FROM blng__RefundLinePayment__c', 'blng__Payment__c'))
    ]);
    this.#documents = [];
    for (const kind of kinds) {
      const rows = await this.#backend.query<Record<string, string>>(
        `SELECT Id, ${kind.status} FROM ${kind.object} ORDER BY Id`
      );
      for (const row of rows) {
        const id = row['Id'] ?? '';
        this.#documents.push({ id, kind, status: row[kind.status] ?? '', isUsed: used.has(id) });
      }
    }
  }

  async act(random: Random): Promise<Record<string, number>> {
    const done: Record<string, number> = {};
    if (random.chance(0.7)) {
      const posted = draw(random, this.#drafts(), this.#batch);
      await this.#set(posted, (kind) => kind.posted);
      done['posted'] = posted.length;
    }
    if (random.chance(0.3)) {
      const open = this.#documents.filter(
        ({ kind, status, isUsed }) => kind.cancelled && !isUsed && (status === 'Posted' || status === 'Processed')
      );
      const cancelled = draw(random, open, random.whole(1, 3));
      await this.#set(cancelled, (kind) => kind.cancelled ?? {});
      done['cancelled'] = cancelled.length;
    }
    if (random.chance(0.5)) {
      await this.#backend.apex('new OutboxSweep().run();');
      done['sweeps'] = 1;
    }
    return done;
  }

  async complaints(): Promise<string[]> {
    const stopped = [...(await stoppedRecords(this.#backend))].map(([id, why]) => `${id} is stopped: ${why}`);
    const verdict = this.#point === 'Lead to Ledger' ? ledgerComplaints : invoiceComplaints;
    return [...stopped, ...(await verdict(this.#backend, this.#before))];
  }

  #drafts(): Document[] {
    return this.#documents.filter(({ status }) => !['Posted', 'Processed', 'Cancelled'].includes(status));
  }

  async #set(documents: readonly Document[], values: (kind: Kind) => Readonly<Record<string, unknown>>): Promise<void> {
    for (const kind of kinds) {
      const some = documents.filter((document) => document.kind === kind);
      const changes = values(kind);
      await this.#backend.update(
        kind.object,
        some.map(({ id }) => ({ id, ...changes }))
      );
      const ids = new Set(some.map(({ id }) => id));
      const status = String(changes[kind.status]);
      this.#documents = this.#documents.map((each) => (ids.has(each.id) ? { ...each, status } : each));
    }
  }
}
