/** What the sandbox ERP's control interface tells about its ledger. Money in the company's currency, as numbers with cents. */
export interface LedgerState {
  readonly customers: readonly {
    readonly number: string;
    readonly displayName: string;
    readonly balance: number;
    readonly pastDue: number;
    readonly openOrders: number;
    readonly creditLimit: number;
  }[];
  readonly orders: readonly LedgerOrder[];
  readonly invoices: readonly {
    readonly number: string;
    readonly orderNumber: string;
    readonly externalDocumentNumber: string;
    readonly status: string;
    readonly total: number;
    readonly remaining: number;
  }[];
  readonly trialBalance: readonly { readonly account: string; readonly debit: number; readonly credit: number }[];
}

export interface LedgerOrder {
  readonly number: string;
  readonly externalDocumentNumber: string;
  readonly customerNumber: string;
  readonly documentDate: string;
  readonly total: number;
  readonly lines: readonly {
    readonly number: string;
    readonly quantity: number;
    readonly unitPrice: number;
    readonly amount: number;
  }[];
}

export interface Fault {
  readonly method?: string;
  readonly route: string;
  readonly kind: string;
  readonly status?: number;
  readonly retryAfter?: number;
  readonly delayMs?: number;
  readonly body?: string;
  readonly times?: number;
}

/** The person at the ERP: what tests do there and read from there, over the sandbox ERP's control interface. */
export class ErpDesk {
  readonly url: string;
  readonly companyId: string | undefined;

  /** @param companyId absent: the ERP's first company */
  constructor(url: string, companyId?: string) {
    this.url = url;
    this.companyId = companyId;
  }

  /** The same desk at another company of the ERP. */
  at(companyId: string): ErpDesk {
    return new ErpDesk(this.url, companyId);
  }

  async #send<R>(method: string, path: string, body?: unknown): Promise<R> {
    const query = this.companyId === undefined ? '' : `${path.includes('?') ? '&' : '?'}company=${this.companyId}`;
    const response = await fetch(`${this.url}/sandbox/${path}${query}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as R;
  }

  /** @param limit how many of the newest documents; absent: those a person would look at */
  state(limit?: number): Promise<LedgerState> {
    return this.#send('GET', limit === undefined ? 'state' : `state?limit=${limit}`);
  }

  async customer(number: string): Promise<LedgerState['customers'][number]> {
    const found = (await this.state()).customers.find((customer) => customer.number === number);
    if (!found) throw new Error(`The ledger has no customer ${number}.`);
    return found;
  }

  shipAndInvoice(orderNumber: string): Promise<void> {
    return this.#send('POST', `orders/${orderNumber}/shipAndInvoice`);
  }

  takePayment(customerNumber: string, amount: number, applyToInvoice: string): Promise<void> {
    return this.#send('POST', 'payments', { customerNumber, amount, applyToInvoice });
  }

  block(customerNumber: string): Promise<void> {
    return this.#send('POST', `customers/${customerNumber}/block`);
  }

  unblock(customerNumber: string): Promise<void> {
    return this.#send('POST', `customers/${customerNumber}/unblock`);
  }

  /** Rows of an entity set of the vendor's own API, such as `salesInvoices?$filter=…`. */
  async rows(path: string): Promise<Record<string, unknown>[]> {
    return ((await this.#api('GET', path)) as { value: Record<string, unknown>[] }).value;
  }

  /** Changes a row of an entity set, such as `salesOrderLines(<id>)`, as somebody at the ERP would. */
  async change(path: string, values: Record<string, unknown>): Promise<void> {
    await this.#api('PATCH', path, values);
  }

  /** The vendor's own API, below the first company. */
  async #api(method: string, path: string, body?: unknown): Promise<unknown> {
    const client = { client_id: 'handoff-demo', client_secret: 'sandbox-secret', grant_type: 'client_credentials' };
    const signedIn = await fetch(`${this.url}/demo/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams(client)
    });
    const { access_token: token } = (await signedIn.json()) as { access_token: string };
    const root = `${this.url}/v2.0/demo/sandbox/api/v2.0`;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': '*' };
    const companies = (await (await fetch(`${root}/companies`, { headers })).json()) as { value: { id: string }[] };
    const response = await fetch(`${root}/companies(${companies.value[0]?.id ?? ''})/${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  fault(fault: Fault): Promise<void> {
    return this.#send('POST', 'faults', fault);
  }

  /** Those that have not struck yet. */
  async faults(): Promise<readonly Fault[]> {
    return (await this.#send<{ readonly faults: readonly Fault[] }>('GET', 'faults')).faults;
  }

  clearFaults(): Promise<void> {
    return this.#send('DELETE', 'faults');
  }
}
