import { ApexObject } from '../kernel/object.js';
import type { ApexId } from '../kernel/scalars.js';
import type { EnqueueOptions } from '../kernel/services.js';
import type { ApexType } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import { illegalArgument } from '../runtime/exceptions.js';
import { platformClass } from './define.js';

/** System.QueueableDuplicateSignature: the text that makes two jobs the same. */
export class DuplicateSignature extends ApexObject {
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'QueueableDuplicateSignature', args: [] };
  }
  keyToken(): string {
    return `\u0000q${this.text}`;
  }
}

class SignatureBuilder extends ApexObject {
  readonly parts: string[] = [];
  override apexType(): ApexType {
    return { kind: 'platform', name: 'QueueableDuplicateSignature.Builder', args: [] };
  }
  add(kind: string, value: string): SignatureBuilder {
    this.parts.push(`${kind}${JSON.stringify(value)}`);
    return this;
  }
}

export class AsyncOptionsObject extends ApexObject {
  signature: DuplicateSignature | null = null;
  maximumDepth: number | null = null;
  delayMinutes: number | null = null;
  override apexType(): ApexType {
    return { kind: 'platform', name: 'AsyncOptions', args: [] };
  }
}

export function enqueueOptions(options: AsyncOptionsObject): EnqueueOptions {
  return {
    ...(options.delayMinutes === null ? {} : { delayMinutes: options.delayMinutes }),
    ...(options.signature === null ? {} : { duplicateSignature: options.signature.text }),
    ...(options.maximumDepth === null ? {} : { maximumStackDepth: options.maximumDepth })
  };
}

export const asyncOptionsClass = platformClass({
  name: 'System.AsyncOptions',
  members: {
    'AsyncOptions()': () => new AsyncOptionsObject(),
    'QueueableDuplicateSignature DuplicateSignature {get; set}': {
      get: (_tx, self: AsyncOptionsObject) => self.signature,
      set: (_tx, self: AsyncOptionsObject, value: DuplicateSignature | null) => {
        self.signature = value;
      }
    },
    'Integer MaximumQueueableStackDepth {get; set}': {
      get: (_tx, self: AsyncOptionsObject) => self.maximumDepth,
      set: (_tx, self: AsyncOptionsObject, value: number | null) => {
        if (value !== null && value < 1) throw illegalArgument('MaximumQueueableStackDepth must be greater than 0');
        self.maximumDepth = value;
      }
    },
    'Integer MinimumQueueableDelayInMinutes {get; set}': {
      get: (_tx, self: AsyncOptionsObject) => self.delayMinutes,
      set: (_tx, self: AsyncOptionsObject, value: number | null) => {
        if (value !== null && (value < 0 || value > 10)) {
          throw illegalArgument('MinimumQueueableDelayInMinutes must be between 0 and 10');
        }
        self.delayMinutes = value;
      }
    }
  }
});

export const duplicateSignatureClass = platformClass({
  name: 'System.QueueableDuplicateSignature',
  members: {
    'static QueueableDuplicateSignature.Builder builder()': () => new SignatureBuilder(),
    'String toString()': (_tx, self: DuplicateSignature) => self.text
  }
});

export const duplicateSignatureBuilderClass = platformClass({
  name: 'System.QueueableDuplicateSignature.Builder',
  members: {
    'QueueableDuplicateSignature.Builder()': () => new SignatureBuilder(),
    'QueueableDuplicateSignature.Builder addId(Id inputId)': (_tx, self: SignatureBuilder, id: ApexId | null) =>
      self.add('id', required(id, 1).value),
    'QueueableDuplicateSignature.Builder addInteger(Integer inputInteger)': (
      _tx,
      self: SignatureBuilder,
      value: number | null
    ) => self.add('int', String(required(value, 1))),
    'QueueableDuplicateSignature.Builder addString(String inputString)': (
      _tx,
      self: SignatureBuilder,
      value: string | null
    ) => self.add('text', required(value, 1)),
    'QueueableDuplicateSignature build()': (_tx, self: SignatureBuilder) => new DuplicateSignature(self.parts.join(';'))
  }
});
