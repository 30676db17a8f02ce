import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrg, runTests, type TestOrg } from '../async/harness.js';
import { ask } from '../support/apex-rest.js';

/**
 * Annotations of test classes and of REST resources, as the Apex Developer Guide describes them ("TestSetup Annotation", "Using Test
 * Setup Methods", "TestVisible Annotation", "RestResource Annotation").
 */
const resource = (name: string, mapping: string): string =>
  `@RestResource(urlMapping='${mapping}') global class ${name} { @HttpGet global static String get() { return '${name}'; } }`;

const files = {
  'SetupTest.cls': `@IsTest private class SetupTest {
    static Integer made = 0;
    static Id kept;
    @TestSetup static void make() {
      insert new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b') };
      made++;
      kept = [SELECT Id FROM Account LIMIT 1].Id;
    }
    @IsTest static void changes() {
      Assert.areEqual(2, [SELECT COUNT() FROM Account]);
      update new Account(Id = [SELECT Id FROM Account WHERE Name = 'a'].Id, Name = 'changed');
      delete [SELECT Id FROM Account WHERE Name = 'b'];
      insert new Account(Name = 'c');
      made = 5;
    }
    @IsTest static void seesWhatSetupMade() {
      List<String> names = new List<String>();
      for (Account each : [SELECT Name FROM Account ORDER BY Name]) names.add(each.Name);
      Assert.areEqual(new List<String>{ 'a', 'b' }, names);
    }
    @IsTest static void startsWithFreshStatics() {
      Assert.areEqual(0, made);
      Assert.isNull(kept);
    }
    @IsTest static void startsWithFreshLimits() {
      Assert.areEqual(0, Limits.getDmlStatements());
      Assert.areEqual(0, Limits.getQueries());
    }
  }`,
  'BrokenSetupTest.cls': `@IsTest private class BrokenSetupTest {
    @TestSetup static void make() { Assert.areEqual(1, 2, 'setup'); }
    @IsTest static void one() { }
    @IsTest static void two() { }
  }`,
  'Vault.cls': `@NamespaceAccessible public class Vault {
    @TestVisible private static Integer secret = 7;
    @TestVisible private Integer level { get; private set; }
    @TestVisible private Vault(Integer level) { this.level = level; }
    @TestVisible private Integer twice() { return 2 * level; }
    @TestVisible private class Part { Integer size = 3; @TestVisible private Integer size() { return size; } }
    @TestVisible private enum Kind { SMALL, LARGE }
    @SuppressWarnings('PMD.UnusedLocalVariable') @Deprecated public static String greet() { @SuppressWarnings('all') Integer unused; return 'hi'; }
  }`,
  'VaultTest.cls': `@IsTest(isParallel=true testFor='ApexClass:Vault') private class VaultTest {
    @IsTest static void reachesWhatIsTestVisible() {
      Assert.areEqual(7, Vault.secret);
      Vault.secret = 8;
      Vault opened = new Vault(4);
      Assert.areEqual(4, opened.level);
      Assert.areEqual(8, opened.twice());
      Assert.areEqual(3, new Vault.Part().size());
      Assert.areEqual('LARGE', Vault.Kind.LARGE.name());
    }
    @IsTest static void ignoresWhatSaysNothing() { Assert.areEqual('hi', Vault.greet()); }
  }`,
  'Exact.cls': resource('Exact', '/orders/open'),
  'Below.cls': resource('Below', '/orders/*'),
  'Lines.cls': resource('Lines', '/orders/*/lines'),
  'All.cls': resource('All', '/*')
};

let opened: TestOrg;
beforeAll(async () => {
  opened = await openOrg(files);
  expect(opened.org.code.compileErrors).toEqual([]);
}, 60_000);
afterAll(() => opened.close());

const verdicts = (className: string): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    Object.entries(runTests(opened.org, className)).map(([name, said]) => [name, said.split('\n')[0]])
  );

describe('@TestSetup', () => {
  it('makes records that each test finds as they were made, in a transaction of its own', () => {
    expect(verdicts('SetupTest')).toEqual({
      changes: 'passed',
      seesWhatSetupMade: 'passed',
      startsWithFreshStatics: 'passed',
      startsWithFreshLimits: 'passed'
    });
  });

  it('fails all tests of the class when it fails', () => {
    const failed = 'System.AssertException: Assertion Failed: setup: Expected: 1, Actual: 2';

    expect(verdicts('BrokenSetupTest')).toEqual({ one: failed, two: failed });
  });
});

it('@TestVisible opens all private members to tests; @NamespaceAccessible, @Deprecated and @SuppressWarnings do nothing', () => {
  expect(verdicts('VaultTest')).toEqual({ reachesWhatIsTestVisible: 'passed', ignoresWhatSaysNothing: 'passed' });
});

describe('@RestResource', () => {
  it.each([
    ['/orders/open', 'Exact', 'an exact match always wins'],
    ['/orders/open/', 'Exact', 'a slash at the end counts for nothing'],
    ['/orders/7', 'Below', 'the wildcard stands for what follows'],
    ['/orders/7/lines', 'Lines', 'the longest pattern of those that match'],
    ['/orders/7/notes', 'Below', 'what follows a wildcard must match'],
    ['/Orders/7', 'All', 'URLs are case-sensitive'],
    ['/elsewhere', 'All', 'the shortest pattern where no other matches']
  ])('%s is answered by %s: %s', async (path, name) => {
    expect(await ask(opened.org, 'GET', path)).toBe(JSON.stringify(name));
  });
});
