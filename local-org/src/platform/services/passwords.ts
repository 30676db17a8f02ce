import { randomBytes } from 'node:crypto';
import type { ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import { required } from '../../runtime/arguments.js';
import { invalidParameter } from '../../runtime/exceptions.js';
import { dataClass, type DataObject, dataObject } from '../data-class.js';
import type { PlatformClassSource } from '../define.js';

type S = string | null;
type User = ApexId | null;

const system = { mode: 'system', sharing: false } as const;

function requireUser(tx: Transaction, id: User): void {
  const query = tx.data.parse(tx, 'SELECT COUNT() FROM User WHERE Id = :id');
  tx.limits.push();
  try {
    if (tx.data.count(tx, query, () => id, system) === 0) {
      throw invalidParameter(`Invalid userId specified: ${required(id, 1).value}`);
    }
  } finally {
    tx.limits.pop();
  }
}

function reset(tx: Transaction, id: User): DataObject {
  requireUser(tx, id);
  return dataObject('ResetPasswordResult', { password: randomBytes(8).toString('base64url').slice(0, 10) });
}

/** Nobody logs in to the local org by password: that the user exists is all there is to see of a new one. */
export const passwordMembers: PlatformClassSource['members'] = {
  'static ResetPasswordResult resetPassword(Id userId, Boolean sendUserEmail)': (tx, id: User) => reset(tx, id),
  'static ResetPasswordResult resetPasswordWithEmailTemplate(Id userId, Boolean sendUserEmail, String emailTemplateName)':
    (tx, id: User) => reset(tx, id),
  'static void setPassword(Id userId, String password)': (tx, id: User, password: S) => {
    requireUser(tx, id);
    required(password, 2);
  },
  'static void movePassword(Id targetUserId, Id sourceUserId)': (tx, target: User, source: User) => {
    requireUser(tx, target);
    requireUser(tx, source);
  }
};

export const resetPasswordResultClass = dataClass({
  name: 'System.ResetPasswordResult',
  access: 'methods',
  constructors: [],
  properties: { password: 'String' }
});
