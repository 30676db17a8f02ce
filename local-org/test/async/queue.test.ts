import { describe, expect, it } from 'vitest';
import { Queue, type JobRow } from '../../src/async/queue.js';
import { Connection } from '../../src/data/store/connection.js';

const job = (id: string, more: Partial<JobRow> = {}): JobRow => ({
  id,
  kind: 'queueable',
  userId: '005000000000001AAA',
  className: 'Job',
  detail: '',
  state: '{}',
  status: 'Queued',
  dueAt: 1000,
  signature: null,
  depth: 1,
  maxDepth: null,
  failures: 0,
  step: -1,
  ...more
});

const open = () => {
  const connection = new Connection(':memory:');
  return { connection, queue: new Queue(connection) };
};

describe('the queue', () => {
  it('gives back what was put in, in order', () => {
    const { queue } = open();
    const jobs = [job('b', { signature: 's', maxDepth: 3 }), job('a')];

    for (const one of jobs) queue.addJob(one);

    expect(queue.jobsIn('Queued')).toEqual(jobs);
  });

  it('lets one worker only take a job', () => {
    const { queue } = open();
    queue.addJob(job('a'));

    expect([queue.move('a', 'Queued', 'Processing'), queue.move('a', 'Queued', 'Processing')]).toEqual([true, false]);
  });

  it('knows a signature until its job is taken', () => {
    const { queue } = open();
    queue.addJob(job('a', { signature: 'one' }));

    const before = queue.isQueued('one');
    queue.move('a', 'Queued', 'Processing');

    expect([before, queue.isQueued('one'), queue.isQueued('two')]).toEqual([true, false, false]);
  });

  it('forgets what its transaction rolls back', () => {
    const { connection, queue } = open();

    connection.begin();
    queue.addJob(job('a'));
    connection.abort();

    expect(queue.job('a')).toBeUndefined();
  });

  it('takes one fire of a trigger once', () => {
    const { queue } = open();
    const cron = {
      id: 'c',
      jobId: 'j',
      name: 'nightly',
      expression: '0 0 1 * * ?',
      timeZone: 'UTC',
      userId: 'u',
      className: 'X',
      state: '{}',
      nextAt: 5,
      timesTriggered: 0,
      scopeSize: null
    };
    queue.addCron(cron);

    expect([queue.fired(cron, 9), queue.fired(cron, 9)]).toEqual([true, false]);
    expect(queue.cron('c')).toEqual({ ...cron, nextAt: 9, timesTriggered: 1 });
  });

  it('keeps events in the order of publishing', () => {
    const { queue } = open();
    const ids = ['x', 'y'].map((state) => queue.addEvent('E__e', state, 'u'));

    queue.dropEvents(ids.slice(0, 1));

    expect(queue.events()).toEqual([{ id: ids[1], object: 'E__e', state: 'y', userId: 'u' }]);
  });
});
