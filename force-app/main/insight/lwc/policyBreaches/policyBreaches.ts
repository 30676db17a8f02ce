import { LightningElement, api } from 'lwc';
import type { Nullable } from '@salesforce/ts-types';
import title from '@salesforce/label/c.Handoff_PoliciesTitle';
import type { PolicyBreach } from 'apex/PolicyBreach';

/** What the sales policies say against a record: better known now than when it is held. Nothing where they say nothing. */
export default class PolicyBreaches extends LightningElement {
  @api breaches: Nullable<PolicyBreach[]> = null;

  label = { title };

  get lines(): string[] {
    return (this.breaches ?? []).map(({ message, nextStep }) => `${message ?? ''} ${nextStep ?? ''}`);
  }

  get hasBreaches(): boolean {
    return this.lines.length > 0;
  }
}
