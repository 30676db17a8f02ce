import { LightningElement, api } from 'lwc';

/** A calendar date (yyyy-mm-dd). It is shown in UTC, as it carries no time: elsewhere it would slip to the day before. */
export default class Day extends LightningElement {
  @api value: string | null | undefined = null;
}
