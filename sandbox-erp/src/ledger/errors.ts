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
  | { readonly kind: 'negativeTotal'; readonly document: string };

/** Thrown when a business rule refuses a write; the transaction around it is rolled back. */
export class LedgerRefusal extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    const { kind, ...details } = refusal;
    super(`${kind}: ${JSON.stringify(details)}`);
    this.name = 'LedgerRefusal';
    this.refusal = refusal;
  }
}

/** Raises a refusal; returns never, so that it can end an expression. */
export function refuse(refusal: Refusal): never {
  throw new LedgerRefusal(refusal);
}
