import { MessageChannel } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApexThrow } from '../../src/kernel/exception.js';
import type { TestContext } from '../../src/kernel/services.js';
import { exceptionText } from '../../src/runtime/exceptions.js';
import { toText } from '../../src/runtime/text.js';
import { LocalOrg } from '../../src/org/local-org.js';
import { project } from '../schema/project.js';
import { testCache } from '../support/caches.js';
import type { Fact } from './table.js';

export interface OrgTableOptions {
  /** Apex classes by name. */
  readonly classes?: Readonly<Record<string, string>>;
  /** Other files of the project, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** False: the expressions run as a request would, and what they do is kept. */
  readonly asTest?: boolean;
}

/** An org in memory for a project of these files. */
export function openOrg(
  files: Readonly<Record<string, string>>,
  cleanUp: (work: () => void) => void
): Promise<LocalOrg> {
  return LocalOrg.open(
    {
      sources: [project(files, cleanUp)],
      database: ':memory:',
      cache: testCache('local-org'),
      finalizers: null,
      baseUrl: 'http://localhost:4300',
      coverage: false
    },
    { port: new MessageChannel().port1, signal: new SharedArrayBuffer(4) },
    { due: () => {}, published: () => {}, report: () => {} }
  );
}

/** Like `table`, in a whole org with its database: each expression runs as a test method of its own, rolled back afterwards. */
export function orgTable(name: string, facts: readonly Fact[], options: OrgTableOptions = {}): void {
  describe(name, () => {
    let org: LocalOrg;
    const ends: (() => void)[] = [];
    beforeAll(async () => {
      org = await openOrg(filesOf(facts, options), (work) => ends.push(work));
    });
    afterAll(() => {
      org.close();
      for (const end of ends) end();
    });

    it.each(facts.map((fact, i) => [fact[0], fact[1], i] as const))('%s is %s', (_expression, expected, i) => {
      expect(org.code.compileErrors.map((error) => `${error.className}:${error.line} ${error.message}`)).toEqual([]);
      expect(valueOf(org, `fact${i}`, options.asTest !== false)).toBe(expected);
    });
  });
}

function filesOf(facts: readonly Fact[], { classes = {}, files = {} }: OrgTableOptions): Record<string, string> {
  const methods = facts.map(([expression], i) => `public static Object fact${i}() { return ${expression}; }`);
  const all = { ...classes, Facts: `public class Facts {\n${methods.join('\n')}\n}` };
  return {
    ...files,
    ...Object.fromEntries(Object.entries(all).map(([name, text]) => [`classes/${name}.cls`, text]))
  };
}

function valueOf(org: LocalOrg, method: string, asTest: boolean): string {
  const test: TestContext = { running: false, mocks: new Map(), seeAllData: false };
  const beginning = asTest ? { origin: { kind: 'test' as const }, test } : { origin: { kind: 'anonymous' as const } };
  org.data.hold();
  try {
    return org.run({ userId: org.data.administratorId, ...beginning }, (tx) =>
      toText(tx, org.code.invokeStatic(tx, 'Facts', method, []))
    );
  } catch (error) {
    if (error instanceof ApexThrow) return exceptionText(error.exception);
    throw error;
  } finally {
    org.data.endHold();
  }
}
