import { writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsforce, { type Connection } from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningOrg } from '../../support/cli.js';
import { sfCommand } from './sf.js';
import { administrator, openShop, tokenFor } from './shop.js';

const version = '67.0';
let org: RunningOrg;
let admin: Connection;

beforeAll(async () => {
  org = await openShop();
  admin = new jsforce.Connection({ instanceUrl: org.url, accessToken: await tokenFor(org, administrator), version });
}, 180_000);

afterAll(async () => {
  await org?.stop();
});

describe('bulk jobs by jsforce', () => {
  it('insert rows and tell what came of each', async () => {
    const rows = Array.from({ length: 450 }, (_, at) => ({
      Name: `Bulk ${at}, "quoted"`,
      Isbn__c: `bulk-${at}`,
      Price__c: at === 7 ? -1 : at
    }));

    const { successfulResults, failedResults } = await admin.bulk2.loadAndWaitForResults({
      object: 'Book__c',
      operation: 'insert',
      input: rows,
      pollInterval: 100,
      pollTimeout: 30_000
    });

    expect([successfulResults.length, failedResults.length]).toEqual([449, 1]);
    expect(successfulResults[0]).toMatchObject({
      sf__Id: expect.stringMatching(/^a\w{17}$/),
      sf__Created: 'true',
      Name: 'Bulk 0, "quoted"'
    });
    expect(failedResults[0]).toMatchObject({
      sf__Error: 'FIELD_CUSTOM_VALIDATION_EXCEPTION:A price is not negative:Price__c --',
      Isbn__c: 'bulk-7'
    });
  });

  it('upsert by an external id and clear fields', async () => {
    const { successfulResults } = await admin.bulk2.loadAndWaitForResults({
      object: 'Book__c',
      operation: 'upsert',
      externalIdFieldName: 'Isbn__c',
      input: 'Isbn__c,Name,Price__c\nbulk-0,Changed,#N/A\nbulk-new,New,5\n',
      pollInterval: 100,
      pollTimeout: 30_000
    });

    const changed = await admin.query(`SELECT Name, Price__c FROM Book__c WHERE Isbn__c = 'bulk-0'`);
    expect(successfulResults.map((one) => one.sf__Created)).toEqual(['false', 'true']);
    expect(changed.records[0]).toMatchObject({ Name: 'Changed', Price__c: null });
  });

  it('query', async () => {
    const stream = await admin.bulk2.query(
      `SELECT Name, Price__c, Owner.Name FROM Book__c WHERE Isbn__c IN ('bulk-1', 'bulk-2') ORDER BY Isbn__c`,
      { pollInterval: 100, pollTimeout: 30_000 }
    );
    const rows = await stream.toArray();

    expect(rows).toEqual([
      { Name: 'Bulk 1, "quoted"', Price__c: '1', 'Owner.Name': 'Org Administrator' },
      { Name: 'Bulk 2, "quoted"', Price__c: '2', 'Owner.Name': 'Org Administrator' }
    ]);
  });

  it('are refused when they make no sense', async () => {
    await expect(admin.bulk2.createJob({ object: 'Nothing__c', operation: 'insert' }).open()).rejects.toMatchObject({
      errorCode: 'NOT_FOUND'
    });
    await expect(admin.bulk2.createJob({ object: 'Book__c', operation: 'upsert' }).open()).rejects.toMatchObject({
      errorCode: 'INVALIDJOB'
    });
  });
});

describe('bulk jobs by sf', () => {
  it('import and export', { timeout: 120_000 }, async () => {
    const sf = sfCommand();
    const env = { SF_ACCESS_TOKEN: await tokenFor(org, administrator) };
    await sf(['org', 'login', 'access-token', '--instance-url', org.url, '--no-prompt', '--set-default'], { env });
    writeFileSync(join(sf.project, 'authors.csv'), 'Name,Key__c\nFirst,one\nSecond,two\n');

    const imported = await sf(['data', 'import', 'bulk', '-s', 'Author__c', '-f', 'authors.csv', '-w', '2', '--json']);
    const soql = 'SELECT Name FROM Author__c ORDER BY Key__c';
    await sf(['data', 'export', 'bulk', '-q', soql, '--output-file', 'out.csv', '-r', 'csv', '-w', '2']);

    expect(imported.result).toMatchObject({ processedRecords: 2, successfulRecords: 2, failedRecords: 0 });
    expect(readFileSync(join(sf.project, 'out.csv'), 'utf8').trim().split(/\r?\n/)).toEqual([
      '"Name"',
      '"First"',
      '"Second"'
    ]);
  });
});
