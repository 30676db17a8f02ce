import { ApexObject, type ApexValue } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import type { ApexType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { jsonException } from '../../runtime/exceptions.js';
import { platformClass, type StaticFunction } from '../define.js';
import { enumConstant } from '../enums.js';
import type { TypeToken } from '../type-token.js';
import { readScalar } from './scalars.js';
import { type JsonTokenKind, JsonTokens } from './tokens.js';
import { JsonReader } from './typed.js';

/** System.JSONParser. */
export class JsonParser extends ApexObject {
  readonly tokens: JsonTokens;
  /** True after clearCurrentToken: the parser then stands on no token. */
  cleared = false;
  lastCleared: JsonTokenKind | null = null;
  constructor(text: string) {
    super();
    this.tokens = new JsonTokens(text);
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'JSONParser', args: [] };
  }
  current(): JsonTokenKind | null {
    return this.cleared ? null : this.tokens.kind;
  }
  advance(): JsonTokenKind | null {
    this.cleared = false;
    this.tokens.next();
    return this.tokens.kind;
  }
}

type Self = JsonParser;

const constant = (kind: JsonTokenKind | null): ApexValue => (kind === null ? null : enumConstant('JSONToken', kind));

/** `getXValue()`: the current token as a scalar type. */
const scalar =
  (type: string): StaticFunction =>
  (_tx, self: Self) => {
    const kind = self.current();
    if (kind === null || !kind.startsWith('VALUE_')) {
      throw jsonException(`Current token (${kind ?? 'null'}) is not a ${type} value`);
    }
    return readScalar(self.tokens, type) ?? null;
  };

function readValueAs(tx: Transaction, self: Self, type: TypeToken | null, strict: boolean): ApexValue {
  if (self.current() === null) self.advance();
  return new JsonReader(tx, strict).read(self.tokens, required(type, 1).of);
}

export const jsonParserClass = platformClass({
  name: 'System.JSONParser',
  members: {
    'void clearCurrentToken()': (_tx, self: Self) => {
      self.lastCleared = self.current();
      self.cleared = true;
    },
    'Blob getBlobValue()': scalar('Blob'),
    'Boolean getBooleanValue()': scalar('Boolean'),
    'String getCurrentName()': (_tx, self: Self) => self.tokens.name,
    'JSONToken getCurrentToken()': (_tx, self: Self) => constant(self.current()),
    'Datetime getDatetimeValue()': scalar('Datetime'),
    'Date getDateValue()': scalar('Date'),
    'Decimal getDecimalValue()': scalar('Decimal'),
    'Double getDoubleValue()': scalar('Double'),
    'Id getIdValue()': scalar('Id'),
    'Integer getIntegerValue()': scalar('Integer'),
    'JSONToken getLastClearedToken()': (_tx, self: Self) => constant(self.lastCleared),
    'Long getLongValue()': scalar('Long'),
    'String getText()': (_tx, self: Self) => (self.current() === null ? null : self.tokens.value),
    'Time getTimeValue()': scalar('Time'),
    'Boolean hasCurrentToken()': (_tx, self: Self) => self.current() !== null,
    'JSONToken nextToken()': (_tx, self: Self) => constant(self.advance()),
    'JSONToken nextValue()': (_tx, self: Self) => {
      const kind = self.advance();
      return constant(kind === 'FIELD_NAME' ? self.advance() : kind);
    },
    'Object readValueAs(Type apexType)': (tx, self: Self, type: TypeToken | null) => readValueAs(tx, self, type, false),
    'Object readValueAsStrict(Type apexType)': (tx, self: Self, type: TypeToken | null) =>
      readValueAs(tx, self, type, true),
    'void skipChildren()': (_tx, self: Self) => self.tokens.skipChildren()
  }
});
