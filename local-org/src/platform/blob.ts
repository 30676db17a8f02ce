import { ApexBlob } from '../kernel/scalars.js';
import type { ApexValue } from '../kernel/object.js';
import { required } from '../runtime/arguments.js';
import { sameValue } from '../runtime/equality.js';
import { stringException } from '../runtime/exceptions.js';
import { hashOf } from '../runtime/hash.js';
import { platformClass } from './define.js';

export const blobOf = (text: string): ApexBlob => new ApexBlob(Buffer.from(text, 'utf8'));

/** The text of a Blob; bytes that are no UTF-8 are refused. */
export function blobText(blob: ApexBlob): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(blob.bytes);
  } catch {
    throw stringException('BLOB is not a valid UTF-8 string');
  }
}

export const blobClass = platformClass({
  name: 'System.Blob',
  members: {
    'static Blob toPdf(String stringToConvert)': { unsupported: 'rendering PDF documents' },
    'static Blob valueOf(String stringToBlob)': (_tx, text: string | null) => blobOf(required(text, 1)),
    'Boolean equals(Object other)': (tx, self: ApexBlob, other: ApexValue) => sameValue(tx, self, other),
    'Integer hashCode()': (tx, self: ApexBlob) => hashOf(tx, self),
    'Integer size()': (_tx, self: ApexBlob) => self.bytes.length,
    'String toString()': (_tx, self: ApexBlob) => blobText(self)
  }
});
