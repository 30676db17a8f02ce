import type { Transaction } from '../kernel/services.js';

/**
 * Runs code on a stack of its own: triggers and jobs do not go on with that of the code that caused them to run (Apex Developer Guide,
 * "Execution Governors and Limits", on recursive Apex). Stack traces end at a function of this name (kernel/exception.ts).
 */
export function apexInvocation<V>(tx: Transaction, step: () => V): V {
  const outer = tx.callDepth;
  tx.callDepth = 0;
  try {
    return step();
  } finally {
    tx.callDepth = outer;
  }
}
