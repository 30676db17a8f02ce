import type { RunningUser } from '../kernel/services.js';
import { queryException } from '../runtime/exceptions.js';
import { noSuchColumn, noSuchObject } from './translate/errors.js';

/** Collects what a query reads and, for user mode, refuses what the user may not see. */
export class QueryAccess {
  private readonly touched = new Map<string, Set<string>>();

  touch(object: string, field?: string): void {
    let fields = this.touched.get(object);
    if (!fields) this.touched.set(object, (fields = new Set()));
    if (field !== undefined) fields.add(field);
  }

  /**
   * User mode: unreadable objects and fields are reported as if they did not exist, with all unreadable fields in
   * getInaccessibleFields. Texts as public tests expect them of an org.
   */
  check(user: RunningUser, mode: 'user' | 'securityEnforced'): void {
    const inaccessible = new Map<string, ReadonlySet<string>>();
    let message: string | undefined;
    for (const [object, fields] of this.touched) {
      const readable = user.access.objectAccess(object, 'read');
      const hidden = [...fields].filter((field) => !readable || !user.access.fieldAccess(object, field, 'read'));
      if (readable && hidden.length === 0) continue;
      inaccessible.set(object, new Set(hidden));
      message ??= readable ? noSuchColumn(hidden[0] ?? '', object) : noSuchObject(object);
    }
    if (message === undefined) return;
    if (mode === 'securityEnforced') message = 'Insufficient permissions: secure query included inaccessible field';
    throw queryException(message, inaccessible);
  }
}
