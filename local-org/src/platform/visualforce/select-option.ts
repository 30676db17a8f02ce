import { ApexObject } from '../../kernel/object.js';
import type { ApexType } from '../../kernel/types.js';
import type { HasText } from '../../runtime/text.js';
import { platformClass } from '../define.js';

type S = string | null;
type B = boolean | null;

/** System.SelectOption: a value with its label. */
export class SelectOption extends ApexObject implements HasText {
  value: S;
  label: S;
  disabled: B;
  escapeItem: B = true;
  constructor(value: S, label: S, disabled: B) {
    super();
    this.value = value;
    this.label = label;
    this.disabled = disabled;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'SelectOption', args: [] };
  }
  apexText(): string {
    return `System.SelectOption[value="${this.value}", label="${this.label}", disabled="${this.disabled}"]`;
  }
}

export const selectOptionClass = platformClass({
  name: 'System.SelectOption',
  members: {
    'SelectOption(String value, String label)': (_tx, value: S, label: S) => new SelectOption(value, label, false),
    'SelectOption(String value, String label, Boolean isDisabled)': (_tx, value: S, label: S, disabled: B) =>
      new SelectOption(value, label, disabled),
    'Boolean getDisabled()': (_tx, self: SelectOption) => self.disabled,
    'Boolean getEscapeItem()': (_tx, self: SelectOption) => self.escapeItem,
    'String getLabel()': (_tx, self: SelectOption) => self.label,
    'String getValue()': (_tx, self: SelectOption) => self.value,
    'void setDisabled(Boolean isDisabled)': (_tx, self: SelectOption, disabled: B) => {
      self.disabled = disabled;
    },
    'void setEscapeItem(Boolean itemsEscaped)': (_tx, self: SelectOption, escape: B) => {
      self.escapeItem = escape;
    },
    'void setLabel(String label)': (_tx, self: SelectOption, label: S) => {
      self.label = label;
    },
    'void setValue(String value)': (_tx, self: SelectOption, value: S) => {
      self.value = value;
    }
  }
});
