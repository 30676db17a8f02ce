const OPEN_SUM = (condition: string) =>
  `(select coalesce(sum(e.remainingBaseCents), 0) from customerEntry e where e.customerNumber = c.number and e.open = 1${condition})`;

const OVERDUE = (from: number, to?: number) => {
  const younger = ` and e.dueDate <= date(w.today, '-${from} days')`;
  return OPEN_SUM(to === undefined ? younger : `${younger} and e.dueDate >= date(w.today, '-${to} days')`);
};

/** The documents of one kind with the ids a client refers by; `remainingCents` is in the document's currency. */
const DOCUMENTS = (kind: string) => `
select d.*, d.totalCents + d.taxCents as totalWithTaxCents, c.id as customerId, b.id as billToCustomerId, iif(d.currencyCode = w.baseCurrency, '', k.id) as currencyId, coalesce(t.id, '') as paymentTermsId, coalesce(o.number, '') as invoiceNumber,
  case when e.entryNo is null then 0 when e.remainingBaseCents = e.amountBaseCents then abs(e.amountCents)
    when e.remainingBaseCents = 0 then 0 else (abs(e.remainingBaseCents) * 2000000 + k.rateMicro) / (2 * k.rateMicro) end as remainingCents, coalesce(abs(e.remainingBaseCents), 0) as remainingBaseCents
from salesDocument d join customer c on c.number = d.customerNumber join customer b on b.number = d.billToCustomerNumber
join company w join currency k on k.code = d.currencyCode left join paymentTerm t on t.code = d.paymentTermsCode
left join salesDocument o on o.id = d.invoiceId left join customerEntry e on e.entryNo = d.entryNo where d.kind = '${kind}'`;

const LINES = (kind: string) => `
select l.*, d.number as documentNumber, coalesce(i.id, '') as itemId, coalesce(a.id, '') as accountId, l.amountCents - l.invoiceDiscountCents as netCents, l.amountCents - l.invoiceDiscountCents + l.taxCents as netWithTaxCents,
  cast(round(l.amountCents * l.taxPercent / 1e7) as integer) as lineTaxCents, l.amountCents + cast(round(l.amountCents * l.taxPercent / 1e7) as integer) as lineWithTaxCents
from salesLine l join salesDocument d on d.id = l.documentId
left join item i on l.lineType = 'Item' and i.number = l.objectNumber left join account a on l.lineType = 'Account' and a.number = l.objectNumber
where d.kind = '${kind}'`;

const JOURNALS = (template: string) => `
select j.*, coalesce(a.id, '') as balancingAccountId from journal j left join account a on a.number = j.balancingAccountNumber where j.template = '${template}'`;

const JOURNAL_LINES = (template: string) => `
select l.*, j.code as journalCode, coalesce(c.id, a.id, '') as accountId, coalesce(c.id, '') as customerId, coalesce(b.id, '') as balancingAccountId, coalesce(i.id, '') as appliesToInvoiceId
from journalLine l join journal j on j.id = l.journalId
left join customer c on l.accountType = 'Customer' and c.number = l.accountNumber
left join account a on l.accountType <> 'Customer' and a.number = l.accountNumber
left join account b on b.number = l.balancingAccountNumber
left join salesDocument i on i.kind = 'invoice' and i.number = l.appliesToInvoiceNumber where j.template = '${template}'`;

/**
 * The read model of the ledger: what a dialect selects from. A customer's aging follows its open entries by due date as of
 * the company's today: not yet due, 1–30, 31–60 and over 60 days; the four always add up to the balance.
 */
