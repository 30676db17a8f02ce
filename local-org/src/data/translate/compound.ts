import { BigDecimal } from 'bigdecimal.js';
import type { ApexValue } from '../../kernel/object.js';
import { AddressObject, LocationObject } from '../../platform/geo.js';
import type { FieldModel } from '../../schema/model.js';

/** The address or location of its parts; null when all are empty. */
export function readCompound(field: FieldModel, parts: ReadonlyMap<string, ApexValue>): ApexValue {
  const numberAt = (part: string): BigDecimal | null => {
    const value = parts.get(part);
    return value instanceof BigDecimal ? value : null;
  };
  const [latitude, longitude] = [numberAt('Latitude'), numberAt('Longitude')];
  if (field.type === 'location') {
    return latitude && longitude ? new LocationObject(latitude.numberValue(), longitude.numberValue()) : null;
  }
  if ([...parts.values()].every((value) => value === null)) return null;
  const texts = [...parts].filter(([part]) => part !== 'Latitude' && part !== 'Longitude');
  return new AddressObject(
    new Map(texts.map(([part, value]) => [part, typeof value === 'string' ? value : null])),
    latitude,
    longitude
  );
}
