import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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
    most: 2,
    computing: 2,
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
const threadsOf = (answers: readonly unknown[]) => new Set(answers.map((one) => (one as { thread: number }).thread));

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

  it('starts no other worker for a task that is soon come to', async () => {
    const pool = openPool({ most: 8, computing: 8, stuckMs: {} });
    await pool.start();

    await Promise.all(Array.from({ length: 40 }, () => ask(pool, 'quick')));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const answers = await Promise.all([ask(pool, 'thread'), ask(pool, 'thread')]);

    expect(threadsOf(answers).size).toBe(1);
  });

  it('starts another worker for a task that waits', async () => {
    const pool = openPool({ most: 8, computing: 2, stuckMs: { query: 5000 } });
    await pool.start();

    const stuck = ask(pool, 'spin').catch((error: Error) => error);
    const others = await Promise.all([ask(pool, 'thread'), ask(pool, 'thread')]);

    expect(threadsOf(others).size).toBe(1);
    expect(await stuck).toBeInstanceOf(WorkerLost);
  });

  it('starts no more workers than may compute at a time', async () => {
    const pool = openPool({ most: 8, computing: 1, stuckMs: { query: 3000 } });
    await pool.start();
    const order: string[] = [];

    const stuck = ask(pool, 'spin').catch(() => order.push('stopped'));
    await ask(pool, 'other').then(() => order.push('answered'));
    await stuck;

    expect(order).toEqual(['stopped', 'answered']);
  });

  it('starts further workers while others wait for callouts', async () => {
    const silent = createServer(() => {}).listen(0);
    const { port } = silent.address() as AddressInfo;
    const pool = openPool({ most: 3, computing: 1, stuckMs: {} });
    await pool.start();

    const waiting = ['a', 'b'].map((name) => ask(pool, `call http://localhost:${port}/${name}`));
    const answer = await ask(pool, 'other');

    expect(answer).toEqual({ soql: 'other' });
    silent.close();
    silent.closeAllConnections();
    await Promise.all(waiting);
  });

  it('takes a worker that it stops while that one starts for no fault', async () => {
    const pool = openPool({ most: 2, computing: 2, entry: new URL('../support/late-worker.mjs', import.meta.url) });

    const first = pool.start().catch((error: Error) => error.message);
    const waiting = ask(pool, 'other').catch((error: Error) => error.message);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await pool.close();

    expect(await waiting).toBe('The server is shutting down.');
    expect(await first).toBe('The Apex worker ended before it was ready.');
  });

  it('keeps a worker whose task failed', async () => {
    const pool = openPool();
    await pool.start();

    await expect(ask(pool, 'throw')).rejects.toThrow('no such thing');
    expect(await ask(pool, 'again')).toEqual({ soql: 'again' });
  });
});
