import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PropertyOrg } from '../property-org.js';
import { runs } from '../runs.js';
import type { BookLine, Books } from './books.js';
import { digitsOf, documents, stepsArbitrary, type Posting, type Step } from './steps.js';

const { parameters, report } = runs('LEDGER', 60);

let org: PropertyOrg;
beforeAll(async () => {
  org = await PropertyOrg.open(import.meta.dirname);
}, 300_000);
afterAll(() => org?.close());

/** Whole ten-thousandths of an amount in thousandths, to the cent of its currency, half away from zero. */
function rounded(thousandths: number, currency: string): number {
  const cent = 10 ** (4 - digitsOf(currency));
  const whole = thousandths * 10;
  return Math.sign(whole) * Math.floor(Math.abs(whole) / cent + 0.5) * cent + 0;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Sums of lines that share a name. */
function totals(lines: readonly BookLine[], name: (line: BookLine) => string): Map<string, readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>();
  for (const line of lines) {
    const [amount, base] = found.get(name(line)) ?? [0, 0];
    found.set(name(line), [amount + line.amount, base + line.base]);
  }
  return found;
}

const expectZero = (found: Map<string, readonly [number, number]>, what: string): void =>
  expect(
    [...found].filter(([, [amount, base]]) => amount !== 0 || base !== 0),
    what
  ).toEqual([]);

/** One set of books, and what the test knows of it without asking. */
class World {
  readonly connection: string;
  readonly #versions = new Map<string, number>();
  /** What stands in the books of a document, and what is held of it. */
  readonly #standing = new Map<string, Posting>();
  readonly #held = new Map<string, Posting>();
  readonly #periods = new Map<number, string>();
  /** Sums of a period when it was closed. */
  readonly #closed = new Map<number, string>();

  constructor(connection: string) {
    this.connection = connection;
  }

  step(step: Step): void {
    switch (step.kind) {
      case 'post':
        return this.post(step.postings);
      case 'again':
        return this.again();
      case 'period':
        return this.setPeriod(step.month, step.status);
      case 'recognise':
        return org.ask('LedgerWorld.recognise', this.connection, step.date);
      case 'summarise':
        return org.ask('LedgerWorld.summarise', this.connection);
      case 'release':
        return this.release();
    }
  }

