import { describe, expect, it } from 'vitest';
import { ApexThrow } from '../../src/kernel/exception.js';
import type { LimitName } from '../../src/kernel/services.js';
import { exceptionText } from '../../src/runtime/exceptions.js';
import { limitTables, TransactionLimits } from '../../src/runtime/limits.js';
import { compile, transaction } from '../compiler/harness.js';

/** What adding one more than the limit throws; undefined when nothing is thrown. */
function excess(limits: TransactionLimits, name: LimitName): { text: string; fatal: boolean } | undefined {
  limits.add(name, limits.limit(name));
  try {
    limits.add(name, 1);
  } catch (error) {
    if (error instanceof ApexThrow) return { text: exceptionText(error.exception), fatal: error.fatal };
    throw error;
  }
  return undefined;
}

describe('governor limits', () => {
  it.each([
    ['queries', 'System.LimitException: Too many SOQL queries: 101'],
    ['queryRows', 'System.LimitException: Too many query rows: 50001'],
    ['dmlStatements', 'System.LimitException: Too many DML statements: 151'],
    ['dmlRows', 'System.LimitException: Too many DML rows: 10001'],
    ['callouts', 'System.LimitException: Too many callouts: 101'],
    ['futureCalls', 'System.LimitException: Too many future calls: 51'],
    ['queueableJobs', 'System.LimitException: Too many queueable jobs added to the queue: 51']
  ] as const)('%s end the transaction past their limit', (name, text) => {
    expect(excess(new TransactionLimits(limitTables.sync), name)).toEqual({ text, fatal: true });
  });

  it('are higher for asynchronous Apex where the platform has it so', () => {
    const { sync, async } = limitTables;

    expect([async.queries, async.cpuMs, async.heapBytes, async.queueableJobs]).toEqual([200, 60_000, 12_000_000, 1]);
    expect([sync.queries, sync.cpuMs, sync.heapBytes, sync.queueableJobs]).toEqual([100, 10_000, 6_000_000, 50]);
  });

  it('start anew at startTest and return at stopTest', () => {
    const limits = new TransactionLimits(limitTables.sync);
    limits.add('queries', 90);

    limits.push();
    limits.add('queries', 20);
    const inside = limits.used('queries');
    limits.pop();

    expect([inside, limits.used('queries')]).toEqual([20, 90]);
  });

  it('stop a loop that uses up the processor', () => {
    const limits = new TransactionLimits({ ...limitTables.sync, cpuMs: 30 });

    const spin = () => {
      for (;;) limits.checkCpu();
    };

    expect(spin).toThrow('Apex CPU time limit exceeded');
  });
});

it('a transaction has the limits of its origin', async () => {
  const code = await compile({ A: 'public class A {}' });
  const id = transaction(code).user.id;

  const batch = transaction(code, { origin: { kind: 'batch', jobId: id } });
  const queueable = transaction(code, { origin: { kind: 'queueable', jobId: id } });
  const scheduled = transaction(code, { origin: { kind: 'scheduled', jobId: id } });

  expect([batch.limits.limit('queries'), batch.limits.limit('futureCalls')]).toEqual([200, 0]);
  expect([queueable.limits.limit('queries'), queueable.limits.limit('futureCalls')]).toEqual([200, 50]);
  expect([scheduled.limits.limit('queries'), scheduled.limits.limit('queueableJobs')]).toEqual([100, 50]);
});
