import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { built, fixture, run, startOrg, temporaryFolder } from '../support/cli.js';

const config = (name: string) => join(fixture('help-desk'), 'config', name);
const newOrg = () => [
  ...['--source', fixture('help-desk'), '--data', temporaryFolder()],
  ...['--users', config('agent.json'), '--run', config('setup.apex')]
];

describe('start --user', () => {
  beforeAll(() => built(), 120_000);

  it('runs the scripts of a new org as that user', async () => {
    const org = await startOrg([...newOrg(), '--user', 'agent@help.desk']);
    const admin = await org.logIn('admin@local-org.example');

    const answer = await admin.get(
      `/services/data/v67.0/query?q=${encodeURIComponent("SELECT Note__c FROM Ticket__c WHERE Name = 'From script'")}`
    );

    await org.stop();
    expect(answer.json.records.map((row: { Note__c: string }) => row.Note__c)).toEqual(['agent@help.desk']);
  }, 120_000);

  it('says when there is no such user', async () => {
    const ended = await run(['start', '--port', '0', ...newOrg(), '--user', 'nobody@help.desk']);

    expect(ended.code).toBe(1);
    expect(ended.err).toContain(
      'There is no active user nobody@help.desk to fill the org as. Name one of the --users files.'
    );
  }, 120_000);
});
