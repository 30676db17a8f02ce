import type { ApexObject } from '../kernel/object.js';
import { orgTime } from '../kernel/org-time.js';
import { ApexDatetime } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import { Cron } from './cron.js';
import { isReadOnly } from './job-declarations.js';
import { idOf, type JobRows } from './job-rows.js';
import type { JobTransactions } from './job-transactions.js';
import type { CronRow } from './queue.js';
import type { RunnerParts } from './runner-parts.js';

/** Runs what is scheduled, and says when it is due next. */
export class CronRuns {
  private readonly parts: RunnerParts;
  private readonly rows: JobRows;
  private readonly transactions: JobTransactions;

  constructor(parts: RunnerParts, rows: JobRows, transactions: JobTransactions) {
    this.parts = parts;
    this.rows = rows;
    this.transactions = transactions;
  }

  /** The schedule of that id, when its time has come. */
  due(id: string): CronRow | undefined {
    const cron = this.parts.queue.cron(id);
    return cron && cron.nextAt !== null && cron.nextAt <= orgTime() ? cron : undefined;
  }

  run(cron: CronRow, outer: Transaction | undefined): void {
    const { queue, store, contexts, state } = this.parts;
    const now = orgTime();
    const next = new Cron(cron.expression).next(now, cron.timeZone) ?? null;
    const id = idOf(cron.id);
    const mine = this.transactions.system(cron.userId, outer, (tx) => {
      if (!queue.fired(cron, next)) return false;
      // A test runs the job at once; its trigger still waits for the time that was set.
      if (outer) return true;
      store.writeRow(tx, 'CronTrigger', id, {
        PreviousFireTime: new ApexDatetime(now),
        NextFireTime: next === null ? null : new ApexDatetime(next),
        TimesTriggered: cron.timesTriggered + 1,
        State: next === null ? 'DELETED' : 'WAITING'
      });
      return true;
    });
    if (!mine) return;
    const thrown = this.transactions.attempt(cron, { kind: 'scheduled', jobId: idOf(cron.jobId) }, outer, (tx) => {
      const job = state.read(tx, cron.state) as ApexObject;
      if (isReadOnly(tx, job)) tx.limits.readOnly();
      if (cron.scopeSize !== null) tx.async.executeBatch(tx, job, cron.scopeSize);
      else tx.org.code.invoke(tx, job, 'execute', [contexts.schedulable(tx, id)]);
    });
    if (next === null && !outer) this.end(cron);
    else if (next !== null && !outer) this.parts.due([{ kind: 'cron', id: cron.id, dueAt: next }]);
    if (thrown) throw thrown;
  }

  private end(cron: CronRow): void {
    this.transactions.system(cron.userId, undefined, (tx) => {
      this.parts.queue.dropCron(cron.id);
      this.rows.ended(tx, idOf(cron.jobId), 'Completed', null);
    });
  }
}
