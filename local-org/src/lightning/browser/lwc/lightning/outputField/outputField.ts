import { api, LightningElement } from 'lwc';
import { displayOf, fieldLabel, type FieldDisplay } from '../../../services/fields.ts';
import { fieldNameOf, joinForm, type FormState } from '../../../services/form-fields.ts';
import { bootstrap } from '../../../services/session.ts';

/** A field inside lightning-record-view-form or lightning-record-edit-form, read only. */
export default class OutputField extends LightningElement {
  @api fieldName: unknown;
  @api variant = 'standard';
  label = '';
  display: FieldDisplay | undefined;

  override connectedCallback(): void {
    const fieldName = fieldNameOf(this.fieldName);
    joinForm(this, { fieldName, receive: (state) => this.receive(fieldName, state) });
  }

  get labelClass(): string {
    return this.variant === 'label-hidden' ? 'slds-assistive-text' : 'slds-form-element__label';
  }

  private receive(fieldName: string, { info, record }: FormState): void {
    const field = info.fields[fieldName];
    if (!field || !record) return;
    this.label = fieldLabel(field);
    this.display = displayOf(field, record, bootstrap.org.currency);
  }
}
