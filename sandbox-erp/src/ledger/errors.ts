/** What a business rule of the ledger refused, as data: a dialect words it the way its vendor does. Amounts are decimal text. */
export type Refusal =
  | { readonly kind: 'notFound'; readonly table: string; readonly field: string; readonly value: string }
  | { readonly kind: 'alreadyExists'; readonly table: string; readonly field: string; readonly value: string }
  | {
      readonly kind: 'invalidRelation';
      readonly table: string;
      readonly field: string;
      readonly value: string;
      readonly related: string;
    }
  | { readonly kind: 'customerBlocked'; readonly number: string; readonly blocked: string; readonly action: string }
  | { readonly kind: 'itemBlocked'; readonly number: string }
  | { readonly kind: 'accountBlocked'; readonly number: string }
  | { readonly kind: 'noDirectPosting'; readonly number: string }
  | { readonly kind: 'periodClosed'; readonly postingDate: string; readonly document: string }
  | { readonly kind: 'nothingToPost'; readonly document: string }
  | { readonly kind: 'outOfBalance'; readonly documentNumber: string; readonly amount: string }
  | { readonly kind: 'wrongSign'; readonly journal: string; readonly lineNumber: number }
  | { readonly kind: 'noOpenEntry'; readonly documentNumber: string; readonly customerNumber: string }
  | { readonly kind: 'hasEntries'; readonly table: string; readonly number: string }
  | { readonly kind: 'notEditable'; readonly document: string }
  | { readonly kind: 'alreadyPaid'; readonly number: string }
  | { readonly kind: 'required'; readonly table: string; readonly field: string }
  | { readonly kind: 'lineTypeUnsupported'; readonly lineType: string }
  | { readonly kind: 'negativeTotal'; readonly document: string }
  | { readonly kind: 'belowShipped'; readonly lineNumber: number; readonly documentNumber: string }
  | { readonly kind: 'alreadyShipped'; readonly documentNumber: string; readonly quantity: string }
  | { readonly kind: 'dimensionTaken' }
  | { readonly kind: 'noDimension'; readonly field: string; readonly table: string };

/** Thrown when a business rule refuses a write; the transaction around it is rolled back. Its message is a plain sentence. */
export class LedgerRefusal extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(describe(refusal));
    this.name = 'LedgerRefusal';
    this.refusal = refusal;
  }
}

/** Raises a refusal; returns never, so that it can end an expression. */
export function refuse(refusal: Refusal): never {
  throw new LedgerRefusal(refusal);
}

function describe(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'notFound':
      return `There is no ${refusal.table} with ${refusal.field} ${refusal.value}.`;
    case 'alreadyExists':
      return `A ${refusal.table} with ${refusal.field} ${refusal.value} already exists.`;
    case 'invalidRelation':
      return `${refusal.field} ${refusal.value} is not in the table ${refusal.related}.`;
    case 'customerBlocked':
      return `Customer ${refusal.number} is blocked (${refusal.blocked}). Unblock the customer, then try again.`;
    case 'itemBlocked':
      return `Item ${refusal.number} is blocked.`;
    case 'accountBlocked':
      return `Account ${refusal.number} is blocked.`;
    case 'noDirectPosting':
      return `Account ${refusal.number} is a control account, which only the ledger itself posts to.`;
    case 'periodClosed':
      return `${refusal.document} cannot be posted on ${refusal.postingDate}: that period is closed.`;
    case 'nothingToPost':
      return `${refusal.document} has nothing to post.`;
    case 'outOfBalance':
      return `Document ${refusal.documentNumber} is out of balance by ${refusal.amount}.`;
    case 'wrongSign':
      return `Line ${refusal.lineNumber} of journal ${refusal.journal}: money received is negative.`;
    case 'noOpenEntry':
      return `Customer ${refusal.customerNumber} has no open invoice ${refusal.documentNumber}.`;
    case 'hasEntries':
      return `${refusal.table} ${refusal.number} has entries or documents and cannot be deleted.`;
    case 'notEditable':
      return `The ${refusal.document} cannot be changed.`;
    case 'alreadyPaid':
      return `Invoice ${refusal.number} has payments or is already cancelled.`;
    case 'required':
      return `${refusal.field} of ${refusal.table} is missing.`;
    case 'lineTypeUnsupported':
      return `Lines of type ${refusal.lineType} are not supported.`;
    case 'negativeTotal':
      return `${refusal.document} has a negative total.`;
    case 'belowShipped':
      return `Line ${refusal.lineNumber} of ${refusal.documentNumber} cannot go below what is shipped.`;
    case 'alreadyShipped':
      return `${refusal.quantity} on order ${refusal.documentNumber} are shipped or invoiced; that part cannot be deleted.`;
    case 'dimensionTaken':
      return 'It has a value of that dimension already.';
    case 'noDimension':
      return `The ${refusal.field} is no ${refusal.table}.`;
  }
}
