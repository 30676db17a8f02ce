import { ApexObject } from '../../kernel/object.js';
import type { AccessMode, Transaction } from '../../kernel/services.js';
import type { ApexType } from '../../kernel/types.js';
import { platformClass } from '../define.js';

/** System.AccessLevel: USER_MODE or SYSTEM_MODE. */
export class AccessLevel extends ApexObject {
  readonly mode: AccessMode['mode'];
  constructor(mode: AccessMode['mode']) {
    super();
    this.mode = mode;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'AccessLevel', args: [] };
  }
}

const userMode = new AccessLevel('user');
const systemMode = new AccessLevel('system');

export const accessLevelClass = platformClass({
  name: 'System.AccessLevel',
  members: {
    'static AccessLevel USER_MODE {get}': { get: () => userMode },
    'static AccessLevel SYSTEM_MODE {get}': { get: () => systemMode },
    'AccessLevel withPermissionSetId(String permissionSetId)': { unsupported: 'access levels by permission set' }
  }
});

/**
 * The access of a Database call: an explicit level, else what the calling class has by its API version. System mode still follows
 * the class's sharing keyword; user mode always follows sharing.
 */
export function accessOf(tx: Transaction, level: AccessLevel | null): AccessMode {
  const caller = tx.org.code.callerAccess(tx);
  if (level === null) return caller;
  return level.mode === 'user' ? { mode: 'user', sharing: true } : { mode: 'system', sharing: caller.sharing };
}
