import { BigDecimal } from 'bigdecimal.js';
import { ApexObject, type ApexValue } from '../kernel/object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexId, ApexTime } from '../kernel/scalars.js';
import type { StatePart, StateValue } from './state-text.js';

const scalars = [BigDecimal, ApexDouble, ApexId, ApexDate, ApexDatetime, ApexTime, ApexBlob];

const isApexValue = (value: unknown): value is ApexValue =>
  value === null ||
  ['string', 'number', 'boolean', 'bigint'].includes(typeof value) ||
  value instanceof ApexObject ||
  scalars.some((type) => value instanceof type);

/** What an object of the platform holds beside Apex values: plain lists, records and maps of them. */
export function writePart(value: unknown, write: (value: ApexValue) => StateValue): StatePart {
  if (value === undefined) return ['nothing'];
  if (isApexValue(value)) return ['value', write(value)];
  if (Array.isArray(value)) return ['list', value.map((one) => writePart(one, write))];
  if (value instanceof Map) {
    return ['map', [...value].map(([key, one]) => [writePart(key, write), writePart(one, write)] as const)];
  }
  return ['record', Object.entries(value as object).map(([name, one]) => [name, writePart(one, write)] as const)];
}

export function readPart(part: StatePart, read: (value: StateValue) => ApexValue): unknown {
  switch (part[0]) {
    case 'nothing':
      return undefined;
    case 'value':
      return read(part[1]);
    case 'list':
      return part[1].map((one) => readPart(one, read));
    case 'map':
      return new Map(part[1].map(([key, one]) => [readPart(key, read), readPart(one, read)]));
    case 'record':
      return Object.fromEntries(part[1].map(([name, one]) => [name, readPart(one, read)]));
  }
}
