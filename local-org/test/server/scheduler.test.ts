import { describe, expect, it } from 'vitest';
import type { DueWork } from '../../src/async/due.js';
import { Scheduler } from '../../src/server/scheduler.js';

const job = (id: string, dueAt: number): DueWork => ({ kind: 'job', id, dueAt });
const soon = () => new Promise((resolve) => setTimeout(resolve, 60));

describe('the scheduler', () => {
  it('starts what is due in order of due time, and the rest when its time comes', async () => {
    const started: string[] = [];
    const scheduler = new Scheduler(9, async ({ id }) => void started.push(id));
    const now = Date.now();

    scheduler.add([job('late', now + 40), job('second', now - 1), job('first', now - 2)]);
    const atOnce = [...started];
    await soon();
    scheduler.close();

    expect(atOnce).toEqual(['first', 'second']);
    expect(started).toEqual(['first', 'second', 'late']);
  });

  it('runs no more than allowed at once', async () => {
    const ends: (() => void)[] = [];
    const scheduler = new Scheduler(2, () => new Promise((resolve) => ends.push(resolve)));

    scheduler.add(['a', 'b', 'c'].map((id) => job(id, 0)));
    const before = ends.length;
    ends[0]?.();
    await soon();
    scheduler.close();

    expect([before, ends.length]).toEqual([2, 3]);
  });

  it('starts nothing after it was closed', async () => {
    const started: string[] = [];
    const scheduler = new Scheduler(9, async ({ id }) => void started.push(id));

    scheduler.add([job('later', Date.now() + 20)]);
    scheduler.close();
    await soon();

    expect(started).toEqual([]);
  });
});
