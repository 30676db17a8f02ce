import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { built, fixture, run, startOrg, temporaryFolder, type Ended } from '../support/cli.js';

const source = ['--source', fixture('bookshop')];

function exec(data: string, ...lines: readonly string[]): Promise<Ended> {
  const file = join(temporaryFolder(), 'script.apex');
  writeFileSync(file, lines.join('\n'));
  return run(['exec', file, ...source, '--data', data]);
}

/** The names of the books that a query on the data folder finds. */
async function books(data: string): Promise<unknown> {
  const { out } = await run(['query', 'SELECT Name FROM Book__c', ...source, '--data', data, '--json']);
  return (JSON.parse(out) as { Name: string }[]).map(({ Name }) => Name);
}

beforeAll(built, 60_000);

describe('exec keeps what it writes', { timeout: 240_000 }, () => {
  it('in a data folder that there was not yet, unless the script fails', async () => {
    const data = join(temporaryFolder(), 'new', 'org');

    const first = await exec(data, `insert new Book__c(Name = 'Kept');`);
    const failing = await exec(
      data,
      `System.debug([SELECT COUNT() FROM Book__c]);`,
      `insert new Book__c(Name = 'Lost');`,
      `Integer broken = 1 / (1 - 1);`
    );

    expect(first).toMatchObject({ code: 0, err: `A new org was made in ${data}.\n` });
    expect(failing.out).toMatch(/USER_DEBUG\|\[1\]\|DEBUG\|1\n/);
    expect(failing.code).toBe(1);
    expect(await books(data)).toEqual(['Kept']);

    const org = await startOrg([...source, '--data', data]);
    const user = await org.logIn('admin@local-org.example');
    const { json } = await user.get('/services/data/v67.0/query?q=SELECT+COUNT()+FROM+Book__c');
    await org.stop();
    expect(json.totalSize).toBe(1);
  });

  it('a query alone makes no data folder', async () => {
    const data = join(temporaryFolder(), 'none');

    expect(await books(data)).toEqual([]);
    expect(existsSync(data)).toBe(false);
  });

  it('says that the folder cannot be made', async () => {
    const data = join(temporaryFolder(), 'file');
    writeFileSync(data, '');

    const ended = await exec(data, 'Integer one = 1;');

    expect(ended).toMatchObject({ code: 1, err: `The data folder ${data} cannot be used: it is a file.\n` });
  });
});
