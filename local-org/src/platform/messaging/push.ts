import { ApexMap, type ApexList, type ApexSet } from '../../kernel/collections.js';
import { ApexObject, type ApexValue } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import { T, type ApexType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { platformClass } from '../define.js';
import { mapSet } from '../map.js';

type S = string | null;
type Payload = ApexMap | null;

/** Messaging.PushNotification: what goes to the devices of users by way of a mobile app. */
class PushObject extends ApexObject {
  payload: Payload = null;
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Messaging.PushNotification', args: [] };
  }
}

/** A push notification that was sent; there are no devices, so nothing leaves the machine. */
export interface SentPush {
  readonly application: string;
  readonly payload: Payload;
  readonly users: readonly string[];
}

const sentKey = {};

/** The push notifications that the transaction has sent, for whoever shows them. */
export const sentPushes = (tx: Transaction): SentPush[] => tx.slot(sentKey, () => []);

function send(tx: Transaction, self: PushObject, application: S, users: ApexSet<string> | null): void {
  const sent = {
    application: required(application, 1),
    payload: self.payload,
    users: [...required(users, 2).entries.values()]
  };
  tx.limits.add('pushCalls', 1);
  sentPushes(tx).push(sent);
}

const values = (): ApexMap => new ApexMap(T.String, T.Object);

/** Entries whose values are there. */
function put(into: ApexMap, entries: readonly (readonly [string, ApexValue])[]): ApexMap {
  for (const [key, value] of entries) if (value !== null) mapSet(into, key, value);
  return into;
}

/** A payload as Apple's service reads it: what it shows under `aps`, the app's own data beside it. */
function apple(alert: ApexValue, sound: S, badge: number | null, data: Payload): ApexMap {
  const shown = put(values(), [
    ['alert', alert],
    ['sound', sound],
    ['badge', badge]
  ]);
  const payload = put(values(), [['aps', shown]]);
  for (const { key, value } of data?.entries.values() ?? []) mapSet(payload, key, value);
  return payload;
}

/** Apex Reference Guide, "PushNotification Class" and "PushNotificationPayload Class". */
export const pushClasses = [
  platformClass({
    name: 'Messaging.PushNotification',
    members: {
      'Messaging.PushNotification()': () => new PushObject(),
      'Messaging.PushNotification(Map<String,Object> payload)': (_tx, payload: Payload) =>
        Object.assign(new PushObject(), { payload }),
      'void send(String application, Set<String> users)': send,
      'void setPayload(Map<String,Object> payload)': (_tx, self: PushObject, payload: Payload) => {
        self.payload = payload;
      },
      // "Reserved for future use."
      'void setTtl(Integer ttl)': () => {}
    }
  }),
  platformClass({
    name: 'Messaging.PushNotificationPayload',
    members: {
      'static Map<String,Object> apple(String alert, String sound, Integer badgeCount, Map<String,Object> userData)': (
        _tx,
        alert: S,
        sound: S,
        badge: number | null,
        data: Payload
      ) => apple(alert, sound, badge, data),
      'static Map<String,Object> apple(String alertBody, String actionLocKey, String locKey, List<String> locArgs, String launchImage, String sound, Integer badgeCount, Map<String,Object> userData)':
        (_tx, ...args: never[]) => {
          const [body, action, key, keyArgs, image, sound, badge, data] = args as unknown as [
            S,
            S,
            S,
            ApexList | null,
            S,
            S,
            number | null,
            Payload
          ];
          const alert = put(values(), [
            ['body', body],
            ['action-loc-key', action],
            ['loc-key', key],
            ['loc-args', keyArgs],
            ['launch-image', image]
          ]);
          return apple(alert, sound, badge, data);
        }
    }
  })
];
