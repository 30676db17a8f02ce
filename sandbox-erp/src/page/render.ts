import type { CustomerState, DocumentState, PaymentState, SandboxState, TrialBalanceState } from '../control/state.js';
import type { Fault } from '../faults/fault.js';
import { FAULT_KINDS } from '../faults/fault.js';
import type { Column } from './html.js';
import { action, escape, money, table } from './html.js';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';

export interface NamedCompany {
  readonly id: string;
  readonly displayName: string;
}

/** The sandbox's own page: what the books hold, with the few things a person may do to them. */
export function renderPage(state: SandboxState, faults: readonly Fault[], companies: readonly NamedCompany[]): string {
  const { company } = state;
  const sections = ['Customers', 'Orders', 'Invoices', 'Payments', 'Journal', 'Faults'];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(company.displayName)} – sandbox ERP</title><link rel="icon" href="data:,"><style>${STYLE}</style></head>
<body><header><h1>${escape(company.displayName)}</h1>
<p>Sandbox ERP · books in ${escape(company.currency)} · ${escape(company.today)}</p>
<nav aria-label="Sections">${sections.map((name) => `<a href="#${name.toLowerCase()}">${name}</a>`).join('')}</nav>${otherCompanies(company.id, companies)}</header>
<main>
${section('Customers', `${state.customers.length}`, customersTable(state.customers))}
${section('Orders', `${state.counts.orders} open`, ordersTable(state.orders))}
${section('Invoices', `${state.counts.invoices}`, invoicesTable(state.invoices, company.today))}
${section('Payments', `${state.counts.payments}`, paymentsTable(state.payments))}
${section('Journal', 'trial balance', journal(state))}
${section('Faults', `${faults.length} ordered`, faultsForm(faults))}
</main><div id="flash" role="status" aria-live="polite" hidden></div><script>${SCRIPT}</script></body></html>`;
}

function otherCompanies(shown: string, companies: readonly NamedCompany[]): string {
  const links = companies
    .filter(({ id }) => id !== shown)
    .map(({ id, displayName }) => `<a href="/?company=${escape(id)}">${escape(displayName)}</a>`);
  return `<nav aria-label="Other companies">${links.join('')}</nav>`;
}

function section(title: string, note: string, content: string): string {
  const id = title.toLowerCase();
  return `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title} <small>${escape(note)}</small></h2>${content}</section>`;
}

function customersTable(customers: readonly CustomerState[]): string {
  const columns: Column<CustomerState>[] = [
    {
      title: 'Customer',
      cell: ({ number, displayName, blocked }) =>
        `<span><span class="name">${escape(displayName)}</span><span class="sub">${escape(number)}${blocked ? ` · <span class="tag blocked">Blocked: ${escape(blocked)}</span>` : ''}</span></span>`
    },
    { title: 'Balance', kind: 'number', cell: ({ balance }) => money(balance) },
    {
      title: 'Past due',
      kind: 'number',
      cell: ({ pastDue }) => `<span class="${pastDue > 0 ? 'bad' : 'none'}">${money(pastDue)}</span>`
    },
    { title: 'Open orders', kind: 'number', cell: ({ openOrders }) => money(openOrders) },
    {
      title: 'Credit limit',
      kind: 'number',
      cell: ({ creditLimit }) => (creditLimit === 0 ? '<span class="none">none</span>' : money(creditLimit))
    },
    {
      title: '',
      kind: 'wide',
      cell: ({ number, displayName, blocked }) => {
        const path = `/sandbox/customers/${encodeURIComponent(number)}`;
        const verb = blocked ? 'Unblock' : 'Block';
        const label = `${verb}<span class="visually-hidden"> ${escape(displayName)}</span>`;
        return action(`${path}/${verb.toLowerCase()}`, label, `${displayName} is ${verb.toLowerCase()}ed.`, '', true);
      }
    }
  ];
  return table('Customers', columns, customers, 'No customers yet.');
}

function documentCell(document: DocumentState): string {
  const lines = document.lines
    .map((line) => `${line.quantity} × ${escape(line.description)} at ${money(line.unitPrice)}`)
    .join('<br>');
  const reference = document.externalDocumentNumber ? ` · ${escape(document.externalDocumentNumber)}` : '';
  return `<span><span class="name">${escape(document.number)}${reference}</span><span class="lines">${lines || 'no lines'}</span></span>`;
}

const date = (day: string) => `<span class="date">${escape(day)}</span>`;

const total = (document: DocumentState) =>
  `<span>${money(document.total)} <span class="none">${escape(document.currency)}</span></span>`;

function ordersTable(orders: readonly DocumentState[]): string {
  const columns: Column<DocumentState>[] = [
    { title: 'Order', cell: documentCell },
    { title: 'Customer', cell: ({ customerName }) => escape(customerName) },
    { title: 'Date', cell: ({ documentDate }) => date(documentDate) },
    { title: 'Total', kind: 'number', cell: total },
    {
      title: '',
      kind: 'wide',
      cell: ({ number }) =>
        action(
          `/sandbox/orders/${encodeURIComponent(number)}/shipAndInvoice`,
          `Ship and invoice<span class="visually-hidden"> order ${escape(number)}</span>`,
          `Order ${number} is shipped and invoiced as {invoiceNumber}.`
        )
    }
  ];
  return table(
    'Open sales orders',
    columns,
    orders,
    'No open orders. One that is shipped and invoiced disappears here.'
  );
}

function invoiceTag({ status, dueDate }: DocumentState, today: string): string {
  if (status === 'Open' && dueDate < today) return '<span class="tag late">Past due</span>';
  const kind = status === 'Open' ? 'open' : status === 'Paid' ? 'paid' : 'draft';
  return `<span class="tag ${kind}">${escape(status)}</span>`;
}

function invoicesTable(invoices: readonly DocumentState[], today: string): string {
  const columns: Column<DocumentState>[] = [
    { title: 'Invoice', cell: documentCell },
    { title: 'Customer', cell: ({ customerName }) => escape(customerName) },
    { title: 'Due', cell: ({ dueDate }) => date(dueDate) },
    { title: 'Status', cell: (invoice) => invoiceTag(invoice, today) },
    { title: 'Total', kind: 'number', cell: total },
    { title: 'Remaining', kind: 'number', cell: ({ remaining }) => money(remaining) },
    { title: '', kind: 'wide', cell: (invoice) => (invoice.status === 'Open' ? paymentForm(invoice) : '') }
  ];
  return table('Invoices', columns, invoices, 'No invoices yet.');
}

function paymentForm({ number, customerNumber, remainingBase }: DocumentState): string {
  const hidden = (name: string, value: string) => `<input type="hidden" name="${name}" value="${escape(value)}">`;
  const amount = `<input class="amount" name="amount" type="number" step="0.01" min="0.01" required value="${remainingBase.toFixed(2)}" aria-label="Amount paid on invoice ${escape(number)}">`;
  const fields = hidden('customerNumber', customerNumber) + hidden('applyToInvoice', number) + amount;
  const label = `Take payment<span class="visually-hidden"> for invoice ${escape(number)}</span>`;
  return action(
    '/sandbox/payments',
    label,
    `Payment {documentNumber} of {amount} is posted on invoice ${number}.`,
    fields
  );
}

function paymentsTable(payments: readonly PaymentState[]): string {
  const columns: Column<PaymentState>[] = [
    { title: 'Payment', cell: ({ number }) => `<span class="name">${escape(number)}</span>` },
    { title: 'Customer', cell: ({ customerNumber }) => escape(customerNumber) },
    { title: 'Date', cell: ({ postingDate }) => date(postingDate) },
    {
      title: 'Applied to',
      cell: ({ appliedTo }) =>
        appliedTo.map(({ invoice, amount }) => `${escape(invoice)} (${money(amount)})`).join(', ') ||
        '<span class="none">nothing</span>'
    },
    { title: 'Amount', kind: 'number', cell: ({ amount }) => money(amount) },
    { title: 'Not applied', kind: 'number', cell: ({ unapplied }) => money(unapplied) }
  ];
  return table('Payments', columns, payments, 'No payments yet.');
}

function journal({ trialBalance, periods }: SandboxState): string {
  const columns: Column<TrialBalanceState>[] = [
    {
      title: 'Account',
      cell: ({ account, name }) =>
        `<span><span class="name">${escape(name)}</span><span class="sub">${escape(account)}</span></span>`
    },
    { title: 'Debit', kind: 'number', cell: ({ debit }) => money(debit) },
    { title: 'Credit', kind: 'number', cell: ({ credit }) => money(credit) },
    { title: 'Balance', kind: 'number', cell: ({ debit, credit }) => money(debit - credit) }
  ];
  const sum = (pick: (line: TrialBalanceState) => number) => trialBalance.reduce((all, line) => all + pick(line), 0);
  const [debit, credit] = [sum((line) => line.debit), sum((line) => line.credit)];
  const balanced = money(debit) === money(credit);
  const verdict = balanced ? '<span class="good">balanced</span>' : '<span class="bad">out of balance</span>';
  const foot = `<tr><td data-label="">Total, ${verdict}</td><td class="number" data-label="Debit">${money(debit)}</td><td class="number" data-label="Credit">${money(credit)}</td><td class="number" data-label="Balance">${money(debit - credit)}</td></tr>`;
  const months = periods.map(({ month, closed }) =>
    closed
      ? action(`/sandbox/periods/${month}/open`, `${month} closed – open`, `Period ${month} is open.`, '', true)
      : action(`/sandbox/periods/${month}/close`, `${month} open – close`, `Period ${month} is closed.`, '', true)
  );
  return `${table('Trial balance', columns, trialBalance, 'No accounts.', foot)}<details><summary>Posting periods</summary><div class="months">${months.join('')}</div></details>`;
}

function faultsForm(faults: readonly Fault[]): string {
  const columns: Column<Fault>[] = [
    {
      title: 'Route',
      cell: ({ method, route }) => `<span class="name">${escape(`${method ?? 'any'} ${route}`)}</span>`
    },
    { title: 'Kind', cell: ({ kind, status }) => escape(status === undefined ? kind : `${kind} ${status}`) },
    { title: 'Times left', kind: 'number', cell: ({ times }) => String(times) }
  ];
  const kinds = FAULT_KINDS.map((kind) => `<option>${kind}</option>`).join('');
  const clear =
    faults.length === 0
      ? ''
      : '<form data-post="/sandbox/faults" data-method="DELETE" data-done="All faults are cleared."><button class="quiet">Clear all</button></form>';
  return `<p class="hint">Make the next requests fail on purpose. A route is a glob over the path, such as <code>salesOrders</code> or <code>$batch</code>.</p>
${table('Ordered faults', columns, faults, 'None ordered: every request is answered normally.')}
<form class="fields" data-post="/sandbox/faults" data-done="The fault on {route} is ordered.">
<label>Method<select name="method"><option value="">any</option><option>GET</option><option selected>POST</option><option>PATCH</option><option>DELETE</option></select></label>
<label>Route<input name="route" required value="salesOrders"></label>
<label>Kind<select name="kind">${kinds}</select></label>
<label>Status<input name="status" type="number" min="100" max="599" placeholder="503"></label>
<label>Retry-After, s<input name="retryAfter" type="number" min="0"></label>
<label>Delay, ms<input name="delayMs" type="number" min="0"></label>
<label>Times<input name="times" type="number" min="1" value="1"></label>
<button>Order fault</button></form>${clear}`;
}
