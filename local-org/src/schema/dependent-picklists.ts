import type { FieldModel, PicklistValue } from './model.js';

/** The values of a controlling field in the order of the bits of `validFor`; a checkbox has unchecked, then checked. */
export function controllingValues(controller: FieldModel): readonly string[] {
  if (controller.type === 'boolean') return ['false', 'true'];
  return (controller.picklist ?? []).map(({ value }) => value);
}

/** Places of the controlling values for which a value of a dependent picklist may be chosen. */
export function validForPlaces(controller: FieldModel, dependent: FieldModel, { value }: PicklistValue): number[] {
  const valid = new Set((dependent.validFor?.get(value) ?? []).map((value) => value.toLowerCase()));
  const names = controllingValues(controller).map((one) =>
    controller.type === 'boolean' ? [one, one === 'true' ? 'checked' : 'unchecked'] : [one.toLowerCase()]
  );
  return names.flatMap((one, place) => (one.some((name) => valid.has(name)) ? [place] : []));
}

/**
 * `validFor` of a PicklistEntry: a bit a controlling value, from left to right, in Base64. Null where the picklist depends on nothing.
 * https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_describesobjects_describesobjectresult.htm (About Dependent Picklists)
 */
export function validForBits(
  controller: FieldModel | undefined,
  dependent: FieldModel,
  value: PicklistValue
): string | null {
  if (!controller) return null;
  const bits = new Uint8Array(Math.max(1, Math.ceil(controllingValues(controller).length / 8)));
  for (const place of validForPlaces(controller, dependent, value))
    bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place % 8));
  return Buffer.from(bits).toString('base64');
}
