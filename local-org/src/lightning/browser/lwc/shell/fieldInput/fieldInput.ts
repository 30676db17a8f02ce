import { api, LightningElement } from 'lwc';
import type { FormField, FormOption } from '../../../services/form.ts';

const inputTypes: Readonly<Record<string, string>> = {
  Currency: 'number',
  Date: 'date',
  DateTime: 'datetime',
  Double: 'number',
  Email: 'email',
  Int: 'number',
  Percent: 'number',
  Phone: 'tel',
  Time: 'time',
  Url: 'text'
};
const special: Readonly<Record<string, string>> = {
  Boolean: 'checkbox',
  MultiPicklist: 'multipicklist',
  Picklist: 'picklist',
  Reference: 'lookup',
  TextArea: 'textarea'
};

interface Validated extends Element {
  reportValidity(): boolean;
  focus(): void;
}

/** The input that fits a field's type. Fires `valuechange` with { field, value }; value is text, a list of texts, or a boolean. */
export default class FieldInput extends LightningElement {
  @api field!: FormField;
  @api disabled = false;

  @api reportValidity(): boolean {
    return this.control?.reportValidity() ?? true;
  }

  @api focus(): void {
    this.control?.focus();
  }

  get is(): Readonly<Record<string, boolean>> {
    return { [special[this.field.dataType] ?? 'plain']: true };
  }

  get inputType(): string {
    return inputTypes[this.field.dataType] ?? 'text';
  }

  get textValue(): string {
    return this.field.value === null ? '' : String(this.field.value);
  }

  get listValue(): readonly string[] {
    return this.textValue === '' ? [] : this.textValue.split(';');
  }

  get isChecked(): boolean {
    return this.field.value === true;
  }

  /** A picklist that may be empty offers that too. */
  get options(): readonly FormOption[] {
    return this.field.required ? this.field.options : [{ label: '--None--', value: '' }, ...this.field.options];
  }

  get maxLength(): number | undefined {
    return this.inputType === 'text' && this.field.length > 0 ? this.field.length : undefined;
  }

  /** The smallest step of a number: its scale. */
  get step(): string | undefined {
    if (this.inputType !== 'number') return undefined;
    return this.field.scale > 0 ? `0.${'0'.repeat(this.field.scale - 1)}1` : '1';
  }

  handleDetail(event: CustomEvent<{ value: unknown }>): void {
    this.tell(event.detail.value);
  }

  handleChecked(event: CustomEvent<{ checked: boolean }>): void {
    this.tell(event.detail.checked);
  }

  private get control(): Validated | null {
    return (this.template?.firstElementChild ?? null) as Validated | null;
  }

  private tell(value: unknown): void {
    this.dispatchEvent(new CustomEvent('valuechange', { detail: { field: this.field, value } }));
  }
}
