import { api, LightningElement } from 'lwc';
import type { JsonValue } from '../../../../protocol/apex.ts';
import { formField, toFieldValue, type FormField } from '../../../services/form.ts';
import { fieldNameOf, joinForm, type FormState } from '../../../services/form-fields.ts';

interface FieldInputElement {
  reportValidity(): boolean;
}

/** A field inside lightning-record-edit-form. Source: https://developer.salesforce.com/docs/component-library/bundle/lightning-input-field */
export default class InputField extends LightningElement {
  @api fieldName: unknown;
  @api required = false;
  @api disabled = false;
  @api readOnly = false;
  @api variant = 'standard';
  field: FormField | undefined;
  problem = '';
  private held: JsonValue | undefined;
  private state: FormState | undefined;

  /** What the form sends. Setting it overrides the record's value. */
  @api get value(): JsonValue | undefined {
    return this.held ?? this.field?.value;
  }
  set value(value: JsonValue | undefined) {
    this.held = value;
    this.show();
  }

  @api reset(): void {
    this.held = undefined;
    this.problem = '';
    this.show();
  }

  @api reportValidity(): boolean {
    const input = this.template?.querySelector('shell-field-input') as unknown as FieldInputElement | null;
    return input?.reportValidity() ?? true;
  }

  override connectedCallback(): void {
    joinForm(this, {
      fieldName: fieldNameOf(this.fieldName),
      receive: (state) => {
        this.state = state;
        this.show();
      },
      value: () => this.value,
      validate: () => this.reportValidity(),
      showErrors: ({ fields }) => (this.problem = fields[fieldNameOf(this.fieldName)] ?? ''),
      reset: () => this.reset()
    });
  }

  get isDisabled(): boolean {
    const known = this.state?.info.fields[fieldNameOf(this.fieldName)];
    return this.disabled || this.readOnly || !(this.state?.record ? known?.updateable : known?.createable);
  }

  get elementClass(): string {
    return this.problem ? 'slds-form-element slds-has-error' : 'slds-form-element';
  }

  handleChange(event: CustomEvent<{ field: FormField; value: unknown }>): void {
    this.held = toFieldValue(event.detail.field, event.detail.value);
    this.problem = '';
    this.dispatchEvent(new CustomEvent('change', { bubbles: true, composed: true, detail: { value: this.held } }));
  }

  private show(): void {
    const known = this.state?.info.fields[fieldNameOf(this.fieldName)];
    if (!this.state || !known) return;
    const field = formField(known, this.state.picklists, this.state.record, {});
    this.field = { ...field, required: field.required || this.required, value: this.held ?? field.value };
  }
}
