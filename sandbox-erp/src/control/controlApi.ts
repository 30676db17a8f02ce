import type { Companies } from '../companies.js';
import type { FaultDesk } from '../faults/faultDesk.js';
import type { HttpReply, HttpRequest } from '../http.js';
import { CENTS_SCALE, parseScaled } from '../ledger/amounts.js';
import { LedgerRefusal } from '../ledger/errors.js';
import type { Ledger } from '../ledger/ledger.js';
import type { SeedName } from '../seed/seed.js';
import { SEED_NAMES } from '../seed/seed.js';
import { findDocuments, readState } from './state.js';

/** What was asked of the control API cannot be done; the message says why. */
class ControlError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

type Handler = (ledger: Ledger, request: HttpRequest, parameters: readonly string[]) => unknown;

interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly handle: Handler;
}

/**
 * The JSON API under /sandbox that people, tests and the page steer the sandbox with; it needs no token. `?company=` names the
 * company; absent: the first one.
 */
export class ControlApi {
  readonly #companies: Companies;
  readonly #faults: FaultDesk;
  readonly #routes: readonly Route[];

  constructor(companies: Companies, faults: FaultDesk) {
    this.#companies = companies;
    this.#faults = faults;
    this.#routes = [
      route('GET', '/sandbox/state', (ledger, request) => readState(ledger, wholeOf(request.query.get('limit')))),
      route('GET', '/sandbox/orders', (ledger, request) =>
        findDocuments(ledger, request.query.get('externalDocumentNumber') ?? '')
      ),
      route('POST', '/sandbox/orders/{}/shipAndInvoice', (ledger, _, [number = '']) =>
        this.#shipAndInvoice(ledger, number)
      ),
      route('POST', '/sandbox/payments', (ledger, request) => this.#receive(ledger, objectOf(request))),
      route('POST', '/sandbox/customers/{}/block', (ledger, request, [number = '']) =>
        this.#block(ledger, number, objectOf(request)['blocked'] ?? 'All')
      ),
      route('POST', '/sandbox/customers/{}/unblock', (ledger, _, [number = '']) => this.#block(ledger, number, '')),
      route('POST', '/sandbox/periods/{}/close', (ledger, _, [month = '']) => this.#setPeriod(ledger, month, true)),
      route('POST', '/sandbox/periods/{}/open', (ledger, _, [month = '']) => this.#setPeriod(ledger, month, false)),
      route('POST', '/sandbox/reset', (ledger, request) => this.#reset(ledger, objectOf(request)['seed'] ?? 'demo')),
      route('GET', '/sandbox/faults', () => ({ faults: faults.list() })),
      route('POST', '/sandbox/faults', (_, request) => this.#orderFault(objectOf(request))),
      route('DELETE', '/sandbox/faults', () => this.#clearFaults())
    ];
  }

  handle(request: HttpRequest): HttpReply {
    try {
      for (const { method, path, handle } of this.#routes) {
        const match = path.exec(request.path);
        if (match && method === request.method) {
          return { status: 200, body: handle(this.#ledgerOf(request), request, match.slice(1)) };
        }
      }
      throw new ControlError(404, `There is no ${request.method} ${request.path} in the control API.`);
    } catch (error) {
      if (error instanceof ControlError) return { status: error.status, body: { error: error.message } };
      if (error instanceof LedgerRefusal) {
        return { status: error.refusal.kind === 'notFound' ? 404 : 409, body: { error: error.message } };
      }
      throw error;
    }
  }

  #ledgerOf(request: HttpRequest): Ledger {
    const id = request.query.get('company');
    const company = id ? this.#companies.byId(id) : this.#companies.first;
    if (!company) throw new ControlError(404, `There is no company ${id}.`);
    return company.ledger;
  }

  #shipAndInvoice(ledger: Ledger, number: string) {
    const order = ledger.salesDocuments.byNumber('order', number);
    if (!order) throw new ControlError(404, `There is no open order ${number}.`);
    return ledger.salesPosting.shipAndInvoice(order.id);
  }

  #receive(ledger: Ledger, body: Readonly<Record<string, unknown>>) {
    const { customerNumber, amount, applyToInvoice } = body;
    const text = typeof amount === 'number' || typeof amount === 'string' ? String(amount) : '';
    const amountCents = parseScaled(text, CENTS_SCALE) ?? 0;
    if (amountCents <= 0) throw new ControlError(400, 'The amount of a payment must be greater than zero.');
    const { documentNumber, appliedCents } = ledger.payments.receive({
      customerNumber: typeof customerNumber === 'string' ? customerNumber : '',
      amountCents,
      ...(typeof applyToInvoice === 'string' && applyToInvoice !== '' ? { applyToInvoice } : {})
    });
    return { documentNumber, applied: appliedCents / 100 };
  }

  #block(ledger: Ledger, number: string, blocked: unknown) {
    const customer = ledger.customers.require(number);
    if (blocked !== '' && blocked !== 'Ship' && blocked !== 'Invoice' && blocked !== 'All') {
      throw new ControlError(400, 'blocked must be Ship, Invoice or All.');
    }
    ledger.customers.update(customer.id, { blocked });
    return { customerNumber: number, blocked };
  }

  #setPeriod(ledger: Ledger, month: string, closed: boolean) {
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new ControlError(400, 'A period is written yyyy-mm.');
    ledger.periods.setClosed(month, closed);
    return { month, closed };
  }

  #reset(ledger: Ledger, seed: unknown) {
    if (typeof seed !== 'string' || !SEED_NAMES.includes(seed)) {
      throw new ControlError(400, `seed must be one of ${SEED_NAMES.join(', ')}.`);
    }
    this.#faults.clear();
    this.#companies.reset(ledger, seed as SeedName);
    return { seed };
  }

  #orderFault(body: Readonly<Record<string, unknown>>) {
    try {
      return this.#faults.order(body);
    } catch (error) {
      if (error instanceof RangeError) throw new ControlError(400, error.message);
      throw error;
    }
  }

  #clearFaults() {
    this.#faults.clear();
    return { faults: [] };
  }
}

function route(method: string, pattern: string, handle: Handler): Route {
  return { method, path: new RegExp(`^${pattern.replaceAll('{}', '([^/]+)')}$`), handle };
}

function objectOf(request: HttpRequest): Readonly<Record<string, unknown>> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(request.body || '{}');
  } catch {
    throw new ControlError(400, 'The body is not valid JSON.');
  }
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
  throw new ControlError(400, 'The body must be one JSON object.');
}

function wholeOf(text: string | undefined): number | undefined {
  if (!text) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new ControlError(400, `${text} is no number of documents.`);
  return Number(text);
}
