import { BigDecimal } from 'bigdecimal.js';
import { isoText } from '../time/iso.js';
import { isTemporal, typeName } from '../evaluate/type-of.js';
import { textOf } from '../evaluate/text.js';
import {
  isArray,
  numberText,
  WeaveObject,
  WeaveRegex,
  type WeaveKey,
  type WeaveTemporal,
  type WeaveValue
} from '../values.js';

/** Writes a value as the language itself would write it: `application/dw`. */
export function writeDw(value: WeaveValue, line = '\n'): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof BigDecimal) return numberText(value);
  const inner = `${line}  `;
  if (isArray(value)) {
    if (value.length === 0) return '[]';
    return `[${value.map((item) => inner + writeDw(item, inner)).join(', ')}${line}]`;
  }
  if (value instanceof WeaveObject) {
    if (value.pairs.length === 0) return '{}';
    const members = value.pairs.map(({ key, value: of }) => `${inner}${keyText(key)}: ${writeDw(of, inner)}`);
    return `{${members.join(',')}${line}}${schemaText(value)}`;
  }
  if (isTemporal(value)) return temporal(value as WeaveTemporal);
  return value instanceof WeaveRegex ? `/${value.source}/` : (textOf(value) ?? '???');
}

function keyText({ name, attributes }: WeaveKey): string {
  const plain = /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
  if (attributes.length === 0) return plain;
  return `${plain} @(${attributes.map(({ key, value }) => `${key.name}: ${writeDw(value)}`).join(', ')})`;
}

function schemaText({ schema }: WeaveObject): string {
  if (!schema) return '';
  return ` as Object {${[...schema].map(([name, value]) => `${name}: ${writeDw(value)}`).join(', ')}}`;
}

function temporal(value: WeaveTemporal): string {
  const plain = `|${isoText(value)}|`;
  if (!('format' in value) || value.format === undefined) return plain;
  return `${plain} as ${typeName(value)} {format: ${JSON.stringify(value.format)}}`;
}
