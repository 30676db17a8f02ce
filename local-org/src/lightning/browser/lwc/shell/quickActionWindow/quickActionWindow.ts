import { api } from 'lwc';
import LightningModal from 'lightning/modal';

/** The window around a screen quick action. Closes on CloseActionScreenEvent. */
export default class QuickActionWindow extends LightningModal {
  @api componentName = '';
  @api properties: Readonly<Record<string, unknown>> = {};

  handleClose(event: Event): void {
    event.stopPropagation();
    this.close();
  }
}
