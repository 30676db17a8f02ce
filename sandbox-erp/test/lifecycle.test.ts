import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LedgerDatabase } from '../src/ledger/database.js';
import { LATER_COLUMNS } from '../src/ledger/schema.js';
import { main } from '../src/cli.js';
import { testErp } from './support.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-erp-'));
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

describe('data in a folder', () => {
  it('survives a restart, and is thrown away by fresh', async () => {
    const dataDir = join(folder, 'deep', 'data');
    const first = await testErp({ dataDir });
    await first.order({ externalDocumentNumber: 'KEPT' });
    await first.erp.close();

    const second = await testErp({ dataDir });
    const kept = await second.arrived('KEPT');
    await second.erp.close();
    const third = await testErp({ dataDir, fresh: true, seed: 'empty' });

    expect(kept.orders).toHaveLength(1);
    expect((await third.control('GET', 'state')).body['customers']).toEqual([]);
  });

  it('of an earlier version gets the columns that it lacks, and shows what it had', async () => {
    const dataDir = join(folder, 'earlier');
    const first = await testErp({ dataDir });
    await first.order({ externalDocumentNumber: 'EARLIER' });
    await first.erp.close();
    const file = new LedgerDatabase(join(dataDir, 'ledger.sqlite'));
    for (const { name } of file.all<{ name: string }>(`select name from sqlite_master where type = 'view'`)) {
      file.script(`drop view ${name}`);
    }
    for (const [table, column] of LATER_COLUMNS) file.script(`alter table ${table} drop column ${column}`);
    file.close();

    const second = await testErp({ dataDir });

    expect((await second.arrived('EARLIER')).orders).toMatchObject([{ total: 180 }]);
    expect(await second.order()).toMatchObject({ totalTaxAmount: 0, totalAmountIncludingTax: 180 });
  });

  it('holds an order that was committed just before the process died', async () => {
    const dataDir = join(folder, 'data');
    const first = await testErp({ dataDir });
    await first.order({ externalDocumentNumber: 'LAST' });

    const second = await testErp({ dataDir });

    expect((await second.arrived('LAST')).orders).toHaveLength(1);
  });
});

describe('the command line', () => {
  async function run(...argv: string[]): Promise<{ readonly code: number | undefined; readonly said: string }> {
    let said = '';
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
    return { code: await main(argv), said };
  }

  it('says in one sentence that the port is in use', async () => {
    const erp = await testErp();

    const result = await run('start', '--port', String(erp.erp.port), '--data', ':memory:');

    expect(result).toEqual({
      code: 1,
      said: `Port ${erp.erp.port} is in use. Stop what uses it, or choose another with --port or ERP_PORT.\n`
    });
  });

  it('says in one sentence that the data folder is broken', async () => {
    writeFileSync(
      join(folder, 'ledger.sqlite'),
      'this is no database, but it is long enough to look like one'.repeat(50)
    );

    const result = await run('start', '--port', '0', '--data', folder);

    expect(result.code).toBe(1);
    expect(result.said).toMatch(
      /^The sandbox ERP cannot use its data folder .+ \(.+\)\. Delete it or start with --fresh\.\n$/
    );
  });

  it.each([
    [['start', '--port', 'abc'], '--port abc is no port number.'],
    [['start', '--seed', 'big'], '--seed must be one of demo, empty.'],
    [['stop'], 'Usage: sandbox-erp start'],
    [['start', '--nope'], 'Usage: sandbox-erp start']
  ])('refuses %j', async (argv, message) => {
    const result = await run(...argv);

    expect(result.code).toBe(1);
    expect(result.said).toContain(message);
  });
});
