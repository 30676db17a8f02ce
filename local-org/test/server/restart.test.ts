import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built, eventually, fixture, run, startOrg, temporaryFolder, type Client } from '../support/cli.js';
import { openDepot, type Depot } from '../support/depot.js';

const api = '/services/data/v67.0';
let depot: Depot;

beforeAll(async () => {
  await built();
  depot = await openDepot();
}, 60_000);
afterAll(() => depot?.close());

const rows = async (who: Client, soql: string) =>
  (await who.get(`${api}/query?q=${encodeURIComponent(soql)}`)).json.records as Record<string, unknown>[];

describe('an org whose process is killed', () => {
  it('fails the job that ran, runs its finalizer, and keeps what was committed', async () => {
    const data = temporaryFolder();
    const args = [
      ...['--source', fixture('help-desk'), '--data', data, '--credentials', depot.credentials(data)],
      ...['--users', join(fixture('help-desk'), 'config', 'agent.json')]
    ];
    const first = await startOrg(args);
    const agent = await first.logIn('agent@help.desk');
    await agent.send('POST', '/lightning/apex/TicketController/startWork', { name: 'killed', mode: 'slow' });
    await eventually(async () => depot.calls.includes('/slow'), Boolean);

    await first.stop('SIGKILL');
    const second = await startOrg(args);
    const again = await second.logIn('agent@help.desk');
    const finalized = await eventually(
      () => rows(again, `SELECT Note__c FROM Ticket__c WHERE Name = 'killed finalized'`),
      (found) => found.length > 0
    );
    const kept = await rows(again, `SELECT Name FROM Ticket__c WHERE Name IN ('killed enqueued', 'killed')`);
    const jobs = await rows(again, `SELECT Status, ExtendedStatus FROM AsyncApexJob WHERE ApexClass.Name = 'WorkJob'`);
    const code = await second.stop('SIGINT');

    expect(finalized.map((row) => row['Note__c'])).toEqual([
      'UNHANDLED_EXCEPTION attached The job was interrupted because its process ended.'
    ]);
    expect(kept.map((row) => row['Name'])).toEqual(['killed enqueued']);
    expect(jobs).toMatchObject([{ Status: 'Failed' }]);
    expect(code).toBe(0);
  }, 120_000);
});

describe('an org that was down', () => {
  it('runs what should have fired meanwhile once', async () => {
    const args = ['--source', fixture('help-desk'), '--data', temporaryFolder()];
    const first = await startOrg(args);
    const admin = await first.logIn('admin@local-org.example');
    // Ahead enough for a busy machine to have it scheduled before.
    const fire = new Date(Date.now() + 8000);
    const zone = await admin.get('/lightning/bootstrap');
    const clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone.json.user.timeZone,
      hour: 'numeric',
      hourCycle: 'h23'
    });
    const cron = `${fire.getUTCSeconds()} ${fire.getUTCMinutes()} ${Number(clock.format(fire))} * * ?`;
    const source = `System.schedule('daily', '${cron}', new NightlyJob());`;
    await admin.get(`${api}/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(source)}`);
    await first.stop('SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, fire.getTime() - Date.now() + 200));

    const second = await startOrg(args);
    const again = await second.logIn('admin@local-org.example');
    const count = () => rows(again, `SELECT TimesTriggered, NextFireTime FROM CronTrigger`);
    const triggers = await eventually(count, (found) => found[0]?.['TimesTriggered'] === 1);
    const tickets = await eventually(
      () => rows(again, `SELECT Id FROM Ticket__c WHERE Name = 'nightly'`),
      (found) => found.length > 0
    );
    await second.stop();

    expect(triggers.map((row) => row['TimesTriggered'])).toEqual([1]);
    expect(Date.parse(String(triggers[0]?.['NextFireTime']))).toBeGreaterThan(Date.now() + 60_000);
    expect(tickets).toHaveLength(1);
  }, 120_000);
});

describe('starting', () => {
  it('says that the port is in use', async () => {
    const port = new URL(depot.url).port;

    const ended = await run(['start', '--source', fixture('help-desk'), '--data', temporaryFolder(), '--port', port]);

    expect(ended).toMatchObject({
      code: 1,
      err: `Port ${port} is in use. Stop what listens there, or name another one with --port.\n`
    });
  }, 60_000);
});

describe('one-off commands', () => {
  const source = ['--source', fixture('help-desk')];

  it('exec prints debug lines and the limits used', async () => {
    const file = join(fixture('help-desk'), 'config', 'setup.apex');

    const ended = await run(['exec', file, ...source, '--data', temporaryFolder()]);

    expect(ended.out).toMatch(/USER_DEBUG\|\[2\]\|DEBUG\|script ran/);
    expect(ended.out).toMatch(/Limits used\n(?: {2}.*\n)* {2}DML statements: 1 of 150/);
    expect(ended.code).toBe(0);
  }, 60_000);

  it('query prints a table', async () => {
    const soql = `SELECT Name, UserType FROM Profile WHERE Name = 'System Administrator'`;

    const ended = await run(['query', soql, ...source, '--data', temporaryFolder()]);

    expect(ended.out).toContain('System Administrator');
    expect(ended.out).toMatch(/1 row\n$/);
  }, 60_000);

  it('query says what is wrong with the query', async () => {
    const ended = await run(['query', 'SELECT Nothing FROM Account', ...source, '--data', temporaryFolder()]);

    expect(ended.code).toBe(1);
    expect(ended.err).toContain("No such column 'Nothing' on entity 'Account'");
  }, 60_000);
});
