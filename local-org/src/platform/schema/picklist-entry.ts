import { ApexObject, type ApexValue } from '../../kernel/object.js';
import type { HasJson } from '../json/serialize.js';
import type { ApexType } from '../../kernel/types.js';
import { validForBits } from '../../schema/dependent-picklists.js';
import type { FieldModel, PicklistValue } from '../../schema/model.js';
import type { HasText } from '../../runtime/text.js';
import { platformClass } from '../define.js';
import { withProperties } from './described-properties.js';

/** Schema.PicklistEntry. */
export class PicklistEntryObject extends ApexObject implements HasText, HasJson {
  readonly entry: PicklistValue;
  readonly validFor: string | null;
  /** `validFor`: the bits of the controlling values that the entry may stand under, as base64; null where the picklist depends on none. */
  constructor(entry: PicklistValue, validFor: string | null = null) {
    super();
    this.entry = entry;
    this.validFor = validFor;
  }
  /** How code gets at `validFor`, which no method tells: https://salesforce.stackexchange.com/questions/4462 */
  jsonMembers(): readonly (readonly [string, ApexValue])[] {
    const { active, isDefault, label, value } = this.entry;
    return [
      ['active', active],
      ['defaultValue', isDefault],
      ['label', label],
      ['validFor', this.validFor],
      ['value', value]
    ];
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'PicklistEntry', args: [] };
  }
  apexText(): string {
    const { value, label, active, isDefault } = this.entry;
    return `Schema.PicklistEntry[getLabel=${label};getValue=${value};isActive=${active};isDefaultValue=${isDefault};]`;
  }
}

/** The entries of a picklist field; `controlling` is the field that it depends on. */
export function picklistEntries(field: FieldModel, controlling: FieldModel | undefined): PicklistEntryObject[] {
  return (field.picklist ?? []).map((entry) => new PicklistEntryObject(entry, validForBits(controlling, field, entry)));
}

export const picklistEntryClass = platformClass({
  name: 'Schema.PicklistEntry',
  members: withProperties({
    'String getLabel()': (_tx, self: PicklistEntryObject) => self.entry.label,
    'String getValue()': (_tx, self: PicklistEntryObject) => self.entry.value,
    'Boolean isActive()': (_tx, self: PicklistEntryObject) => self.entry.active,
    'Boolean isDefaultValue()': (_tx, self: PicklistEntryObject) => self.entry.isDefault
  })
});
