import { BigDecimal } from 'bigdecimal.js';
import { ApexList, ApexMap, ApexSet } from '../kernel/collections.js';
import { ApexException } from '../kernel/exception.js';
import type { ApexObject } from '../kernel/object.js';
import { ApexEnumValue, type ApexValue } from '../kernel/object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexId, ApexTime } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';
import { typeName } from '../kernel/types.js';
import { CursorObject } from '../platform/database/cursor.js';
import { SObjectFieldToken, SObjectTypeToken } from '../platform/schema/tokens.js';
import { partsOf, serializableName } from '../platform/serializable.js';
import { TypeToken } from '../platform/type-token.js';
import { apexException } from './exceptions.js';
import { doubleText } from './number-text.js';
import { writePart } from './state-parts.js';
import type { StateException, StateObject, StateText, StateValue } from './state-text.js';

/** Turns an object graph into a table of objects, each written once. */
export class StateWriter {
  private readonly tx: Transaction;
  private readonly places = new Map<ApexObject, number>();
  private readonly objects: StateObject[] = [];

  constructor(tx: Transaction) {
    this.tx = tx;
  }

  text(root: ApexValue): StateText {
    return { root: this.value(root), objects: this.objects };
  }

  private readonly value = (value: ApexValue): StateValue => {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      return value;
    if (typeof value === 'bigint') return ['long', String(value)];
    if (value instanceof BigDecimal) return ['decimal', value.toString()];
    if (value instanceof ApexDouble) return ['double', doubleText(value.value)];
    if (value instanceof ApexId) return ['id', value.value];
    if (value instanceof ApexDate) return ['date', String(value.days)];
    if (value instanceof ApexDatetime) return ['datetime', String(value.ms)];
    if (value instanceof ApexTime) return ['time', String(value.ms)];
    if (value instanceof ApexBlob) return ['blob', Buffer.from(value.bytes).toString('base64')];
    return ['ref', this.place(value)];
  };

  private place(object: ApexObject): number {
    const known = this.places.get(object);
    if (known !== undefined) return known;
    const place = this.objects.length;
    this.places.set(object, place);
    // The place is taken before the parts are written, so that a part may point back.
    this.objects.push({ kind: 'list', element: { kind: 'null' }, items: [] });
    this.objects[place] = this.object(object);
    return place;
  }

  private object(object: ApexObject): StateObject {
    if (object instanceof ApexList)
      return { kind: 'list', element: object.element, items: object.items.map(this.value) };
    if (object instanceof ApexSet) {
      return { kind: 'set', element: object.element, items: [...object.entries.values()].map(this.value) };
    }
    if (object instanceof ApexMap) {
      const entries = [...object.entries.values()].map((e) => [this.value(e.key), this.value(e.value)] as const);
      return { kind: 'map', key: object.key, value: object.value, entries };
    }
    if (object instanceof SObjectValue) {
      const fields = [...object.fields].map(([name, field]) => [name, this.value(field)] as const);
      return { kind: 'record', object: object.object, queried: object.queried, fields };
    }
    if (object instanceof ApexEnumValue) return { kind: 'enum', type: object.type, name: object.name };
    if (object instanceof TypeToken) return { kind: 'type', of: object.of };
    if (object instanceof SObjectTypeToken) return { kind: 'sobjectType', object: object.object };
    if (object instanceof SObjectFieldToken) return { kind: 'field', object: object.object, field: object.field };
    if (object instanceof CursorObject) return { kind: 'cursor', cursor: object.state };
    const type = object.apexType();
    const provider = this.tx.org.code.stubProvider(object);
    if (provider) return { kind: 'stub', of: type, provider: this.value(provider) };
    if (type.kind === 'class') return this.instance(object, type.name);
    if (object instanceof ApexException) return { kind: 'exception', exception: this.exception(object) };
    const name = serializableName(object);
    if (name !== undefined) {
      const parts = partsOf(object).map(([key, part]) => [key, writePart(part, this.value)] as const);
      return { kind: 'platform', name, parts };
    }
    throw apexException('SerializationException', `Not Serializable: ${this.fullName(typeName(type))}`);
  }

  /** What the members hold: no accessor runs, and fields that code cannot assign any more are kept too. */
  private instance(object: ApexObject, className: string): StateObject {
    const { code } = this.tx.org;
    const members: (readonly [string, StateValue])[] = [];
    for (const member of code.classInfo(className)?.members ?? []) {
      if (member.static || member.transient) continue;
      members.push([member.name, this.value(code.getSlot(object, member.name))]);
    }
    return {
      kind: 'instance',
      className,
      members,
      ...(object instanceof ApexException ? { exception: this.exception(object) } : {})
    };
  }

  private exception(exception: ApexException): StateException {
    return {
      type: exception.type,
      message: exception.message,
      cause: this.value(exception.cause),
      frames: exception.frames.map((frame) => ({ ...frame }))
    };
  }

  private fullName(name: string): string {
    const owner = this.tx.org.library.class(name);
    return owner && !name.includes('.') ? `${owner.namespace}.${name}` : name;
  }
}
