import { ApexList, ApexMap, type HasKeyToken, type KeyToken, tokenText } from '../kernel/collections.js';
import { ApexObject, type ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import { type ApexType, typeName } from '../kernel/types.js';
import type { HasText } from '../runtime/text.js';
import { toText } from '../runtime/text.js';
import { type PlatformClass, platformClass, type PlatformClassSource } from './define.js';
import { parseSignature } from './signature.js';

/** An instance of a platform class that only holds values. */
export class DataObject extends ApexObject implements HasText, HasKeyToken {
  private readonly type: ApexType;
  constructor(type: string) {
    super();
    this.type = { kind: 'platform', name: type, args: [] };
  }
  override apexType(): ApexType {
    return this.type;
  }
  /** Objects of ConnectApi are equal when they hold the same (Apex Reference Guide, "ConnectApi Input Classes": `equals`). */
  keyToken(): KeyToken {
    const name = typeName(this.type);
    if (!name.startsWith('ConnectApi.')) return this;
    const parts = [...valuesOf(this)]
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, tokenText(value)]);
    return `\u0000c${name}${JSON.stringify(parts.sort())}`;
  }
  apexText(tx: Transaction): string {
    const parts = [...valuesOf(this)].map(([name, value]) => `${name}=${toText(tx, value)}`);
    return `${typeName(this.type)}[${parts.join(';')}]`;
  }
}

const held = Symbol('values');

/** The values of a data object, also of a project class that extends a data class. */
export function valuesOf(target: ApexObject): Map<string, ApexValue> {
  const holder = target as { [held]?: Map<string, ApexValue> };
  return (holder[held] ??= new Map());
}

export const dataValue = (target: ApexObject, name: string): ApexValue => valuesOf(target).get(name) ?? null;

/** A data object with these values. */
export function dataObject(type: string, values: Readonly<Record<string, ApexValue>>): DataObject {
  const made = new DataObject(type);
  for (const [name, value] of Object.entries(values)) valuesOf(made).set(name, value);
  return made;
}

export interface DataClassSource {
  /** With its namespace. */
  readonly name: string;
  readonly extends?: string;
  readonly extensible?: boolean;
  /** Property name → type. */
  readonly properties: Readonly<Record<string, string>>;
  /** `methods`: getX, isX for a Boolean, and setX instead of properties; `both`; absent: properties. */
  readonly access?: 'properties' | 'methods' | 'both';
  /** Parameter lists of the constructors, by names of properties; absent: one without parameters; none: it cannot be constructed. */
  readonly constructors?: readonly (readonly string[])[];
  /** Lists and maps are there, and empty, from the beginning. */
  readonly filled?: boolean;
  /** What other properties have from the beginning. */
  readonly defaults?: Readonly<Record<string, ApexValue>>;
  /** What it has beyond its values. */
  readonly members?: PlatformClassSource['members'];
}

/** A platform class whose instances only hold values. */
export function dataClass(source: DataClassSource): PlatformClass {
  const { name, access = 'properties', properties } = source;
  const short = name.replace(/^(System|Schema)\./, '');
  const members: Record<string, PlatformClassSource['members'][string]> = {};
  const inherited = source.constructors ?? [[]];
  for (const parameters of inherited) {
    const list = parameters.map((parameter) => `${properties[parameter] ?? 'Object'} ${parameter}`);
    members[`${short}(${list.join(', ')})`] = (_tx, ...args: never[]) => {
      const made = new DataObject(short);
      if (source.filled) fill(made, properties);
      for (const [property, value] of Object.entries(source.defaults ?? {})) valuesOf(made).set(property, value);
      parameters.forEach((parameter, i) => valuesOf(made).set(parameter, args[i] ?? null));
      return made;
    };
  }
  for (const [property, type] of Object.entries(properties)) Object.assign(members, accessors(property, type, access));
  return platformClass({
    name,
    ...(source.extends !== undefined && { extends: source.extends }),
    ...(source.extensible !== undefined && { extensible: source.extensible }),
    members: { ...members, ...source.members }
  });
}

function fill(made: DataObject, properties: DataClassSource['properties']): void {
  for (const [property, text] of Object.entries(properties)) {
    const type = parseSignature(`${text} x {get}`, []).returns;
    if (type.kind !== 'platform') continue;
    const [first, second] = type.args;
    if (type.name === 'List' && first) valuesOf(made).set(property, new ApexList(first));
    if (type.name === 'Map' && first && second) valuesOf(made).set(property, new ApexMap(first, second));
  }
}

/** A property, its getter and setter methods, or all of them. */
export function accessors(
  name: string,
  type: string,
  access: NonNullable<DataClassSource['access']>
): PlatformClassSource['members'] {
  const suffix = name.charAt(0).toUpperCase() + name.slice(1);
  const get = (_tx: Transaction, self: ApexObject): ApexValue => dataValue(self, name);
  const set = (_tx: Transaction, self: ApexObject, value: ApexValue): void => {
    valuesOf(self).set(name, value);
  };
  const getters = type === 'Boolean' ? ['get', 'is'] : ['get'];
  return {
    ...(access !== 'methods' && { [`${type} ${name} {get; set}`]: { get, set } }),
    ...(access !== 'properties' && {
      ...Object.fromEntries(getters.map((word) => [`${type} ${word}${suffix}()`, get])),
      [`void set${suffix}(${type} ${name})`]: set
    })
  };
}
