import { ApexObject, type ApexValue } from '../../kernel/object.js';
import type { ApexSet } from '../../kernel/collections.js';
import type { Transaction } from '../../kernel/services.js';
import type { ApexType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { platformClass, type StaticFunction } from '../define.js';

/** Messaging.CustomNotification: a bell notification. */
export class NotificationObject extends ApexObject {
  readonly values = new Map<string, ApexValue>();
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Messaging.CustomNotification', args: [] };
  }
}

export interface SentNotification {
  readonly notification: NotificationObject;
  /** Ids of users, groups, queues or records that name their owners. */
  readonly recipients: readonly string[];
}

const sentKey = {};

/** The notifications that the transaction has sent, for whoever shows them. */
export const sentNotifications = (tx: Transaction): SentNotification[] => tx.slot(sentKey, () => []);

const setter =
  (name: string): StaticFunction =>
  (_tx, self: NotificationObject, value: ApexValue) => {
    self.values.set(name, value);
  };

export const notificationClass = platformClass({
  name: 'Messaging.CustomNotification',
  members: {
    'Messaging.CustomNotification()': () => new NotificationObject(),
    'Messaging.CustomNotification(String typeId, String sender, String title, String body, String targetId, String targetPageRef)':
      (_tx, ...args: never[]) => {
        const made = new NotificationObject();
        const names = ['notificationTypeId', 'senderId', 'title', 'body', 'targetId', 'targetPageRef'];
        names.forEach((name, i) => made.values.set(name, args[i] ?? null));
        return made;
      },
    'void send(Set<String> users)': (tx, self: NotificationObject, users: ApexSet<string> | null) => {
      sentNotifications(tx).push({ notification: self, recipients: [...required(users, 1).entries.values()] });
    },
    'void setBody(String body)': setter('body'),
    'void setNotificationTypeId(String id)': setter('notificationTypeId'),
    'void setSenderId(String id)': setter('senderId'),
    'void setTargetId(String targetId)': setter('targetId'),
    'void setTargetPageRef(String pageRef)': setter('targetPageRef'),
    'void setTitle(String title)': setter('title')
  }
});
