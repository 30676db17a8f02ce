import type { FieldModel } from './model.js';

/** The parts of a standard address: `BillingStreet` of `BillingAddress`. */
const standardParts = [
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

const place: Readonly<Record<string, Partial<FieldModel>>> = {
  Latitude: { type: 'double', precision: 18, scale: 15 },
  Longitude: { type: 'double', precision: 18, scale: 15 }
};
const accuracies = 'Address NearAddress Block Street ExtendedZip Zip Neighborhood City County State Unknown'.split(' ');

/**
 * The parts of a custom address, which has states and countries by their codes only: Custom Address Fields Developer Guide, "Custom
 * Address Fields". Which codes there are is the org's own matter.
 */
const customAddress: Readonly<Record<string, Partial<FieldModel>>> = {
  Street: { type: 'textarea', length: 255 },
  City: { type: 'string', length: 40 },
  PostalCode: { type: 'string', length: 20 },
  StateCode: { type: 'picklist', length: 10, picklist: [] },
  CountryCode: { type: 'picklist', length: 10, picklist: [] },
  ...place,
  GeocodeAccuracy: {
    type: 'picklist',
    length: 40,
    picklist: accuracies.map((value) => ({ value, label: value, active: true, isDefault: false }))
  }
};

const stemOf = (name: string): string => name.replace(/__c$/i, '');
const isCustom = (name: string): boolean => /__c$/i.test(name);

/** The columns behind a custom compound field: `Place__Latitude__s` and `Place__Longitude__s`, `Home__Street__s` and its like. */
export function partFields(field: FieldModel): FieldModel[] {
  const parts = field.type === 'address' ? customAddress : place;
  return Object.entries(parts).map(([part, facts]) => ({
    ...field,
    ...facts,
    ...(field.type === 'location' && field.scale !== undefined && { scale: field.scale }),
    name: partName(field.name, part),
    label: `${field.label} (${part})`,
    createable: true,
    updateable: true
  }));
}

/** The fields that an address or a location is made of, by part. */
export function compoundParts(field: Pick<FieldModel, 'name' | 'type'>): [part: string, field: string][] {
  const parts =
    field.type === 'location' ? Object.keys(place) : isCustom(field.name) ? Object.keys(customAddress) : standardParts;
  return parts.map((part) => [part, partName(field.name, part)]);
}

/** `BillingStreet`, `Place__Latitude__s`: the field that is one part of a compound one. */
export function partName(compound: string, part: string): string {
  return isCustom(compound) || !compound.endsWith('Address')
    ? `${stemOf(compound)}__${part}__s`
    : compound.replace(/Address$/, part);
}

/** `Place__c` of `Place__Latitude__s`; undefined of what is no part of a custom field. */
export function customCompoundOf(part: string): string | undefined {
  const found = /^(\w+)__(\w+?)__s$/.exec(part);
  return found && (found[2] ?? '') in customAddress ? `${found[1]}__c` : undefined;
}
