import { join } from 'node:path';
import { CalloutHost } from '../../local-org/src/callout/host.js';
import { openCalloutChannel } from '../../local-org/src/callout/channel.js';
import { cacheFolder } from '../../local-org/src/cli/cache-folder.js';
import { ApexId } from '../../local-org/src/kernel/scalars.js';
import { LocalOrg } from '../../local-org/src/org/local-org.js';

const root = join(import.meta.dirname, '../..');

/** A static method of the driver, and its arguments. */
export type Call = readonly [name: string, ...args: (string | number | boolean)[]];

/** A local org with the package and a driver's classes beside it, in which Apex is run step by step. */
export class PropertyOrg {
  readonly #org: LocalOrg;
  readonly #close: () => void;

  private constructor(org: LocalOrg, close: () => void) {
    this.#org = org;
    this.#close = close;
  }

  /**
   * @param driver folder with the driver's classes
   * @param more other packages' metadata, folders from the project's root
   */
  static async open(driver: string, ...more: readonly string[]): Promise<PropertyOrg> {
    const channel = openCalloutChannel(new CalloutHost(null));
    const org = await LocalOrg.open(
      {
        sources: [join(root, 'force-app'), ...more.map((folder) => join(root, folder)), driver],
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

  /**
   * Calls static methods of the driver, all in one transaction: compiled once with the package, where anonymous Apex would bind
   * the whole package anew for each step.
   * @param calls `Class.method` and its arguments: texts, numbers and booleans
   * @param userId who does it; absent: the administrator
   * @returns what each gave back: its text read as JSON, or null
   */
  call(calls: readonly Call[], userId?: string): unknown[] {
    const user = userId === undefined ? this.#org.data.administratorId : ApexId.parse(userId);
    if (!user) throw new Error(`${userId} is no id.`);
    return this.#org.run({ userId: user, origin: { kind: 'anonymous' } }, (tx) =>
      calls.map(([name, ...args]) => {
        const [className = '', method = ''] = name.split('.');
        const value = tx.org.code.invokeStatic(tx, className, method, args);
        return typeof value === 'string' ? (JSON.parse(value) as unknown) : null;
      })
    );
  }

  /** The same with one method. */
  ask<V>(...call: Call): V {
    return this.call([call])[0] as V;
  }

  close(): void {
    this.#close();
  }
}
