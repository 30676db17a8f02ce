import { afterEach, describe, expect, it } from 'vitest';
import { CalloutHost } from '../../src/callout/host.js';
import { WorkerLost, WorkerPool, type PoolOptions } from '../../src/server/pool.js';

const pools: WorkerPool[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

function openPool(options: Partial<PoolOptions> = {}): WorkerPool {
  const pool = new WorkerPool({
    org: { sources: [], database: ':memory:', cache: '', finalizers: null, baseUrl: '', coverage: false },
    callouts: new CalloutHost(null),
    size: 1,
    most: 2,
    entry: new URL('../support/obedient-worker.mjs', import.meta.url),
    stuckMs: { query: 1000 },
    onDue: () => {},
    onPublished: () => {},
    ...options
  });
  pools.push(pool);
  return pool;
}

const ask = (pool: WorkerPool, soql: string) => pool.run({ kind: 'query', soql });

describe('the pool', () => {
  it('passes on what its first worker warns of', async () => {
    expect(await openPool().start()).toEqual(['one warning']);
  });

  it('answers more tasks than it has workers', async () => {
    const pool = openPool();
    await pool.start();

    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((soql) => ask(pool, soql)));

    expect(answers).toEqual(['a', 'b', 'c', 'd'].map((soql) => ({ soql })));
  });

  it.each(['exit', 'crash'])('tells the task whose worker ends (%s), and replaces the worker', async (how) => {
    const pool = openPool();
    await pool.start();

    await expect(ask(pool, how)).rejects.toThrow(WorkerLost);
    expect(await ask(pool, 'again')).toEqual({ soql: 'again' });
  });

  it('stops a worker that computes for too long, and goes on', async () => {
    const pool = openPool();
    await pool.start();

    const [stuck, other] = await Promise.allSettled([ask(pool, 'spin'), ask(pool, 'other')]);

    expect(stuck).toMatchObject({
      status: 'rejected',
      reason: { message: 'Apex CPU time limit exceeded: stopped after 1 s without an answer.' }
    });
    expect(other).toMatchObject({ status: 'fulfilled', value: { soql: 'other' } });
    expect(await ask(pool, 'again')).toEqual({ soql: 'again' });
  });

  it('takes a worker that it stops while that one starts for no fault', async () => {
    const pool = openPool({ size: 2, entry: new URL('../support/late-worker.mjs', import.meta.url) });

    const filled = pool.fill();
    await pool.close();

    await expect(filled).resolves.toBeUndefined();
  });

  it('keeps a worker whose task failed', async () => {
    const pool = openPool();
    await pool.start();

    await expect(ask(pool, 'throw')).rejects.toThrow('no such thing');
    expect(await ask(pool, 'again')).toEqual({ soql: 'again' });
  });
});
