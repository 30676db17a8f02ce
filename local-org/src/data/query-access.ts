import type { RunningUser } from '../kernel/services.js';
import { queryException, securityException } from '../runtime/exceptions.js';
import { noSuchColumn } from './translate/errors.js';

/** Collects what a query reads and, for user mode, refuses what the user may not see. */
export class QueryAccess {
  private readonly touched = new Map<string, Set<string>>();

  touch(object: string, field?: string): void {
    let fields = this.touched.get(object);
    if (!fields) this.touched.set(object, (fields = new Set()));
    if (field !== undefined) fields.add(field);
  }

  /**
   * User mode: an unreadable object is a SecurityException; unreadable fields are reported as if they did not exist, all of them
   * in getInaccessibleFields.
   */
  check(user: RunningUser, mode: 'user' | 'securityEnforced'): void {
    const inaccessible = new Map<string, ReadonlySet<string>>();
    let message: string | undefined;
    for (const [object, fields] of this.touched) {
      if (!user.access.objectAccess(object, 'read') && mode === 'user') {
        throw securityException(`Access to entity '${object}' denied`);
      }
      const hidden = [...fields].filter((field) => !user.access.fieldAccess(object, field, 'read'));
      if (hidden.length === 0) continue;
      inaccessible.set(object, new Set(hidden));
      message ??= noSuchColumn(hidden[0] ?? '', object);
    }
    if (message === undefined) return;
    if (mode === 'securityEnforced') message = 'Insufficient permissions: secure query included inaccessible field';
    throw queryException(message, inaccessible);
  }
}