  post(postings: readonly Posting[]): void {
    const sent = postings.map((posting) => {
      const version = (this.#versions.get(posting.id) ?? 0) + 1;
      this.#versions.set(posting.id, version);
      return { ...posting, version };
    });
    const results = this.send(sent);
    sent.forEach((posting, i) => this.note(posting, results[i] ?? ''));
  }

  /** What was posted before is given once more: nothing may come of it. */
  again(): void {
    const sent = [...this.#standing.values()].map((posting) => ({
      ...posting,
      version: this.#versions.get(posting.id) ?? 1
    }));
    for (const result of this.send(sent)) expect(result).toBe('UNCHANGED');
  }

  private send(postings: readonly object[]): string[] {
    return org.ask<string[]>('LedgerWorld.post', this.connection, JSON.stringify(postings));
  }

  private note(posting: Posting, result: string): void {
    const isChange = this.#standing.has(posting.id) && posting.changedOn !== undefined;
    const day = isChange && posting.changedOn! > posting.date ? posting.changedOn! : posting.date;
    const open = (this.#periods.get(Number(day.slice(5, 7))) ?? 'Open') === 'Open';
    if (posting.operation === 'CANCEL' || comesToNothing(posting)) {
      expect(['POSTED', 'UNCHANGED']).toContain(result);
      this.#standing.delete(posting.id);
      this.#held.delete(posting.id);
      return;
    }
    expect(result.split(' ')[0], `${day} is ${open ? 'open' : 'closed'}`).toBe(open ? 'POSTED' : 'HELD');
    this.#held.delete(posting.id);
    (open ? this.#standing : this.#held).set(posting.id, posting);
  }

  private release(): void {
    const results = org.ask<string[]>('LedgerWorld.release', this.connection);
    expect(results.sort()).toEqual([...this.#held.keys()].map((id) => `${id} POSTED`).sort());
    for (const [id, posting] of this.#held) this.#standing.set(id, posting);
    this.#held.clear();
  }

  private setPeriod(month: number, status: string): void {
    if (this.#periods.get(month) === 'Closed') return;
    org.ask('LedgerWorld.setPeriod', this.connection, month, status);
    this.#periods.set(month, status);
    if (status === 'Closed') this.#closed.set(month, inPeriod(this.books(), month));
  }

  books(): Books {
    return org.ask<Books>('LedgerWorld.books', this.connection);
  }

  /** Everything that must hold at any time. */
  check(): void {
    const { lines, schedules } = this.books();
    const details = lines.filter((line) => line.kind !== 'Summary');

    expectZero(
      totals(lines, (line) => line.journal),
      'debits equal credits in every journal'
    );
    expectZero(
      totals(
        lines.filter((line) => line.status === 'Reversed' || line.kind === 'Reversal'),
        (line) => `${line.document} ${line.account}`
      ),
      'a reversal undoes its journal account by account'
    );
    for (const [month, before] of this.#closed)
      expect(inPeriod({ lines, schedules }, month), `period ${month} is closed`).toBe(before);

    for (const schedule of schedules)
      expect([schedule.planned, schedule.basePlanned], 'the plan is the line to the cent').toEqual([
        schedule.amount,
        schedule.base
      ]);
    const deferred = details.filter((line) => line.account === '22100');
    expect(0 - sum(deferred.map((line) => line.amount))).toBe(sum(schedules.map((s) => s.amount - s.recognised)));
    expect(0 - sum(deferred.map((line) => line.base))).toBe(sum(schedules.map((s) => s.base - s.baseRecognised)));
    const recognised = details.filter((line) => line.account === '40100' && line.type === 'Recognition');
    expect(0 - sum(recognised.map((line) => line.amount))).toBe(sum(schedules.map((s) => s.recognised)));
    expect(0 - sum(recognised.map((line) => line.base))).toBe(sum(schedules.map((s) => s.baseRecognised)));

    for (const { id } of documents) this.checkDocument(id, details, schedules);
    this.checkSummaries(lines);
  }

  private checkDocument(id: string, details: readonly BookLine[], schedules: Books['schedules']): void {
    const posting = this.#standing.get(id);
    const own = details.filter((line) => line.document === id);
    const of = (account: string) => sum(own.filter((line) => line.account === account).map((line) => line.amount));
    const expected = expectedOf(posting);
    expect(
      { owed: of('13200'), tax: of('22200'), net: of('40100') + of('22100'), bank: of('10100') },
      `${id} as it stands: ${JSON.stringify(posting)}`
    ).toEqual({ owed: expected.owed, tax: expected.tax, net: expected.net, bank: expected.bank });
    expect(Math.abs(of('66200')), 'at most a cent of rounding a line').toBeLessThanOrEqual(expected.roundingBound);
    const planned = schedules.filter((schedule) => schedule.document === id);
    expect(sum(planned.map((s) => s.amount)), 'deferred plus recognised is what was billed').toBe(expected.deferred);
  }

  private checkSummaries(lines: readonly BookLine[]): void {
    const name = (line: BookLine, summary: string) => `${summary} ${line.account}`;
    const summaries = totals(
      lines.filter((line) => line.kind === 'Summary'),
      (line) => name(line, line.journal)
    );
    const bundled = totals(
      lines.filter((line) => line.kind !== 'Summary' && line.summary !== null),
      (line) => name(line, line.summary ?? '')
    );
    expect([...summaries].sort(), 'a summary says what its details say').toEqual([...bundled].sort());
  }

  /** Takes everything back and recognises the rest: nothing may be left on any account. */
  unwind(): void {
    this.post(documents.map((document) => cancellation(document)));
    org.ask('LedgerWorld.recognise', this.connection, '2031-12-31');
    const { lines } = this.books();
    expectZero(
      totals(
        lines.filter((line) => line.kind !== 'Summary'),
        (line) => `${line.account} ${line.currency}`
      ),
      'cancelling everything restores every balance'
    );
  }
}

const inPeriod = ({ lines }: Books, month: number): string =>
  JSON.stringify(
    [
      ...totals(
        lines.filter((line) => line.period === String(month) && line.kind !== 'Summary'),
        (line) => line.account
      )
    ].sort()
  );

const cancellation = (document: (typeof documents)[number]): Posting => ({
  ...document,
  operation: 'CANCEL',
  date: '2026-12-31',
  lines: [],
  applications: []
});

const isBill = (posting: Posting): boolean => posting.kind === 'INVOICE' || posting.kind === 'CREDIT_NOTE';
const comesToNothing = (posting: Posting): boolean =>
  isBill(posting) && posting.lines.every((line) => roundsAway(line.amount, posting) && roundsAway(line.tax, posting));
const roundsAway = (thousandths: string | undefined, posting: Posting): boolean =>
  rounded(thousandthsOf(thousandths), posting.currency) === 0;
const thousandthsOf = (text: string | undefined): number => Math.round(Number(text ?? 0) * 1000);

/** What a document must come to on each account, in whole ten-thousandths; worked out without the ledger. */
function expectedOf(posting: Posting | undefined) {
  const nothing = { owed: 0, tax: 0, net: 0, bank: 0, deferred: 0, roundingBound: 0 };
  if (!posting) return nothing;
  const round = (text: string | undefined) => rounded(thousandthsOf(text), posting.currency);
  if (!isBill(posting)) {
    const writtenOff = sum(posting.applications.filter((one) => one.isWriteOff).map((one) => round(one.amount)));
    const total = round(posting.total);
    return posting.kind === 'PAYMENT'
      ? { ...nothing, owed: 0 - total - writtenOff, bank: total - round(posting.fee) }
      : { ...nothing, owed: total, bank: 0 - total };
  }
  const sign = posting.kind === 'INVOICE' ? 1 : -1;
  const net = sum(posting.lines.map((line) => round(line.amount)));
  const tax = sum(posting.lines.map((line) => round(line.tax)));
  const deferred = posting.lines
    .filter((line) => line.recognition !== 'POINT_IN_TIME' || (line.from !== undefined && line.from > posting.date))
    .map((line) => round(line.amount));
  return {
    owed: 0 + sign * (posting.total === undefined ? net + tax : round(posting.total)),
    tax: 0 - sign * tax,
    net: 0 - sign * net,
    bank: 0,
    deferred: 0 + sign * sum(deferred),
    roundingBound: posting.lines.length * 2 * 10 ** (4 - digitsOf(posting.currency))
  };
}

test('for any documents, changes, cancellations and period closes the books balance, and what is undone leaves nothing', () => {
  let count = 0;
  fc.assert(
    fc.property(fc.boolean(), stepsArbitrary, (summarised, steps) => {
      const world = new World(org.ask<string>('LedgerWorld.begin', summarised));
      for (const step of steps) world.step(step);
      world.check();
      world.unwind();
      count++;
    }),
    parameters
  );
  report(count);
}, 7_200_000);
