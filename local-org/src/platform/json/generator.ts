import { ApexObject, type ApexValue } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import type { ApexType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { jsonException } from '../../runtime/exceptions.js';
import { heldText } from '../../runtime/heap.js';
import { platformClass, type StaticFunction } from '../define.js';
import { writeValue } from './serialize.js';
import { JsonWriter } from './writer.js';

/** System.JSONGenerator. */
export class JsonGenerator extends ApexObject {
  readonly writer: JsonWriter;
  closed = false;
  constructor(pretty: boolean) {
    super();
    this.writer = new JsonWriter(pretty);
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'JSONGenerator', args: [] };
  }
  /** The writer, as long as the generator is open. */
  open(): JsonWriter {
    if (this.closed) throw jsonException('Generator already closed');
    return this.writer;
  }
}

type Self = JsonGenerator;
type S = string | null;

function write(tx: Transaction, self: Self, value: ApexValue): void {
  writeValue(tx, self.open(), value);
}

function field(tx: Transaction, self: Self, name: S, value: ApexValue): void {
  if (self.writer.inside !== '{') throw jsonException('Can not write a field name, expecting a value');
  self.open().name(required(name, 1));
  writeValue(tx, self.writer, value);
}

/** `writeX(value)` and `writeXField(name, value)` for one type of value. */
function pair(suffix: string, type: string, param: string): Record<string, StaticFunction> {
  return {
    [`void write${suffix}(${type} ${param})`]: (tx, self: Self, value: ApexValue) => write(tx, self, value),
    [`void write${suffix}Field(String fieldName, ${type} ${param})`]: (tx, self: Self, name: S, value: ApexValue) =>
      field(tx, self, name, value)
  };
}

function end(self: Self, kind: '{' | '['): void {
  const writer = self.open();
  if (writer.inside !== kind) {
    const found = writer.inside === undefined ? 'ROOT' : writer.inside === '{' ? 'OBJECT' : 'ARRAY';
    throw jsonException(`Current context not an ${kind === '{' ? 'object' : 'ARRAY'} but ${found}`);
  }
  if (kind === '{') writer.endObject();
  else writer.endArray();
}

export const jsonGeneratorClass = platformClass({
  name: 'System.JSONGenerator',
  members: {
    'void close()': (_tx, self: Self) => {
      self.closed = true;
    },
    'String getAsString()': (tx, self: Self) => {
      self.closed = true;
      return heldText(tx, self.writer.text());
    },
    'Boolean isClosed()': (_tx, self: Self) => self.closed,
    ...pair('Blob', 'Blob', 'blobValue'),
    ...pair('Boolean', 'Boolean', 'booleanValue'),
    ...pair('Date', 'Date', 'dateValue'),
    ...pair('DateTime', 'Datetime', 'datetimeValue'),
    ...pair('Id', 'Id', 'identifier'),
    ...pair('Number', 'Decimal', 'num'),
    ...pair('Number', 'Double', 'num'),
    ...pair('Number', 'Integer', 'num'),
    ...pair('Number', 'Long', 'num'),
    ...pair('Object', 'Object', 'anyObject'),
    ...pair('String', 'String', 'stringValue'),
    ...pair('Time', 'Time', 'timeValue'),
    'void writeEndArray()': (_tx, self: Self) => end(self, '['),
    'void writeEndObject()': (_tx, self: Self) => end(self, '{'),
    'void writeFieldName(String fieldName)': (_tx, self: Self, name: S) => {
      if (self.writer.inside !== '{') throw jsonException('Can not write a field name, expecting a value');
      self.open().name(required(name, 1));
    },
    'void writeNull()': (tx, self: Self) => write(tx, self, null),
    'void writeNullField(String fieldName)': (tx, self: Self, name: S) => field(tx, self, name, null),
    'void writeStartArray()': (_tx, self: Self) => self.open().startArray(),
    'void writeStartObject()': (_tx, self: Self) => self.open().startObject()
  }
});
