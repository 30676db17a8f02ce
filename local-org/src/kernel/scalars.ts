/**
 * Scalars that JavaScript has no faithful value for. Integer is a JS number (int32), Long a bigint (int64), Boolean, String and null
 * are themselves, Decimal is `BigDecimal` of bigdecimal.js (unscaled value and scale, as in Apex). All of these are immutable.
 */

import './decimal-library.js';

/** An Apex Double. Boxed, so that `Object o = 1.0d` can be told from an Integer. */
export class ApexDouble {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** An 18-character record id. Created only by `ApexId.of` after validation of the text (15 or 18 characters). */
export class ApexId {
  readonly value: string;
  private constructor(value: string) {
    this.value = value;
  }

  /** The id for a 15- or 18-character text, or undefined when the text is no id. */
  static parse(text: string): ApexId | undefined {
    const trimmed = text.trim();
    if (!/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(trimmed)) return undefined;
    return new ApexId(trimmed.length === 18 ? trimmed : trimmed + idSuffix(trimmed));
  }

  /** A name in the place of an id: what a reference between metadata records holds that was made from one. */
  static named(name: string): ApexId {
    return ApexId.parse(name) ?? new ApexId(name);
  }
}

/** The three check characters that turn a case-sensitive 15-character id into an 18-character one. */
export function idSuffix(id15: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
  let suffix = '';
  for (let block = 0; block < 3; block++) {
    let bits = 0;
    for (let i = 0; i < 5; i++) {
      const c = id15.charCodeAt(block * 5 + i);
      if (c >= 65 && c <= 90) bits |= 1 << i;
    }
    suffix += alphabet[bits];
  }
  return suffix;
}

/** A calendar date without time zone; `days` counts from 1970-01-01 (negative before). */
export class ApexDate {
  readonly days: number;
  constructor(days: number) {
    this.days = days;
  }
}

/** A moment; `ms` since 1970-01-01T00:00:00Z. Formatting uses the running user's time zone where Apex does. */
export class ApexDatetime {
  readonly ms: number;
  constructor(ms: number) {
    this.ms = ms;
  }
}

/** A time of day; `ms` since midnight, 0 to 86,399,999. */
export class ApexTime {
  readonly ms: number;
  constructor(ms: number) {
    this.ms = ms;
  }
}

export class ApexBlob {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}
