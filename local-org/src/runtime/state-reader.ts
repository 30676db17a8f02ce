import { Big } from 'bigdecimal.js';
import { ApexList, ApexMap, ApexSet, keyOf } from '../kernel/collections.js';
import { ApexException } from '../kernel/exception.js';
import type { ApexObject } from '../kernel/object.js';
import { type ApexValue } from '../kernel/object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexId, ApexTime } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';
import { typeName } from '../kernel/types.js';
import { CursorObject } from '../platform/database/cursor.js';
import { fieldToken, sobjectTypeToken } from '../platform/schema/tokens.js';
import { serializableClasses, setPart } from '../platform/serializable.js';
import { typeToken } from '../platform/type-token.js';
import { apexException } from './exceptions.js';
import { readPart } from './state-parts.js';
import type { ScalarTag, StateException, StateObject, StateText, StateValue } from './state-text.js';

type Step = () => void;

/** Makes an object graph of a table of objects: first all objects, empty, then their parts, so that cycles close. */
export class StateReader {
  private readonly tx: Transaction;
  private readonly text: StateText;
  private readonly objects: ApexObject[] = [];

  constructor(tx: Transaction, text: StateText) {
    this.tx = tx;
    this.text = text;
    const keyed: Step[] = [];
    text.objects.forEach((entry, place) => this.fill(entry, this.object(place), keyed));
    // Sets and maps come last, inner ones first: their keys depend on what they hold.
    keyed.reverse().forEach((step) => step());
  }

  root(): ApexValue {
    return this.value(this.text.root);
  }

  private readonly value = (value: StateValue): ApexValue => {
    if (value === null || typeof value !== 'object') return value;
    const [tag, content] = value;
    return tag === 'ref' ? this.object(content as number) : scalar(tag, content as string);
  };

  private object(place: number): ApexObject {
    return (this.objects[place] ??= this.make(this.text.objects[place] as StateObject));
  }

  private make(entry: StateObject): ApexObject {
    switch (entry.kind) {
      case 'list':
        return new ApexList(entry.element);
      case 'set':
        return new ApexSet(entry.element);
      case 'map':
        return new ApexMap(entry.key, entry.value);
      case 'record':
        return new SObjectValue(entry.object);
      case 'enum':
        return this.enumValue(entry);
      case 'type':
        return typeToken(entry.of);
      case 'sobjectType':
        return sobjectTypeToken(entry.object);
      case 'field':
        return fieldToken(entry.object, entry.field);
      case 'exception':
        return new ApexException(entry.exception.type);
      case 'cursor':
        return new CursorObject(entry.cursor);
      case 'platform': {
        const made = serializableClasses.get(entry.name);
        if (!made) throw new Error(`There is no class ${entry.name} of which objects are stored`);
        return Object.create(made.prototype as object) as ApexObject;
      }
      case 'stub':
        return this.tx.org.code.createStub(this.tx, entry.of, this.value(entry.provider) as ApexObject);
      case 'instance':
        return this.tx.org.code.allocate(this.tx, entry.className);
    }
  }

  private enumValue(entry: StateObject & { kind: 'enum' }): ApexObject {
    const name = typeName(entry.type);
    const found =
      entry.type.kind === 'class'
        ? this.tx.org.code.enumValue(this.tx, name, entry.name)
        : this.tx.org.library.enumValue(name, entry.name);
    if (!found) throw apexException('SerializationException', `No enum constant ${name}.${entry.name}`);
    return found;
  }

  private fill(entry: StateObject, object: ApexObject, keyed: Step[]): void {
    if (entry.kind === 'list' && object instanceof ApexList) object.items = entry.items.map(this.value);
    else if (entry.kind === 'set' && object instanceof ApexSet) {
      keyed.push(() => {
        for (const item of entry.items.map(this.value)) object.entries.set(keyOf(item), item);
      });
    } else if (entry.kind === 'map' && object instanceof ApexMap) {
      keyed.push(() => {
        for (const [key, value] of entry.entries) {
          const made = this.value(key);
          object.entries.set(keyOf(made), { key: made, value: this.value(value) });
        }
      });
    } else if (entry.kind === 'record' && object instanceof SObjectValue) {
      object.queried = entry.queried;
      for (const [name, value] of entry.fields) object.fields.set(name, this.value(value));
    } else if (entry.kind === 'exception') this.fillException(object, entry.exception);
    else if (entry.kind === 'platform') {
      for (const [key, part] of entry.parts) setPart(object, key, readPart(part, this.value));
    } else if (entry.kind === 'instance') {
      for (const [name, value] of entry.members) this.tx.org.code.setSlot(object, name, this.value(value));
      if (entry.exception) this.fillException(object, entry.exception);
    }
  }

  private fillException(object: ApexObject, state: StateException): void {
    if (!(object instanceof ApexException)) return;
    const cause = this.value(state.cause);
    object.message = state.message;
    object.cause = cause instanceof ApexException ? cause : null;
    object.frames = state.frames;
  }
}

function scalar(tag: ScalarTag, text: string): ApexValue {
  switch (tag) {
    case 'long':
      return BigInt(text);
    case 'double':
      return new ApexDouble(Number(text));
    case 'decimal':
      return Big(text);
    case 'id':
      return ApexId.parse(text) ?? null;
    case 'date':
      return new ApexDate(Number(text));
    case 'datetime':
      return new ApexDatetime(Number(text));
    case 'time':
      return new ApexTime(Number(text));
    case 'blob':
      return new ApexBlob(new Uint8Array(Buffer.from(text, 'base64')));
  }
}
