import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { DueWork } from '../../src/async/due.js';
import { openCalloutChannel } from '../../src/callout/channel.js';
import { CalloutHost } from '../../src/callout/host.js';
import { LocalOrg } from '../../src/org/local-org.js';
import { runTestClass } from '../../src/testing/run-class.js';
import type { TestResult } from '../../src/testing/results.js';

/** Text by file name: `Name.cls`, `Name.trigger`, or the path of any other metadata file. */
export type Files = Readonly<Record<string, string>>;

const meta = (kind: string) =>
  `<?xml version="1.0"?><${kind} xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion><status>Active</status></${kind}>`;

/** An object's file, with text fields of these names; `Name!` is required. */
export const objectXml = (extra: string, ...fields: readonly string[]): string =>
  `<?xml version="1.0"?><CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">${extra}${fields
    .map(
      (field) =>
        `<fields><fullName>${field.replace('!', '')}</fullName><label>${field.replace(/!|__c/g, '')}</label><length>255</length>` +
        `<required>${field.endsWith('!')}</required><type>Text</type></fields>`
    )
    .join('')}</CustomObject>`;

/** Files of a platform event with text fields. */
export const eventFiles = (name: string, behavior: 'After' | 'Immediately', ...fields: readonly string[]): Files => ({
  [`objects/${name}/${name}.object-meta.xml`]: objectXml(
    `<deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><label>${name}</label><pluralLabel>${name}</pluralLabel>` +
      `<publishBehavior>${behavior === 'After' ? 'PublishAfterCommit' : 'PublishImmediately'}</publishBehavior>`,
    ...fields
  )
});

export interface TestOrg {
  readonly org: LocalOrg;
  /** What has become due in the server so far. */
  readonly due: DueWork[];
  /** Failures of background work. */
  readonly reports: string[];
  /** Runs anonymous Apex in a transaction of its own. */
  run(apex: string): Promise<void>;
  /** Runs what is due, and what becomes due by it, as the server does; scheduled jobs are left out. */
  settle(): void;
  /** The rows of a query, as their texts. */
  rows(apexExpression: string): Promise<string>;
  close(): void;
}

export async function openOrg(files: Files): Promise<TestOrg> {
  const folder = mkdtempSync(join(tmpdir(), 'async-org-'));
  for (const [name, text] of Object.entries(files)) {
    const path = join(
      folder,
      'source',
      /\.cls$/.test(name) ? `classes/${name}` : /\.trigger$/.test(name) ? `triggers/${name}` : name
    );
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    if (/\.(cls|trigger)$/.test(name))
      writeFileSync(`${path}-meta.xml`, meta(/cls$/.test(name) ? 'ApexClass' : 'ApexTrigger'));
  }
  const channel = openCalloutChannel(new CalloutHost(null));
  const due: DueWork[] = [];
  const reports: string[] = [];
  const org = await LocalOrg.open(
    {
      sources: [join(folder, 'source')],
      database: ':memory:',
      cache: join(folder, 'cache'),
      finalizers: null,
      baseUrl: 'https://org.example',
      coverage: false
    },
    channel.link,
    { due: (work) => due.push(...work), published: () => {}, report: (text) => reports.push(text) }
  );
  const anonymous = async (apex: string): Promise<readonly string[]> => {
    const code = await org.code.compileAnonymous(apex);
    if (code.errors.length > 0) throw new Error(JSON.stringify(code.errors));
    return org.run({ userId: org.data.administratorId, origin: { kind: 'anonymous' } }, (tx) => {
      code.run(tx);
      return tx.log.lines;
    });
  };
  return {
    org,
    due,
    reports,
    run: async (apex) => void (await anonymous(apex)),
    rows: async (expression) => {
      const lines = await anonymous(`System.debug(${expression});`);
      return (lines[lines.length - 1] ?? '').replace(/^.*DEBUG\|/s, '');
    },
    settle: () => {
      for (let work = due.shift(); work; work = due.shift()) if (work.kind !== 'cron') org.jobs.runDue(work);
    },
    close: () => {
      org.close();
      channel.close();
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

/** Runs test methods of a class; `passed`, or the message of the failure, by method. */
export function runTests(org: LocalOrg, className: string): Readonly<Record<string, string>> {
  const info = org.code.classInfo(className);
  if (!info) throw new Error(`There is no class ${className}`);
  const verdicts: Record<string, string> = {};
  const result = (one: TestResult) => {
    verdicts[one.method] = one.outcome === 'passed' ? 'passed' : `${one.message ?? ''}\n${one.stack ?? ''}`.trim();
  };
  const methods = info.methods.filter((method) => method.annotations.some(({ name }) => name === 'istest'));
  runTestClass(
    { org, info },
    methods.map((method) => method.name),
    { started: () => {}, setUp: () => {}, result }
  );
  return verdicts;
}

/** A documented fact: what it says, where, and the body of a test method that asserts it. */
export type Fact = readonly [fact: string, source: string, apex: string];

/**
 * Apex tests, one a row, over the files given. Each runs as a test method of a class `Facts`; `members` are further members of it.
 */
export function facts(subject: string, files: Files, rows: readonly Fact[], members = ''): void {
  const methods = rows.map(([, , apex], i) => `@IsTest static void fact${i}() {\n${apex}\n}`);
  const source = `@IsTest private class Facts {\n${members}\n${methods.join('\n')}\n}`;
  let verdicts: Promise<{ readonly by: Readonly<Record<string, string>>; readonly org: TestOrg }> | undefined;
  const load = () =>
    (verdicts ??= openOrg({ ...files, 'Facts.cls': source }).then((opened) => {
      expect(opened.org.code.compileErrors.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
      return { by: runTests(opened.org, 'Facts'), org: opened };
    }));
  afterAll(async () => (await verdicts)?.org.close());
  describe(subject, () => {
    it.each(rows.map(([fact, origin], i) => [fact, origin, i] as const))('%s (%s)', async (_fact, _origin, i) => {
      expect((await load()).by[`fact${i}`]).toBe('passed');
    });
  });
}
