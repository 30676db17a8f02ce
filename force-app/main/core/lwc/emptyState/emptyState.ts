import { LightningElement, api } from 'lwc';

/** Says why there is nothing to show and what would change that; the parent slots the button that does. */
export default class EmptyState extends LightningElement {
  @api heading = '';
  @api message = '';
  @api iconName = 'utility:info';
}
