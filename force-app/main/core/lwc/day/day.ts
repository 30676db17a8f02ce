import { LightningElement, api } from 'lwc';
import type { Nullable } from '@salesforce/ts-types';

/** A calendar date (yyyy-mm-dd). It is shown in UTC, as it carries no time: elsewhere it would slip to the day before. */
export default class Day extends LightningElement {
  @api value: Nullable<string> = null;
}
