import fc from 'fast-check';

/** A document as the driver reads it; numbers are text, so that no cent is lost. */
export interface Posting {
  readonly id: string;
  readonly kind: 'INVOICE' | 'CREDIT_NOTE' | 'PAYMENT' | 'REFUND';
  readonly currency: string;
  readonly operation: 'CREATE' | 'CANCEL';
  readonly date: string;
  /** The day of the change, which counts where an earlier version is posted. */
  readonly changedOn?: string;
  readonly rate?: string;
  readonly total?: string;
  readonly fee?: string;
  readonly lines: readonly PostingLine[];
  readonly applications: readonly { readonly amount: string; readonly rate: string; readonly isWriteOff: boolean }[];
}

export interface PostingLine {
  readonly id: string;
  readonly amount: string;
  readonly tax?: string;
  readonly recognition: 'POINT_IN_TIME' | 'BY_MONTH' | 'BY_DAY';
  readonly from?: string;
  readonly to?: string;
}

export type Step =
  | { readonly kind: 'post'; readonly postings: readonly Posting[] }
  | { readonly kind: 'again' | 'summarise' | 'release' }
  | { readonly kind: 'period'; readonly month: number; readonly status: 'Open' | 'Soft Closed' | 'Closed' }
  | { readonly kind: 'recognise'; readonly date: string };

/** The documents of every world: kinds and currencies of two, no and three decimals. */
export const documents = [
  { id: 'INV-USD', kind: 'INVOICE', currency: 'USD' },
  { id: 'INV-EUR', kind: 'INVOICE', currency: 'EUR' },
  { id: 'INV-JPY', kind: 'INVOICE', currency: 'JPY' },
  { id: 'INV-KWD', kind: 'INVOICE', currency: 'KWD' },
  { id: 'CM-EUR', kind: 'CREDIT_NOTE', currency: 'EUR' },
  { id: 'PAY-EUR', kind: 'PAYMENT', currency: 'EUR' },
  { id: 'REF-KWD', kind: 'REFUND', currency: 'KWD' }
] as const;

/** Decimals of a currency, by ISO 4217. */
export const digitsOf = (currency: string): number => ({ JPY: 0, KWD: 3 })[currency] ?? 2;

const day = (offset: number): string => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
const dayOf2026 = fc.integer({ min: 0, max: 364 }).map(day);
const thousandths = (min: number, max: number) => fc.integer({ min, max }).map((amount) => (amount / 1000).toFixed(3));
const changedOn = fc.option(dayOf2026, { nil: undefined });
const rate = fc.integer({ min: 50, max: 20_000 }).map((tenThousandths) => (tenThousandths / 10_000).toFixed(4));

const line = fc
  .record({
    amount: fc.oneof({ weight: 4, arbitrary: thousandths(1, 5_000_000) }, thousandths(-200_000, 200_000)),
    tax: fc.option(thousandths(0, 900_000), { nil: undefined }),
    recognition: fc.constantFrom('POINT_IN_TIME', 'BY_MONTH', 'BY_MONTH', 'BY_DAY'),
    start: fc.integer({ min: 0, max: 364 }),
    length: fc.integer({ min: 0, max: 400 }),
    isDelivered: fc.boolean()
  })
  .map(({ amount, tax, recognition, start, length, isDelivered }): Omit<PostingLine, 'id'> => {
    const spread = recognition !== 'POINT_IN_TIME';
    return {
      amount,
      ...(tax !== undefined && { tax }),
      recognition,
      ...((spread || isDelivered) && { from: day(start) }),
      ...(spread && { to: day(start + length) })
    };
  });

const bill = (document: (typeof documents)[number]) =>
  fc
    .record({
      date: dayOf2026,
      changedOn,
      rate,
      // One version may be in another currency than the next.
      currency: fc.constantFrom(document.currency, document.currency, document.currency, 'EUR', 'JPY'),
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
      saysTotal: fc.boolean()
    })
    .map(({ date, changedOn, rate, currency, lines, saysTotal }): Posting => {
      const exact = lines.flatMap(({ amount, tax }) => [Number(amount), Number(tax ?? 0)]);
      const total = exact.reduce((a, b) => a + Math.round(b * 1000), 0) / 1000;
      return {
        ...document,
        currency,
        operation: 'CREATE',
        date,
        ...(changedOn && { changedOn }),
        rate,
        ...(saysTotal && { total: total.toFixed(3) }),
        lines: lines.map((one, i) => ({ ...one, id: `${document.id}-${i}` })),
        applications: []
      };
    });

const money = (document: (typeof documents)[number]) =>
  fc
    .record({
      date: dayOf2026,
      changedOn,
      rate,
      total: fc.integer({ min: 1, max: 500_000 }),
      fee: fc.integer({ min: 0, max: 99 }),
      applied: fc.array(fc.record({ share: fc.integer({ min: 1, max: 33 }), rate }), { maxLength: 3 }),
      writtenOff: fc.option(fc.record({ cents: fc.integer({ min: 1, max: 500 }), rate }), { nil: undefined })
    })
    .map(({ date, changedOn, rate, total, fee, applied, writtenOff }): Posting => {
      const isPayment = document.kind === 'PAYMENT';
      const amount = (cents: number) => (cents / 100).toFixed(2);
      return {
        ...document,
        operation: 'CREATE',
        date,
        ...(changedOn && { changedOn }),
        rate,
        total: amount(total),
        ...(isPayment && { fee: amount(Math.floor((total * fee) / 100)) }),
        lines: [],
        applications: [
          ...applied
            .map(({ share, rate }) => ({ cents: Math.floor((total * share) / 100), rate, isWriteOff: false }))
            .filter(({ cents }) => cents > 0),
          ...(isPayment && writtenOff ? [{ ...writtenOff, isWriteOff: true }] : [])
        ].map(({ cents, rate, isWriteOff }) => ({ amount: amount(cents), rate, isWriteOff }))
      };
    });

const cancelled = (document: (typeof documents)[number]) =>
  dayOf2026.map((date): Posting => ({ ...document, operation: 'CANCEL', date, lines: [], applications: [] }));

const posting = fc.constantFrom(...documents).chain((document) =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: document.kind === 'PAYMENT' || document.kind === 'REFUND' ? money(document) : bill(document)
    },
    { weight: 1, arbitrary: cancelled(document) }
  )
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .uniqueArray(posting, { minLength: 1, maxLength: 4, selector: ({ id }) => id })
      .map((postings): Step => ({ kind: 'post', postings }))
  },
  { weight: 1, arbitrary: fc.constantFrom<Step>({ kind: 'again' }, { kind: 'summarise' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'release' }) },
  {
    weight: 2,
    arbitrary: fc
      .record({
        month: fc.integer({ min: 1, max: 11 }),
        status: fc.constantFrom('Open' as const, 'Soft Closed' as const, 'Closed' as const)
      })
      .map((change): Step => ({ kind: 'period', ...change }))
  },
  { weight: 2, arbitrary: dayOf2026.map((date): Step => ({ kind: 'recognise', date })) }
);

/** A life of some documents: at most a dozen steps, each a transaction of its own. */
export const stepsArbitrary = fc.array(step, { minLength: 1, maxLength: 12 });
