import type { BigDecimal } from 'bigdecimal.js';
import { Big } from 'bigdecimal.js';
import type { WeaveType } from './syntax/types.js';
import type {
  WeaveDate,
  WeaveDateTime,
  WeaveLocalDateTime,
  WeaveLocalTime,
  WeavePeriod,
  WeaveTime,
  WeaveTimeZone
} from './time/values.js';

/** A namespace of XML: its prefix and what that stands for. */
export class WeaveNamespace {
  readonly prefix: string;
  readonly uri: string;
  constructor(prefix: string, uri: string) {
    this.prefix = prefix;
    this.uri = uri;
  }
}

/** The key of a pair: a name, with attributes and a namespace where the data are XML. */
export class WeaveKey {
  readonly name: string;
  readonly attributes: readonly Pair[];
  readonly namespace: WeaveNamespace | undefined;
  constructor(name: string, attributes: readonly Pair[] = [], namespace?: WeaveNamespace) {
    this.name = name;
    this.attributes = attributes;
    this.namespace = namespace;
  }
}

export interface Pair {
  readonly key: WeaveKey;
  readonly value: WeaveValue;
}

/** An object: pairs in order, names may repeat. `schema` is what `as Object { class: … }` has said of it. */
export class WeaveObject {
  readonly pairs: readonly Pair[];
  readonly schema: ReadonlyMap<string, WeaveValue> | undefined;
  constructor(pairs: readonly Pair[], schema?: ReadonlyMap<string, WeaveValue>) {
    this.pairs = pairs;
    this.schema = schema;
  }
  /** The value of the first pair of that name; undefined when there is none. */
  get(name: string): WeaveValue | undefined {
    return this.pairs.find(({ key }) => key.name === name)?.value;
  }
}

/** A function of the library or of the script. */
export class WeaveFunction {
  readonly name: string;
  /** The number of arguments that it takes at most. */
  readonly arity: number;
  readonly call: (args: readonly WeaveValue[]) => WeaveValue;
  /** What a parameter is when its argument is missing; undefined for a parameter without a default. */
  readonly fallback: ((parameter: number) => WeaveValue | undefined) | undefined;
  constructor(
    name: string,
    arity: number,
    call: (args: readonly WeaveValue[]) => WeaveValue,
    fallback?: (parameter: number) => WeaveValue | undefined
  ) {
    this.name = name;
    this.arity = arity;
    this.call = call;
    this.fallback = fallback;
  }
}

/** A type as a value: what typeOf answers. */
export class WeaveTypeValue {
  readonly type: WeaveType;
  constructor(type: WeaveType) {
    this.type = type;
  }
}

/** A regular expression. `source` is what stands between the slashes. */
export class WeaveRegex {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
  /** In the words of JavaScript: flags that Java writes at the start become flags. */
  compile(flags: string): RegExp {
    const { body, inline } = this.parts();
    return new RegExp(body, flags + inline);
  }
  /** One that covers a text from its start to its end. */
  whole(): RegExp {
    const { body, inline } = this.parts();
    return new RegExp(`^(?:${body})$`, inline);
  }
  private parts(): { body: string; inline: string } {
    const start = /^\(\?([ims]+)\)/.exec(this.source);
    const body = this.source
      .slice(start?.[0].length ?? 0)
      .replace(/\\A/g, '^')
      .replace(/\\[zZ]/g, '$$');
    return { body, inline: start?.[1] ?? '' };
  }
}

export class WeaveBinary {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

export type WeaveTemporal =
  WeaveDate | WeaveDateTime | WeaveLocalDateTime | WeaveLocalTime | WeaveTime | WeaveTimeZone | WeavePeriod;

/** What a value of DataWeave is here. Numbers are decimals of any size. */
export type WeaveValue =
  | null
  | boolean
  | string
  | BigDecimal
  | readonly WeaveValue[]
  | WeaveObject
  | WeaveKey
  | WeaveFunction
  | WeaveTypeValue
  | WeaveRegex
  | WeaveBinary
  | WeaveNamespace
  | WeaveTemporal;

export const isArray = (value: WeaveValue): value is readonly WeaveValue[] => Array.isArray(value);
export const number = (value: number | string | bigint): BigDecimal => Big(value);
export const pair = (name: string, value: WeaveValue): Pair => ({ key: new WeaveKey(name), value });
export const object = (values: Readonly<Record<string, WeaveValue>>): WeaveObject =>
  new WeaveObject(Object.entries(values).map(([name, value]) => pair(name, value)));

/** A number as text: no exponent, no zeros at the end. */
export function numberText(value: BigDecimal): string {
  if (value.signum() === 0) return '0';
  return value.stripTrailingZeros().toPlainString();
}
