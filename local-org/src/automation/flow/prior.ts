import type { Scope } from './scope.js';

/** Whether something held for the record as it was before the save; never for a new record. */
export function heldBefore(scope: Scope, test: () => boolean): boolean {
  const { interview } = scope;
  const { trigger } = interview;
  if (!trigger?.prior) return false;
  const { record } = trigger;
  interview.trigger = { ...trigger, record: trigger.prior };
  try {
    return test();
  } finally {
    interview.trigger = { ...trigger, record };
  }
}
