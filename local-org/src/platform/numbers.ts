import type { ApexValue } from '../kernel/object.js';
import { ApexDouble } from '../kernel/scalars.js';
import { sameValue } from '../runtime/equality.js';
import { hashOf } from '../runtime/hash.js';
import { doubleText } from '../runtime/number-text.js';
import { toDecimal, toInteger, toLong } from '../runtime/conversion.js';
import { typeException } from '../runtime/exceptions.js';
import { platformClass } from './define.js';
import { formatNumber } from './number-format.js';
import { integerOfObject, orNull, parseDouble, parseInteger, parseLong } from './number-parsing.js';

export const integerClass = platformClass({
  name: 'System.Integer',
  members: {
    'static Integer MAX_VALUE {get}': { get: () => 2147483647 },
    'static Integer MIN_VALUE {get}': { get: () => -2147483648 },
    'static Integer valueOf(String stringToInteger)': (_tx, value: string | null) => parseInteger(value),
    'static Integer valueOf(Object fieldValue)': (_tx, value: ApexValue) => orNull(value, integerOfObject),
    'String format()': (tx, self: number) => formatNumber(tx.user, String(self)),
    'Integer intValue()': (_tx, self: number) => self,
    'Long longValue()': (_tx, self: number) => BigInt(self),
    'Double doubleValue()': (_tx, self: number) => new ApexDouble(self),
    'Boolean equals(Object other)': (tx, self: number, other: ApexValue) => sameValue(tx, self, other),
    'Integer hashCode()': (_tx, self: number) => self,
    'String toString()': (_tx, self: number) => String(self)
  }
});

export const longClass = platformClass({
  name: 'System.Long',
  members: {
    'static Long MAX_VALUE {get}': { get: () => 9223372036854775807n },
    'static Long MIN_VALUE {get}': { get: () => -9223372036854775808n },
    'static Long valueOf(String stringToLong)': (_tx, value: string | null) => parseLong(value),
    'static Long valueOf(Object fieldValue)': (_tx, value: ApexValue) => orNull(value, parseLong),
    'String format()': (tx, self: bigint) => formatNumber(tx.user, String(self)),
    'Integer intValue()': (_tx, self: bigint) => toInteger(self),
    'Long longValue()': (_tx, self: bigint) => self,
    'Double doubleValue()': (_tx, self: bigint) => new ApexDouble(Number(self)),
    'Boolean equals(Object other)': (tx, self: bigint, other: ApexValue) => sameValue(tx, self, other),
    'Integer hashCode()': (tx, self: bigint) => hashOf(tx, self),
    'String toString()': (_tx, self: bigint) => String(self)
  }
});

export const doubleClass = platformClass({
  name: 'System.Double',
  members: {
    'static Double MAX_VALUE {get}': { get: () => new ApexDouble(Number.MAX_VALUE) },
    'static Double MIN_VALUE {get}': { get: () => new ApexDouble(Number.MIN_VALUE) },
    'static Double valueOf(String stringToDouble)': (_tx, value: string | null) => parseDouble(value),
    'static Double valueOf(Object fieldValue)': (_tx, value: ApexValue) => orNull(value, parseDouble),
    'String format()': (tx, self: ApexDouble) => formatNumber(tx.user, String(self.value)),
    'Integer intValue()': (_tx, self: ApexDouble) => toInteger(self),
    'Long longValue()': (_tx, self: ApexDouble) => toLong(self),
    'Long round()': (_tx, self: ApexDouble) => toLong(new ApexDouble(Math.floor(self.value + 0.5))),
    'Decimal decimalValue()': (_tx, self: ApexDouble) => toDecimal(self),
    'Double doubleValue()': (_tx, self: ApexDouble) => self,
    'Boolean isNaN()': (_tx, self: ApexDouble) => Number.isNaN(self.value),
    'Boolean equals(Object other)': (tx, self: ApexDouble, other: ApexValue) => sameValue(tx, self, other),
    'Integer hashCode()': (tx, self: ApexDouble) => hashOf(tx, self),
    'String toString()': (_tx, self: ApexDouble) => doubleText(self.value)
  }
});

export const booleanClass = platformClass({
  name: 'System.Boolean',
  members: {
    'static Boolean valueOf(String stringToBoolean)': (_tx, value: string | null) => value?.toLowerCase() === 'true',
    'static Boolean valueOf(Object fieldValue)': (_tx, value: ApexValue) => {
      if (typeof value === 'boolean') return value;
      if (typeof value === 'string') return value.toLowerCase() === 'true';
      throw typeException(`Invalid boolean: ${String(value)}`);
    },
    'Boolean equals(Object other)': (_tx, self: boolean, other: ApexValue) => self === other,
    'Integer hashCode()': (tx, self: boolean) => hashOf(tx, self),
    'String toString()': (_tx, self: boolean) => String(self)
  }
});
