import { LightningElement, api } from 'lwc';
import timeZone from '@salesforce/i18n/timeZone';

/** A moment (ISO 8601), in the user's time zone as Salesforce knows it: the browser's may be another. */
export default class Moment extends LightningElement {
  @api value: string | null | undefined = null;

  timeZone = timeZone;
}
