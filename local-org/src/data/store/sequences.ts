import { ApexId, idSuffix } from '../../kernel/scalars.js';
import type { Connection } from './connection.js';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Stands where the platform writes the instance that made the id. */
const instance = 'Lo0';

/** Numbers that are given out once: ids of records, numbers of auto-number fields. Needs the write lock. */
export class Sequences {
  private readonly connection: Connection;
  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** Ids for new records, ascending. */
  newIds(keyPrefix: string, count: number): ApexId[] {
    const first = this.take('id', count);
    return Array.from({ length: count }, (_, i) => idOf(keyPrefix, first + i));
  }

  /** The first of `count` consecutive numbers; a sequence begins with 1. */
  take(name: string, count: number): number {
    const row = this.connection.get(
      'INSERT INTO "_sequence" (name, next) VALUES (?1, 1 + ?2) ON CONFLICT (name) DO UPDATE SET next = next + ?2 RETURNING next',
      [name, count]
    );
    return Number(row?.[0]) - count;
  }
}

function idOf(keyPrefix: string, number: number): ApexId {
  let rest = '';
  for (let value = number; rest.length < 9; value = Math.floor(value / 62)) rest = digits.charAt(value % 62) + rest;
  const id15 = keyPrefix + instance + rest;
  return ApexId.parse(id15 + idSuffix(id15)) as ApexId;
}

/** An auto number in its format: `INV-{0000}-{YYYY}`. */
export function autoNumberText(format: string, number: number, now: Date): string {
  return format.replace(/\{(0+|Y{2,4}|MM?|DD?)\}/g, (whole, pattern: string) => {
    if (pattern.startsWith('0')) return String(number).padStart(pattern.length, '0');
    if (pattern.startsWith('Y')) return String(now.getUTCFullYear()).slice(-pattern.length);
    if (pattern.startsWith('M')) return String(now.getUTCMonth() + 1).padStart(2, '0');
    return pattern.startsWith('D') ? String(now.getUTCDate()).padStart(2, '0') : whole;
  });
}
