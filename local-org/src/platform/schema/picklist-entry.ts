import { ApexObject } from '../../kernel/object.js';
import type { ApexType } from '../../kernel/types.js';
import type { PicklistValue } from '../../schema/model.js';
import type { HasText } from '../../runtime/text.js';
import { platformClass } from '../define.js';
import { withProperties } from './described-properties.js';

/** Schema.PicklistEntry. */
export class PicklistEntryObject extends ApexObject implements HasText {
  readonly entry: PicklistValue;
  constructor(entry: PicklistValue) {
    super();
    this.entry = entry;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'PicklistEntry', args: [] };
  }
  apexText(): string {
    const { value, label, active, isDefault } = this.entry;
    return `Schema.PicklistEntry[getLabel=${label};getValue=${value};isActive=${active};isDefaultValue=${isDefault};]`;
  }
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
