import type { ApexObject, ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import { callMethod } from '../runtime/dispatch.js';
import { sameValue } from '../runtime/equality.js';
import { hashOf } from '../runtime/hash.js';
import { toText } from '../runtime/text.js';
import { platformClass, type StaticFunction } from './define.js';

/** What every value has. Strings, numbers and the like list their own equals and hashCode too. */
export const objectClass = platformClass({
  name: 'System.Object',
  members: {
    'String toString()': (tx, self: ApexValue) => toText(tx, self),
    'Boolean equals(Object other)': (tx, self: ApexValue, other: ApexValue) => sameValue(tx, self, other),
    'Integer hashCode()': (tx, self: ApexValue) => hashOf(tx, self)
  }
});

/** Implementation of an interface method: calls what the object itself defines, in the project or in the library. */
export function virtual(name: string): StaticFunction {
  return (tx: Transaction, ...args: never[]) => {
    const [self, ...rest] = args as unknown as [ApexObject, ...ApexValue[]];
    return callMethod(tx, self, name, rest);
  };
}
