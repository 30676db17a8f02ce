import type { ApexObject } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';

const key = {};

/** The finalizer that the job of this transaction has attached. Its state is taken when the job ends, as on the platform. */
export const attachedFinalizer = (tx: Transaction): { finalizer: ApexObject | null } =>
  tx.slot(key, (): { finalizer: ApexObject | null } => ({ finalizer: null }));
