import type { BigDecimal } from 'bigdecimal.js';
import { ApexObject } from '../kernel/object.js';
import { ApexDouble } from '../kernel/scalars.js';
import type { ApexType } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import { invalidParameter } from '../runtime/exceptions.js';
import type { HasText } from '../runtime/text.js';
import { platformClass, type StaticFunction } from './define.js';
import { withProperties } from './schema/described-properties.js';

/** System.Location: a place on the globe, in degrees. */
export class LocationObject extends ApexObject implements HasText {
  readonly latitude: number;
  readonly longitude: number;
  constructor(latitude: number, longitude: number) {
    super();
    this.latitude = latitude;
    this.longitude = longitude;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Location', args: [] };
  }
  apexText(): string {
    return `System.Location[getLatitude=${this.latitude};getLongitude=${this.longitude};]`;
  }
}

/** System.Address: the parts of a compound address field, under the names of its getters. */
export class AddressObject extends ApexObject {
  readonly parts: ReadonlyMap<string, string | null>;
  readonly latitude: BigDecimal | null;
  readonly longitude: BigDecimal | null;
  constructor(
    parts: ReadonlyMap<string, string | null>,
    latitude: BigDecimal | null = null,
    longitude: BigDecimal | null = null
  ) {
    super();
    this.parts = parts;
    this.latitude = latitude;
    this.longitude = longitude;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Address', args: [] };
  }
}

const earthRadius: Readonly<Record<string, number>> = { mi: 3958.761, km: 6371.009 };

/** Great-circle distance (haversine). */
function distance(a: LocationObject, b: LocationObject, unit: string): number {
  const radius = earthRadius[unit.toLowerCase()];
  if (radius === undefined) throw invalidParameter(`Invalid unit: ${unit}. Use mi or km.`);
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const h =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * radius * Math.asin(Math.sqrt(h));
}

const part =
  (name: string): StaticFunction =>
  (_tx, self: AddressObject) =>
    self.parts.get(name) ?? null;

type L = LocationObject | null;

export const geoClasses = [
  platformClass({
    name: 'System.Location',
    members: {
      'static Location newInstance(Decimal latitude, Decimal longitude)': (
        _tx,
        latitude: BigDecimal | null,
        longitude: BigDecimal | null
      ) => new LocationObject(required(latitude, 1).numberValue(), required(longitude, 2).numberValue()),
      'static Double getDistance(Location firstLocation, Location secondLocation, String unit)': (
        _tx,
        a: L,
        b: L,
        unit: string | null
      ) => new ApexDouble(distance(required(a, 1), required(b, 2), required(unit, 3))),
      'Double getDistance(Location toLocation, String unit)': (_tx, self: LocationObject, to: L, unit: string | null) =>
        new ApexDouble(distance(self, required(to, 1), required(unit, 2))),
      'Double getLatitude()': (_tx, self: LocationObject) => new ApexDouble(self.latitude),
      'Double getLongitude()': (_tx, self: LocationObject) => new ApexDouble(self.longitude),
      'Double latitude {get}': { get: (_tx, self: LocationObject) => new ApexDouble(self.latitude) },
      'Double longitude {get}': { get: (_tx, self: LocationObject) => new ApexDouble(self.longitude) }
    }
  }),
  platformClass({
    name: 'System.Address',
    members: withProperties({
      'String getCity()': part('City'),
      'String getCountry()': part('Country'),
      'String getCountryCode()': part('CountryCode'),
      'String getGeocodeAccuracy()': part('GeocodeAccuracy'),
      'Decimal getLatitude()': (_tx, self: AddressObject) => self.latitude,
      'Decimal getLongitude()': (_tx, self: AddressObject) => self.longitude,
      'String getPostalCode()': part('PostalCode'),
      'String getState()': part('State'),
      'String getStateCode()': part('StateCode'),
      'String getStreet()': part('Street'),
      'Double getDistance(Location toLocation, String unit)': (
        _tx,
        self: AddressObject,
        to: L,
        unit: string | null
      ) => {
        if (!self.latitude || !self.longitude) return null;
        const here = new LocationObject(self.latitude.numberValue(), self.longitude.numberValue());
        return new ApexDouble(distance(here, required(to, 1), required(unit, 2)));
      }
    })
  })
];
