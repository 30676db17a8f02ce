import type { ApexValue } from '../../../kernel/object.js';
import { NotificationObject, sentNotifications } from '../../../platform/messaging/notification.js';
import { FlowFault } from '../fault.js';
import type { Scope } from '../scope.js';
import { type ActionValues, listInput, textInput } from './action-values.js';

/** Input of the action → property of the notification. */
const properties = {
  customNotifTypeId: 'notificationTypeId',
  title: 'title',
  body: 'body',
  targetId: 'targetId',
  targetPageRef: 'targetPageRef',
  senderId: 'senderId'
} as const;

/** The Send Custom Notification action: Actions Developer Guide, "Custom Notification Actions". It is kept with those that Apex sends. */
export function customNotification({ tx }: Scope, inputs: ActionValues): ReadonlyMap<string, ApexValue> {
  const recipients = listInput(inputs, 'recipientIds');
  if (recipients.length === 0)
    throw new FlowFault('The flow failed to send a custom notification: Missing recipients.');
  const notification = new NotificationObject();
  for (const [input, property] of Object.entries(properties))
    notification.values.set(property, textInput(inputs, input));
  sentNotifications(tx).push({ notification, recipients });
  return new Map([['success', true]]);
}
