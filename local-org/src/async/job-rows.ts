import { BigDecimal } from 'bigdecimal.js';
import type { ApexValue } from '../kernel/object.js';
import { ApexDatetime, ApexId } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import type { AsyncStore, JobFailure } from './pieces.js';

export type JobType = 'Queueable' | 'Future' | 'BatchApex' | 'BatchApexWorker' | 'ScheduledApex';

/** The AsyncApexJob rows that Apex and people see of the queue. */
export class JobRows {
  private readonly store: AsyncStore;

  constructor(store: AsyncStore) {
    this.store = store;
  }

  /** `method` is that of a future; other jobs have none. */
  add(
    tx: Transaction,
    type: JobType,
    className: string,
    method: string | null,
    more: Readonly<Record<string, ApexValue>> = {}
  ): ApexId {
    return this.store.writeRow(tx, 'AsyncApexJob', null, {
      JobType: type,
      ApexClassId: this.store.classId(className.split('.')[0] ?? className),
      MethodName: method,
      Status: 'Queued',
      JobItemsProcessed: 0,
      TotalJobItems: 0,
      NumberOfErrors: 0,
      ...more
    });
  }

  started(tx: Transaction, id: ApexId): void {
    this.store.writeRow(tx, 'AsyncApexJob', id, { Status: 'Processing' });
  }

  progress(tx: Transaction, id: ApexId, fields: Readonly<Record<string, ApexValue>>): void {
    this.store.writeRow(tx, 'AsyncApexJob', id, fields);
  }

  /** ExtendedStatus holds the first error: `First error: …`, as the Apex Jobs page shows it. */
  ended(tx: Transaction, id: ApexId, status: 'Completed' | 'Failed' | 'Aborted', failure: JobFailure | null): void {
    this.store.writeRow(tx, 'AsyncApexJob', id, {
      Status: status,
      CompletedDate: new ApexDatetime(tx.now()),
      ...(failure && {
        ExtendedStatus: failure.message.slice(0, 1000),
        NumberOfErrors: 1
      })
    });
  }
}

/** The number in a numeric field of a row, whatever Apex type it is read as. */
export const numberOf = (value: ApexValue | undefined): number =>
  value instanceof BigDecimal ? Number(value.toPlainString()) : typeof value === 'number' ? value : 0;

/** The id for a stored text that is known to be one. */
export function idOf(text: string): ApexId {
  const id = ApexId.parse(text);
  if (!id) throw new Error(`${text} is no id`);
  return id;
}
