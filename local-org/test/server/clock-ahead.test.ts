import { beforeAll, describe, expect, it } from 'vitest';
import { built, fixture, startOrg, temporaryFolder } from '../support/cli.js';

const twoHours = 7200;

describe('start --clock-ahead', () => {
  beforeAll(() => built(), 120_000);

  it('lets records and jobs see a later time', async () => {
    const org = await startOrg([
      ...['--source', fixture('help-desk'), '--data', temporaryFolder()],
      ...['--clock-ahead', String(twoHours)]
    ]);
    const admin = await org.logIn('admin@local-org.example');

    const created = await admin.send('POST', '/services/data/v67.0/sobjects/Account', { Name: 'Later' });
    const answer = await admin.get(
      `/services/data/v67.0/query?q=${encodeURIComponent("SELECT CreatedDate FROM Account WHERE Name = 'Later'")}`
    );

    await org.stop();
    expect(created.status).toBe(201);
    const ahead = (Date.parse(answer.json.records[0].CreatedDate) - Date.now()) / 1000;
    expect(ahead).toBeGreaterThan(twoHours - 120);
    expect(ahead).toBeLessThan(twoHours + 5);
  }, 120_000);
});
