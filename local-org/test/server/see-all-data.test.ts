import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { built, startOrg, temporaryFolder, type Client, type RunningOrg } from '../support/cli.js';
import { administrator } from './clients/shop.js';

const kept = (count: number): string =>
  `{ Assert.areEqual(${count}, [SELECT COUNT() FROM Account WHERE Name = 'Kept']); }`;

const sources: Readonly<Record<string, string>> = {
  SightTest: `@IsTest private class SightTest {
    @IsTest(SeeAllData=true) static void sees() {
      Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = 'Kept']);
      insert new Account(Name = 'Made by a test');
    }
    @IsTest(SeeAllData=true) static void seesWhatNoOtherTestMade() {
      Assert.areEqual(0, [SELECT COUNT() FROM Account WHERE Name = 'Made by a test']);
    }
    @IsTest static void doesNotSee() { Assert.areEqual(0, [SELECT COUNT() FROM Account]); }
  }`,
  OpenTest: `@IsTest(SeeAllData=true) private class OpenTest {
    @IsTest static void seesAsItsClass() ${kept(1)}
    @IsTest(SeeAllData=false) static void seesThoughItSaysFalse() ${kept(1)}
  }`,
  ClosedTest: `@IsTest(SeeAllData=false) private class ClosedTest {
    @IsTest static void doesNotSeeAsItsClass() ${kept(0)}
    @IsTest(SeeAllData=true) static void seesForItself() ${kept(1)}
  }`
};

let org: RunningOrg;
let client: Client;
beforeAll(async () => {
  await built();
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'classes'));
  for (const [name, source] of Object.entries(sources)) {
    writeFileSync(join(folder, 'classes', `${name}.cls`), source);
    writeFileSync(
      join(folder, 'classes', `${name}.cls-meta.xml`),
      '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion></ApexClass>'
    );
  }
  org = await startOrg(['--source', folder, '--data', temporaryFolder()]);
  client = await org.logIn(administrator);
}, 180_000);
afterAll(async () => {
  await org?.stop();
});

/** Apex Developer Guide, "Using the @IsTest(SeeAllData=true) Annotation" */
it('tests that clients run see the data of the org just when they say so, and leave it as it is', async () => {
  await client.send('POST', '/services/data/v67.0/sobjects/Account', { Name: 'Kept' });

  const body = { tests: Object.keys(sources).map((className) => ({ className })) };
  const run = await client.send('POST', '/services/data/v67.0/tooling/runTestsSynchronous/', body);
  const accounts = await client.get(
    `/services/data/v67.0/query?q=${encodeURIComponent('SELECT Name FROM Account ORDER BY Name')}`
  );

  expect(run.json).toMatchObject({ failures: [], numTestsRun: 7, numFailures: 0 });
  expect((accounts.json as { records: { Name: string }[] }).records.map(({ Name }) => Name)).toEqual(['Kept']);
}, 120_000);
