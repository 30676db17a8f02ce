import { join } from 'node:path';
import { cacheFolder } from '../../../local-org/src/cli/cache-folder.js';
import { CalloutHost } from '../../../local-org/src/callout/host.js';
import { openCalloutChannel } from '../../../local-org/src/callout/channel.js';
import { LocalOrg } from '../../../local-org/src/org/local-org.js';

const root = join(import.meta.dirname, '../../..');

/** Amounts are whole ten-thousandths of a unit. */
export interface BookLine {
  readonly journal: string;
  readonly document: string | null;
  readonly type: string;
  readonly status: 'Posted' | 'Reversed';
  readonly kind: 'Detail' | 'Reversal' | 'Summary';
  /** Number of the month in which it was posted. */
  readonly period: string;
  readonly summary: string | null;
  readonly currency: string;
  readonly account: string;
  readonly part: string | null;
  readonly amount: number;
  readonly base: number;
}

export interface BookSchedule {
  readonly document: string;
  readonly currency: string;
  readonly amount: number;
  readonly base: number;
  readonly recognised: number;
  readonly baseRecognised: number;
  readonly planned: number;
  readonly basePlanned: number;
}

export interface Books {
  readonly lines: readonly BookLine[];
  readonly schedules: readonly BookSchedule[];
}

/** A local org with the package, in which the ledger is driven step by step. */
export class LedgerOrg {
  readonly #org: LocalOrg;
  readonly #close: () => void;

  private constructor(org: LocalOrg, close: () => void) {
    this.#org = org;
    this.#close = close;
  }

  static async open(): Promise<LedgerOrg> {
    const channel = openCalloutChannel(new CalloutHost(null));
    const org = await LocalOrg.open(
      {
        sources: [join(root, 'force-app'), import.meta.dirname],
        database: ':memory:',
        cache: cacheFolder(),
        finalizers: null,
        baseUrl: 'https://org.example',
        coverage: false
      },
      channel.link,
      { due: () => {}, published: () => {}, report: () => {} }
    );
    const [error] = org.code.compileErrors;
    if (error) throw new Error(`${error.file}:${error.line} ${error.message}`);
    return new LedgerOrg(org, () => {
      org.close();
      channel.close();
    });
  }

  /** Value of an Apex expression, in a transaction of its own. */
  async ask<V>(expression: string): Promise<V> {
    const lines = await this.#run(`System.debug(JSON.serialize(${expression}));`);
    const text = (lines.at(-1) ?? '').replace(/^.*?\|DEBUG\|/s, '');
    return JSON.parse(text) as V;
  }

  /** Runs Apex statements in a transaction of their own. */
  async do(statements: string): Promise<void> {
    await this.#run(statements);
  }

  async #run(apex: string): Promise<readonly string[]> {
    const code = await this.#org.code.compileAnonymous(apex);
    const [error] = code.errors;
    if (error) throw new Error(JSON.stringify(error));
    return this.#org.run({ userId: this.#org.data.administratorId, origin: { kind: 'anonymous' } }, (tx) => {
      code.run(tx);
      return tx.log.lines;
    });
  }

  close(): void {
    this.#close();
  }
}
