import type { ObservedStatement, StatementEnd, TransactionObserver } from '../kernel/observer.js';
import { frameText } from '../runtime/stack-trace.js';
import type { StatementCost } from './profile.js';

/** Sums up the statements of all transactions that it observes, by text and place. */
export class StatementProfile implements TransactionObserver {
  private readonly costs = new Map<
    string,
    { text: string; place: string; count: number; rows: number; totalMs: number }
  >();

  statement({ text, frames }: ObservedStatement): (end: StatementEnd) => void {
    const place = frames[0] ? frameText(frames[0]) : '';
    const key = `${place}\n${text}`;
    const cost = this.costs.get(key) ?? { text, place, count: 0, rows: 0, totalMs: 0 };
    this.costs.set(key, cost);
    const began = performance.now();
    return ({ rows }) => {
      cost.count++;
      cost.rows += rows ?? 0;
      cost.totalMs += performance.now() - began;
    };
  }

  unit(): () => void {
    return () => {};
  }

  all(): StatementCost[] {
    return [...this.costs.values()];
  }
}
