import type { Org, Transaction } from '../kernel/services.js';

/** Locked records, for as long as the org is loaded; a test has its own. */
const locksOfOrgs = new WeakMap<Org, Set<string>>();
const testKey = {};

/** Ids of the records that Approval.lock or an approval process has locked. */
export function recordLocks(tx: Transaction): Set<string> {
  if (tx.test) return tx.slot(testKey, () => new Set<string>());
  const known = locksOfOrgs.get(tx.org) ?? new Set<string>();
  locksOfOrgs.set(tx.org, known);
  return known;
}

/** Does work that a record's lock does not stop: the actions of its approval process. */
export function pastLock<V>(tx: Transaction, id: string, work: () => V): V {
  const locks = recordLocks(tx);
  const held = locks.delete(id);
  try {
    return work();
  } finally {
    if (held) locks.add(id);
  }
}
