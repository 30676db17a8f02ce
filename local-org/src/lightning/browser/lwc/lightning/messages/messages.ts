import { LightningElement } from 'lwc';
import { joinForm } from '../../../services/form-fields.ts';

/** The errors of the form around it. */
export default class Messages extends LightningElement {
  message = '';

  override connectedCallback(): void {
    joinForm(this, {
      showErrors: ({ message, fields }) =>
        (this.message = [message, ...Object.values(fields)].filter(Boolean).join(' ')),
      reset: () => (this.message = '')
    });
  }
}
