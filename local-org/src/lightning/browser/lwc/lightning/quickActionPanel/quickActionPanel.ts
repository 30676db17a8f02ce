import { api, LightningElement } from 'lwc';

/** Header, body and footer of a screen quick action. Source: https://developer.salesforce.com/docs/component-library/bundle/lightning-quick-action-panel */
export default class QuickActionPanel extends LightningElement {
  @api header = '';
}
