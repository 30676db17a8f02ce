import { ApexObject } from '../kernel/object.js';
import type { ApexDatetime } from '../kernel/scalars.js';
import type { ApexType } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import type { HasText } from '../runtime/text.js';
import { isTimeZone, localParts } from '../runtime/time-zone.js';
import { platformClass } from './define.js';

/** System.TimeZone: a named zone. */
export class TimeZoneObject extends ApexObject implements HasText {
  readonly id: string;
  constructor(id: string) {
    super();
    this.id = id;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'TimeZone', args: [] };
  }
  apexText(): string {
    return this.id;
  }
  keyToken(): string {
    return `\u0000z${this.id}`;
  }
}

/** `(GMT-08:00) Pacific Standard Time (America/Los_Angeles)` */
function displayName(id: string, locale: string, ms: number): string {
  const minutes = Math.round(localParts(id, ms).offsetMs / 60_000);
  const size = Math.abs(minutes);
  const offset = `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
  const name = new Intl.DateTimeFormat(locale.replaceAll('_', '-'), { timeZone: id, timeZoneName: 'long' })
    .formatToParts(ms)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return `(GMT${offset}) ${name} (${id})`;
}

export const timeZoneClass = platformClass({
  name: 'System.TimeZone',
  members: {
    'static TimeZone getTimeZone(String timeZoneIdString)': (_tx, id: string | null) =>
      new TimeZoneObject(isTimeZone(required(id, 1)) ? (id as string) : 'GMT'),
    'String getDisplayName()': (tx, self: TimeZoneObject) => displayName(self.id, tx.user.locale, tx.now()),
    'String getID()': (_tx, self: TimeZoneObject) => self.id,
    'Integer getOffset(Datetime inputDatetime)': (_tx, self: TimeZoneObject, at: ApexDatetime | null) =>
      localParts(self.id, required(at, 1).ms).offsetMs,
    'String toString()': (_tx, self: TimeZoneObject) => self.id
  }
});
