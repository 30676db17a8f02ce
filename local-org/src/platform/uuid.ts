import { randomUUID } from 'node:crypto';
import { ApexObject } from '../kernel/object.js';
import type { ApexValue } from '../kernel/object.js';
import type { ApexType } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import { illegalArgument } from '../runtime/exceptions.js';
import { stringHash } from '../runtime/hash.js';
import type { HasText } from '../runtime/text.js';
import { platformClass } from './define.js';

/** System.UUID; equal by value. */
export class UuidObject extends ApexObject implements HasText {
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'UUID', args: [] };
  }
  apexText(): string {
    return this.text;
  }
  keyToken(): string {
    return `\u0000u${this.text}`;
  }
}

const same = (a: UuidObject, b: ApexValue): boolean => b instanceof UuidObject && a.text === b.text;

export const uuidClass = platformClass({
  name: 'System.UUID',
  members: {
    'static UUID randomUUID()': () => new UuidObject(randomUUID()),
    'static UUID fromString(String str)': (_tx, text: string | null) => {
      const value = required(text, 1).toLowerCase();
      if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(value))
        throw illegalArgument(`Invalid UUID string: ${text}`);
      return new UuidObject(value);
    },
    'Boolean equals(Object obj)': (_tx, self: UuidObject, other: ApexValue) => same(self, other),
    'Integer hashCode()': (_tx, self: UuidObject) => stringHash(self.text),
    'String toString()': (_tx, self: UuidObject) => self.text
  }
});