const VIEWS: Readonly<Record<string, string>> = {
  companyView: 'select * from company union all select * from otherCompany',
  customerView: `select c.*, iif(c.currencyCode = w.baseCurrency, '', k.id) as currencyId, coalesce(t.id, '') as paymentTermsId, w.today as agedAsOfDate,
    ${OPEN_SUM('')} as balanceCents, ${OVERDUE(1)} as overdueCents, ${OPEN_SUM(' and e.dueDate >= w.today')} as currentCents,
    ${OVERDUE(1, 30)} as overdue30Cents, ${OVERDUE(31, 60)} as overdue60Cents, ${OVERDUE(61)} as overdueOlderCents,
    (select coalesce(sum(e.amountBaseCents), 0) from customerEntry e where e.customerNumber = c.number and e.documentType in ('Invoice', 'Credit Memo'))
      - (select coalesce(sum(iif(d.kind = 'invoice', 1, -1) * ((d.taxCents * k3.rateMicro * 2 + 1000000) / 2000000)), 0) from salesDocument d join currency k3 on k3.code = d.currencyCode where d.billToCustomerNumber = c.number and d.entryNo <> 0) as salesCents,
    (select coalesce(sum(((d.totalCents + d.taxCents) * k2.rateMicro * 2 + 1000000) / 2000000), 0) from salesDocument d join currency k2 on k2.code = d.currencyCode where d.customerNumber = c.number and d.kind = 'order') as openOrderCents
    from customer c join company w join currency k on k.code = c.currencyCode left join paymentTerm t on t.code = c.paymentTermsCode`,
  contactView: `select c.*, coalesce(p.displayName, '') as companyName, case when coalesce(nullif(c.customerNumber, ''), p.customerNumber, '') = '' then 'None' else 'Customer' end as businessRelation,
    upper(c.displayName) as searchName from contact c left join contact p on p.number = c.companyNumber`,
  contactInformationView: `select c.id as contactId, c.number as contactNumber, c.displayName as contactName, c.type as contactType, u.id as relatedId, 'Customer' as relatedType, c.id as id, c.version as version
    from customer u join contact p on p.customerNumber = u.number join contact c on c.companyNumber = p.number or c.number = p.number`,
  itemView: `select i.*, (select coalesce(sum(s.quantity), 0) from stockEntry s where s.itemNumber = i.number) as inventory from item i`,
  stockEntryView: 'select *, 1 as version from stockEntry',
  accountView: `select a.*, (select coalesce(sum(g.amountBaseCents), 0) from glEntry g where g.accountNumber = a.number) as balanceCents from account a`,
  currencyView: 'select * from currency',
  paymentTermView: 'select * from paymentTerm',
  unitView: `select * from codeEntry where kind = 'unit'`,
  taxGroupView: `select * from codeEntry where kind = 'taxGroup'`,
  paymentMethodView: `select * from codeEntry where kind = 'paymentMethod'`,
  dimensionView: 'select * from dimension',
  dimensionValueView:
    'select v.*, d.id as dimensionId from dimensionValue v join dimension d on d.code = v.dimensionCode',
  dimensionSetLineView: `select s.*, d.id as dimensionId, d.displayName, v.id as valueId, v.displayName as valueDisplayName from dimensionSetLine s
    join dimension d on d.code = s.dimensionCode join dimensionValue v on v.dimensionCode = s.dimensionCode and v.code = s.valueCode`,
  periodView: `select month, month || '-01' as startingDate, closed from period`,
  salesOrderView: DOCUMENTS('order'),
  salesOrderLineView: LINES('order'),
  salesInvoiceView: DOCUMENTS('invoice'),
  salesInvoiceLineView: LINES('invoice'),
  salesShipmentView: DOCUMENTS('shipment'),
  salesShipmentLineView: LINES('shipment'),
  salesCreditMemoView: DOCUMENTS('creditMemo'),
  salesCreditMemoLineView: LINES('creditMemo'),
  paymentJournalView: JOURNALS('CASHRCPT'),
  paymentJournalLineView: JOURNAL_LINES('CASHRCPT'),
  generalJournalView: JOURNALS('GENERAL'),
  generalJournalLineView: JOURNAL_LINES('GENERAL'),
  glEntryView: `select g.*, a.id as accountId, max(g.amountBaseCents, 0) as debitCents, max(-g.amountBaseCents, 0) as creditCents, 1 as version from glEntry g join account a on a.number = g.accountNumber`,
  customerLedgerView: `select e.entryNo, e.dueDate, e.open, e.postingDate, e.documentDate, e.closedAtDate, t.entryNo as detailEntryNo, t.postingDate as detailPostingDate, t.ledgerEntryAmount, t.entryType, t.documentType,
    t.documentNumber, t.initialDueDate, t.amountBaseCents, t.customerNumber, t.appliedEntryNo, coalesce(d.number, '') as invoiceNumber, coalesce(d.paymentTermsCode, '') as invoicePaymentTermsCode
    from customerEntryDetail t join customerEntry e on e.entryNo = t.customerEntryNo left join salesDocument d on d.kind = 'invoice' and d.number = t.documentNumber`
};

/** Drops and creates every view, so that an older data file gets the present ones. */
export const VIEW_SCRIPT = Object.entries(VIEWS)
  .map(([name, body]) => `drop view if exists ${name}; create view ${name} as ${body};`)
  .join('\n');
