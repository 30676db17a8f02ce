import type { RunningUser, Transaction } from '../kernel/services.js';
import type { Connection } from './store/connection.js';

/** The first object of either kind that was changed. */
interface Changed {
  setup: string | undefined;
  other: string | undefined;
}

interface ApexSavepoint {
  readonly id: number;
  /** Whether there was uncommitted work before it. */
  readonly dirty: boolean;
}

/** What the database keeps of one Apex transaction: whether it holds the write lock, its savepoints, what stands in the way of a callout. */
export class Work {
  private readonly connection: Connection;
  private begun = false;
  private dirty = false;
  private savepoints: ApexSavepoint[] = [];
  private changes = new WeakMap<RunningUser, Changed>();

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** Takes the write lock unless the transaction has it. Until then reads run by themselves, so that slow callouts hold no lock. */
  begin(): void {
    if (this.begun) return;
    this.connection.begin();
    this.begun = true;
  }

  /**
   * Kinds of objects that DML has changed, for the rule against mixing set-up and other objects. What System.runAs does to make its
   * user does not count, and it has a copy of the user.
   */
  changedAs(user: RunningUser): Changed {
    let changed = this.changes.get(user);
    if (!changed) this.changes.set(user, (changed = { setup: undefined, other: undefined }));
    return changed;
  }

  markDirty(): void {
    this.dirty = true;
  }

  /** What was done so far no longer stands in the way of a callout. */
  settle(): void {
    this.dirty = false;
    this.savepoints = [];
  }

  get hasUncommittedWork(): boolean {
    return this.dirty || this.savepoints.length > 0;
  }

  savepoint(): number {
    this.begin();
    const id = this.connection.savepoint();
    this.savepoints.push({ id, dirty: this.dirty });
    return id;
  }

  rollback(savepoint: number): void {
    const place = this.savepoints.findIndex(({ id }) => id === savepoint);
    this.connection.rollbackTo(savepoint);
    const kept = this.savepoints[place];
    if (!kept) return;
    this.savepoints = this.savepoints.slice(0, place + 1);
    this.dirty = kept.dirty;
  }

  release(savepoint: number): void {
    const place = this.savepoints.findIndex(({ id }) => id === savepoint);
    if (place < 0) return;
    this.connection.release(savepoint);
    this.savepoints = this.savepoints.slice(0, place);
  }

  end(outcome: 'commit' | 'abort'): void {
    if (!this.begun) return;
    this.begun = false;
    this.settle();
    if (outcome === 'commit') this.connection.commit();
    else this.connection.abort();
  }
}

/** The work of each transaction, forgotten with it. */
export class WorkBook {
  private readonly connection: Connection;
  private readonly works = new WeakMap<Transaction, Work>();
  constructor(connection: Connection) {
    this.connection = connection;
  }
  of(tx: Transaction): Work {
    let work = this.works.get(tx);
    if (!work) this.works.set(tx, (work = new Work(this.connection)));
    return work;
  }
}
