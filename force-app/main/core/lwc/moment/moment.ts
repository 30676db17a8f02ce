import { LightningElement, api } from 'lwc';
import type { Nullable } from '@salesforce/ts-types';
import timeZone from '@salesforce/i18n/timeZone';

/** A moment (ISO 8601), in the user's time zone as Salesforce knows it: the browser's may be another. */
export default class Moment extends LightningElement {
  @api value: Nullable<string> = null;

  timeZone = timeZone;
}
