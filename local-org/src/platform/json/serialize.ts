import { BigDecimal } from 'bigdecimal.js';
import { ApexList, ApexMap, ApexSet } from '../../kernel/collections.js';
import { ApexException } from '../../kernel/exception.js';
import { ApexEnumValue, ApexObject, type ApexValue } from '../../kernel/object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexId, ApexTime } from '../../kernel/scalars.js';
import type { ClassInfo, MemberInfo, Transaction } from '../../kernel/services.js';
import { isChildList, SObjectValue } from '../../kernel/sobject.js';
import { typeName } from '../../kernel/types.js';
import { dateText, datetimeIso, timeText } from '../../runtime/date-text.js';
import { exceptionTypeName, jsonException, limitException } from '../../runtime/exceptions.js';
import { heldText, reserveBytes } from '../../runtime/heap.js';
import { doubleText } from '../../runtime/number-text.js';
import { orderedFields } from '../../runtime/sobject-access.js';
import { toText } from '../../runtime/text.js';
import { DataObject, valuesOf } from '../data-class.js';
import { LeadConvertResult } from '../database/convert-lead.js';
import { DatabaseError, DmlResult } from '../database/results.js';
import { UuidObject } from '../uuid.js';
import { requireSerializable } from './access.js';
import { JsonWriter } from './writer.js';

export const apiVersion = '67.0';
const deepest = 1000;

/** Platform objects that can be written: their members in order. */
export interface HasJson {
  jsonMembers(tx: Transaction): readonly (readonly [string, ApexValue])[];
}

/** Writes Apex values as JSON.serialize does. */
class JsonSerializer {
  private readonly tx: Transaction;
  /** By class, for lists of instances. */
  private readonly memberOrder = new Map<ClassInfo, readonly MemberInfo[]>();
  private readonly writer: JsonWriter;
  private readonly suppressNulls: boolean;

  constructor(tx: Transaction, writer: JsonWriter, suppressNulls: boolean) {
    this.tx = tx;
    this.writer = writer;
    this.suppressNulls = suppressNulls;
  }

  /** `inRecord`: Datetimes in sObject fields end in `+0000`, all others in `Z`. */
  value(value: ApexValue, inRecord = false): void {
    const { writer } = this;
    if (writer.depth > deepest) throw limitException(`Maximum stack depth reached: ${deepest + 1}`);
    reserveBytes(this.tx, writer.size);
    if (value === null) writer.raw('null');
    else if (typeof value === 'string') writer.string(value);
    else if (typeof value !== 'object') writer.raw(String(value));
    else if (value instanceof ApexObject) this.object(value);
    else if (value instanceof BigDecimal) writer.raw(value.toString());
    else if (value instanceof ApexDouble) this.double(value.value);
    else if (value instanceof ApexId) writer.string(value.value);
    else if (value instanceof ApexDate) writer.string(dateText(value.days));
    else if (value instanceof ApexDatetime) {
      const text = datetimeIso(value.ms);
      writer.string(inRecord ? text.replace(/Z$/, '+0000') : text);
    } else if (value instanceof ApexTime) writer.string(timeText(value.ms));
    else if (value instanceof ApexBlob) writer.string(Buffer.from(value.bytes).toString('base64'));
  }

  private double(value: number): void {
    if (Number.isFinite(value)) this.writer.raw(doubleText(value));
    else this.writer.string(doubleText(value));
  }

  private object(value: ApexObject): void {
    if (value instanceof ApexList) this.array(value.items);
    else if (value instanceof ApexSet) this.array([...value.entries.values()]);
    else if (value instanceof ApexMap) this.map(value);
    else if (value instanceof SObjectValue) this.record(value);
    else if (value instanceof ApexEnumValue) this.writer.string(value.name);
    else if (value instanceof DmlResult) this.result(value);
    else if (value instanceof DatabaseError) this.error(value);
    else if (value instanceof LeadConvertResult) this.conversion(value);
    else if (value instanceof UuidObject) this.writer.string(value.text);
    else if (value instanceof ApexException) throw unsupported(exceptionTypeName(value.type));
    else if (value instanceof DataObject && isMetadata(value)) this.members([...valuesOf(value)]);
    else if ('jsonMembers' in value) this.members((value as unknown as HasJson).jsonMembers(this.tx));
    else this.instance(value);
  }

  private members(members: readonly (readonly [string, ApexValue])[]): void {
    this.writer.startObject();
    for (const [name, value] of members) {
      if (value === null && this.suppressNulls) continue;
      this.writer.name(name);
      this.value(value);
    }
    this.writer.endObject();
  }

  private array(items: readonly ApexValue[]): void {
    this.writer.startArray();
    for (const item of items) this.value(item);
    this.writer.endArray();
  }

