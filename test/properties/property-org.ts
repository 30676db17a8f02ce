import { join } from 'node:path';
import { CalloutHost } from '../../local-org/src/callout/host.js';
import { openCalloutChannel } from '../../local-org/src/callout/channel.js';
import { cacheFolder } from '../../local-org/src/cli/cache-folder.js';
import { LocalOrg } from '../../local-org/src/org/local-org.js';

const root = join(import.meta.dirname, '../..');

/** A local org with the package and a driver's classes beside it, in which Apex is run step by step. */
export class PropertyOrg {
  readonly #org: LocalOrg;
  readonly #close: () => void;

  private constructor(org: LocalOrg, close: () => void) {
    this.#org = org;
    this.#close = close;
  }

  /** @param driver folder with the driver's classes */
  static async open(driver: string): Promise<PropertyOrg> {
    const channel = openCalloutChannel(new CalloutHost(null));
    const org = await LocalOrg.open(
      {
        sources: [join(root, 'force-app'), driver],
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
    return new PropertyOrg(org, () => {
      org.close();
      channel.close();
    });
  }

  /** Value of an Apex expression, after statements in the same transaction. */
  async ask<V>(expression: string, statements = ''): Promise<V> {
    const lines = await this.#run(`${statements}\nSystem.debug(JSON.serialize(${expression}));`);
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
