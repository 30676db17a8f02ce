/**
 * The tables of one company's books. Money is integer cents (…Cents; …BaseCents is the company's own currency), quantities,
 * unit prices and percentages are integers with five decimals, days are yyyy-mm-dd, moments ISO 8601 UTC. `version` counts
 * the changes of a row (it becomes a dialect's ETag). A dialect reads the views, never the tables.
 */
const TRACKED = `lastModified text not null, version integer not null default 1`;

const ADDRESS = (prefix: string) =>
  ['AddressLine1', 'AddressLine2', 'City', 'State', 'Country', 'PostCode']
    .map((part) => `${prefix}${part} text not null default ''`)
    .join(', ');

export const TABLES = `
create table if not exists company (id text primary key, name text not null, displayName text not null, baseCurrency text not null, today text not null, ${TRACKED});
create table if not exists otherCompany (id text primary key, name text not null, displayName text not null, baseCurrency text not null, today text not null, ${TRACKED});
create table if not exists numberSeries (code text primary key, prefix text not null, next integer not null, width integer not null) without rowid;
create table if not exists currency (code text primary key, id text not null unique, displayName text not null, symbol text not null, rateMicro integer not null, ${TRACKED}) without rowid;
create table if not exists paymentTerm (code text primary key, id text not null unique, displayName text not null, dueDateCalculation text not null, ${TRACKED}) without rowid;
create table if not exists period (month text primary key, closed integer not null default 0) without rowid;
create table if not exists account (number text primary key, id text not null unique, displayName text not null, category text not null, subCategory text not null, blocked integer not null default 0, directPosting integer not null, ${TRACKED}) without rowid;
create table if not exists customer (
  number text primary key, id text not null unique, displayName text not null, type text not null default 'Company',
  addressLine1 text not null default '', addressLine2 text not null default '', city text not null default '', state text not null default '', country text not null default '', postCode text not null default '',
  phoneNumber text not null default '', email text not null default '', website text not null default '', salesperson text not null default '',
  creditLimitCents integer not null default 0, taxLiable integer not null default 0, taxRegistrationNumber text not null default '',
  currencyCode text not null, paymentTermsCode text not null default '', blocked text not null default '', ${TRACKED}) without rowid;
create table if not exists contact (
  number text primary key, id text not null unique, type text not null default 'Company', displayName text not null, jobTitle text not null default '',
  companyNumber text not null default '', customerNumber text not null default '',
  addressLine1 text not null default '', addressLine2 text not null default '', city text not null default '', state text not null default '', country text not null default '', postCode text not null default '',
  phoneNumber text not null default '', mobilePhoneNumber text not null default '', email text not null default '', website text not null default '',
  privacyBlocked integer not null default 0, taxRegistrationNumber text not null default '', ${TRACKED}) without rowid;
create index if not exists contactByCompany on contact (companyNumber);
create index if not exists contactByCustomer on contact (customerNumber);
create table if not exists item (
  number text primary key, id text not null unique, displayName text not null, type text not null, blocked integer not null default 0,
  gtin text not null default '', unitPrice integer not null default 0, unitCost integer not null default 0, unitOfMeasureCode text not null default 'PCS', taxGroupCode text not null default '', ${TRACKED}) without rowid;
create table if not exists stockEntry (
  entryNo integer primary key, id text not null unique, itemNumber text not null references item (number), postingDate text not null, entryType text not null,
  documentType text not null, documentNumber text not null, sourceNumber text not null default '', description text not null default '',
  quantity integer not null, salesBaseCents integer not null default 0, costBaseCents integer not null default 0, lastModified text not null);
create index if not exists stockByItem on stockEntry (itemNumber, quantity);
create table if not exists salesDocument (
  id text primary key, kind text not null, number text not null, status text not null, externalDocumentNumber text not null default '', customerReference text not null default '',
  documentDate text not null, postingDate text not null, dueDate text not null, requestedDeliveryDate text not null,
  customerNumber text not null references customer (number), customerName text not null,
  billToCustomerNumber text not null references customer (number), billToName text not null, shipToName text not null, shipToContact text not null default '',
  ${ADDRESS('sellTo')}, ${ADDRESS('billTo')}, ${ADDRESS('shipTo')},
  currencyCode text not null, paymentTermsCode text not null, salesperson text not null default '', phoneNumber text not null default '', email text not null default '',
  partialShipping integer not null default 1, fullyShipped integer not null default 0,
  discountCents integer not null default 0, totalCents integer not null default 0, taxCents integer not null default 0,
  orderId text not null default '', orderNumber text not null default '', invoiceId text not null default '', entryNo integer not null default 0, ${TRACKED}, unique (kind, number));
create index if not exists documentByExternal on salesDocument (kind, externalDocumentNumber);
create index if not exists documentByCustomer on salesDocument (customerNumber, kind);
create index if not exists documentByOrder on salesDocument (kind, orderNumber);
create index if not exists documentByChange on salesDocument (kind, lastModified);
create index if not exists documentByEntry on salesDocument (entryNo);
create table if not exists salesLine (
  id text primary key, documentId text not null references salesDocument (id) on delete cascade, sequence integer not null, lineType text not null, objectNumber text not null default '',
  description text not null default '', description2 text not null default '', unitOfMeasureCode text not null default '',
  quantity integer not null default 0, unitPrice integer not null default 0, discountPercent integer not null default 0, discountCents integer not null default 0,
  amountCents integer not null default 0, invoiceDiscountCents integer not null default 0, shipmentDate text not null, taxCode text not null default '', taxPercent integer not null default 0, taxCents integer not null default 0,
  shippedQuantity integer not null default 0, invoicedQuantity integer not null default 0, shipQuantity integer not null default 0, invoiceQuantity integer not null default 0, ${TRACKED}, unique (documentId, sequence));
create table if not exists journal (id text primary key, template text not null, code text not null, displayName text not null, balancingAccountNumber text not null default '', ${TRACKED}, unique (template, code));
create table if not exists journalLine (
  id text primary key, journalId text not null references journal (id) on delete cascade, lineNumber integer not null, documentType text not null, accountType text not null, accountNumber text not null,
  postingDate text not null, documentNumber text not null, externalDocumentNumber text not null default '', amountCents integer not null default 0, appliesToInvoiceNumber text not null default '',
  description text not null default '', comment text not null default '', taxCode text not null default '', balancingAccountNumber text not null default '', ${TRACKED}, unique (journalId, lineNumber));
create table if not exists glEntry (
  entryNo integer primary key, id text not null unique, transactionNo integer not null, postingDate text not null, documentType text not null, documentNumber text not null,
  accountNumber text not null references account (number), amountBaseCents integer not null, description text not null default '', lastModified text not null);
create index if not exists glByAccount on glEntry (accountNumber, amountBaseCents);
create index if not exists glByTransaction on glEntry (transactionNo, amountBaseCents);
create table if not exists customerEntry (
  entryNo integer primary key, id text not null unique, transactionNo integer not null, customerNumber text not null references customer (number), documentType text not null, documentNumber text not null,
  externalDocumentNumber text not null default '', postingDate text not null, documentDate text not null, dueDate text not null, description text not null default '', currencyCode text not null,
  amountCents integer not null, amountBaseCents integer not null, remainingBaseCents integer not null, open integer not null, closedAtDate text not null, lastModified text not null);
create index if not exists entryByCustomer on customerEntry (customerNumber, open, dueDate, remainingBaseCents);
create index if not exists entryByDocument on customerEntry (documentType, documentNumber);
create table if not exists customerEntryDetail (
  entryNo integer primary key, customerEntryNo integer not null references customerEntry (entryNo), entryType text not null, postingDate text not null, documentType text not null, documentNumber text not null,
  customerNumber text not null, amountBaseCents integer not null, initialDueDate text not null, appliedEntryNo integer not null default 0, ledgerEntryAmount integer not null);
create index if not exists detailByEntry on customerEntryDetail (customerEntryNo);
create index if not exists detailByCustomer on customerEntryDetail (customerNumber);
create table if not exists codeEntry (kind text not null, code text not null, id text not null unique, displayName text not null, taxPercent integer not null default 0, ${TRACKED}, primary key (kind, code)) without rowid;
create table if not exists dimension (code text primary key, id text not null unique, displayName text not null, ${TRACKED}) without rowid;
create table if not exists dimensionValue (dimensionCode text not null references dimension (code), code text not null, id text not null unique, displayName text not null, ${TRACKED}, primary key (dimensionCode, code)) without rowid;
create table if not exists dimensionSetLine (parentId text not null, dimensionCode text not null, valueCode text not null, version integer not null default 1, primary key (parentId, dimensionCode)) without rowid;
create trigger if not exists dimensionsOfLine after delete on journalLine begin delete from dimensionSetLine where parentId = old.id; end;
`;

const NUMBER = 'integer not null default 0';

/** Columns that tables of an earlier version lack: table, column, what it holds. */
export const LATER_COLUMNS = [
  ['item', 'taxGroupCode', `text not null default ''`],
  ['salesDocument', 'taxCents', NUMBER],
  ['salesLine', 'taxPercent', NUMBER],
  ['salesLine', 'taxCents', NUMBER],
  ['codeEntry', 'taxPercent', NUMBER]
] as const;