  /** The platform writes the entry that came last first; what public suites assert, and no page tells. */
  private map(map: ApexMap): void {
    this.writer.startObject();
    for (const { key, value } of [...map.entries.values()].reverse()) {
      if (key === null) throw jsonException('null not supported as map key');
      this.writer.name(keyText(this.tx, key));
      this.value(value);
    }
    this.writer.endObject();
  }

  private record(record: SObjectValue): void {
    const { writer } = this;
    writer.startObject();
    writer.name('attributes');
    writer.startObject();
    writer.name('type');
    writer.string(record.object);
    const id = record.fields.get('Id');
    if (id instanceof ApexId) {
      writer.name('url');
      writer.string(`/services/data/v${apiVersion}/sobjects/${record.object}/${id.value}`);
    }
    writer.endObject();
    for (const [name, value] of orderedFields(record)) {
      writer.name(name);
      if (isChildList(value)) this.children(value);
      else this.value(value, true);
    }
    writer.endObject();
  }

  private children(list: ApexList): void {
    const { writer } = this;
    writer.startObject();
    writer.name('totalSize');
    writer.raw(String(list.items.length));
    writer.name('done');
    writer.raw('true');
    writer.name('records');
    this.array(list.items);
    writer.endObject();
  }

  private membersOf(info: ClassInfo): readonly MemberInfo[] {
    let members = this.memberOrder.get(info);
    if (!members) this.memberOrder.set(info, (members = writtenMembers(info)));
    return members;
  }

  private instance(value: ApexObject): void {
    const { tx, writer } = this;
    const type = value.apexType();
    const info = type.kind === 'class' ? tx.org.code.classInfo(type.name) : undefined;
    if (!info) throw unsupported(displayName(tx, value));
    requireSerializable(info);
    writer.startObject();
    for (const member of this.membersOf(info)) {
      const field = tx.org.code.getMember(tx, value, member.name);
      if (field === null && this.suppressNulls) continue;
      writer.name(member.name);
      this.value(field);
    }
    writer.endObject();
  }

  private result(result: DmlResult): void {
    const { writer } = this;
    writer.startObject();
    writer.name('success');
    writer.raw(String(result.row.success));
    if (result.kind === 'UpsertResult') {
      writer.name('created');
      writer.raw(String(result.row.created));
    }
    writer.name('id');
    this.value(result.row.id);
    writer.name('errors');
    this.array(result.errors().items);
    writer.endObject();
  }

  private conversion(result: LeadConvertResult): void {
    const { writer } = this;
    writer.startObject();
    for (const name of ['leadId', 'accountId', 'contactId', 'opportunityId'] as const) {
      writer.name(name);
      this.value(result.result[name]);
    }
    writer.name('success');
    writer.raw(String(result.result.success));
    writer.name('errors');
    this.array(result.errors().items);
    writer.endObject();
  }

  private error({ error }: DatabaseError): void {
    const { writer } = this;
    writer.startObject();
    writer.name('statusCode');
    writer.string(error.code);
    writer.name('message');
    writer.string(error.message);
    writer.name('fields');
    this.array(error.fields);
    writer.endObject();
  }
}

/**
 * The members of an instance in the order in which the platform writes them: from the last name to the first. The texts in the Apex
 * Developer Guide, "Roundtrip Serialization and Deserialization", are so, and those that public suites compare.
 */
const writtenMembers = (info: ClassInfo): readonly MemberInfo[] =>
  info.members
    .filter((member) => !member.static && !member.transient && member.readable)
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? 1 : -1));

const unsupported = (type: string): Error => jsonException(`Apex Type unsupported in JSON: ${type}`);

/** Keys are texts: dates as in JSON, everything else, objects too, as String.valueOf gives it. */
function keyText(tx: Transaction, key: ApexValue): string {
  if (key instanceof ApexDate) return dateText(key.days);
  if (key instanceof ApexDatetime) return datetimeIso(key.ms);
  return toText(tx, key);
}

/** Full name of an object's class, with its namespace for platform classes. */
function displayName(tx: Transaction, value: ApexObject): string {
  const type = value.apexType();
  if (type.kind !== 'platform') return type.kind === 'class' ? type.name : 'Object';
  const owner = tx.org.library.class(type.name);
  return !owner || type.name.includes('.') ? type.name : `${owner.namespace}.${type.name}`;
}

/** Writes one value into a text that is being built. */
export function writeValue(tx: Transaction, writer: JsonWriter, value: ApexValue, suppressNulls = false): void {
  new JsonSerializer(tx, writer, suppressNulls).value(value);
}

export function serialize(
  tx: Transaction,
  value: ApexValue,
  options: { pretty: boolean; suppressNulls: boolean }
): string {
  const writer = new JsonWriter(options.pretty);
  writeValue(tx, writer, value, options.suppressNulls);
  return heldText(tx, writer.text());
}

/** Metadata types and the results of their deployment can be written (seen in public suites); other classes of values are refused. */
const isMetadata = (value: DataObject): boolean => typeName(value.apexType()).startsWith('Metadata.');
