import { Big, BigDecimal } from 'bigdecimal.js';
import { WeaveKey, type WeaveValue } from '../values.js';

/** A number, or a text that is one; undefined for everything else. */
export function toNumber(value: WeaveValue): BigDecimal | undefined {
  if (value instanceof BigDecimal) return value;
  const text = value instanceof WeaveKey ? value.name : value;
  if (typeof text !== 'string') return undefined;
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text.trim()) ? Big(text.trim()) : undefined;
}
