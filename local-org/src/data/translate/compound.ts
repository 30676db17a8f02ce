import { BigDecimal } from 'bigdecimal.js';
import type { ApexValue } from '../../kernel/object.js';
import { AddressObject, LocationObject } from '../../platform/geo.js';
import type { FieldModel } from '../../schema/model.js';

const addressParts = [
  'Street',
  'City',
  'State',
  'StateCode',
  'PostalCode',
  'Country',
  'CountryCode',
  'Latitude',
  'Longitude',
  'GeocodeAccuracy'
];

/** The fields that an address (`BillingAddress`) or location (`Place__c`) is made of, by part. */
export function compoundParts(field: FieldModel): [part: string, field: string][] {
  if (field.type === 'location') {
    const stem = field.name.replace(/__c$/i, '');
    return ['Latitude', 'Longitude'].map((part) => [part, `${stem}__${part}__s`]);
  }
  const prefix = field.name.replace(/Address$/, '');
  return addressParts.map((part) => [part, prefix + part]);
}

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
