import type { ApexValue } from '../kernel/object.js';
import { ApexTime } from '../kernel/scalars.js';
import { required } from '../runtime/arguments.js';
import { timeText } from '../runtime/date-text.js';
import { sameValue } from '../runtime/equality.js';
import { hashOf } from '../runtime/hash.js';
import { platformClass } from './define.js';

type I = number | null;

const dayMs = 86_400_000;
/** Wraps around midnight. */
const time = (ms: number): ApexTime => new ApexTime(((ms % dayMs) + dayMs) % dayMs);

export const timeClass = platformClass({
  name: 'System.Time',
  members: {
    'static Time newInstance(Integer hour, Integer minutes, Integer seconds, Integer milliseconds)': (
      _tx,
      hour: I,
      minute: I,
      second: I,
      milli: I
    ) =>
      time(
        required(hour, 1) * 3_600_000 + required(minute, 2) * 60_000 + required(second, 3) * 1000 + required(milli, 4)
      ),
    'Time addHours(Integer additionalHours)': (_tx, self: ApexTime, count: I) =>
      time(self.ms + required(count, 1) * 3_600_000),
    'Time addMilliseconds(Integer additionalMilliseconds)': (_tx, self: ApexTime, count: I) =>
      time(self.ms + required(count, 1)),
    'Time addMinutes(Integer additionalMinutes)': (_tx, self: ApexTime, count: I) =>
      time(self.ms + required(count, 1) * 60_000),
    'Time addSeconds(Integer additionalSeconds)': (_tx, self: ApexTime, count: I) =>
      time(self.ms + required(count, 1) * 1000),
    'Boolean equals(Object other)': (tx, self: ApexTime, other: ApexValue) => sameValue(tx, self, other),
    'Integer hashCode()': (tx, self: ApexTime) => hashOf(tx, self),
    'Integer hour()': (_tx, self: ApexTime) => Math.floor(self.ms / 3_600_000),
    'Integer millisecond()': (_tx, self: ApexTime) => self.ms % 1000,
    'Integer minute()': (_tx, self: ApexTime) => Math.floor(self.ms / 60_000) % 60,
    'Integer second()': (_tx, self: ApexTime) => Math.floor(self.ms / 1000) % 60,
    'String toString()': (_tx, self: ApexTime) => timeText(self.ms)
  }
});
