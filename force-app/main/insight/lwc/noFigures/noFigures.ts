import { LightningElement, api } from 'lwc';
import type { Nullable } from '@salesforce/ts-types';
import neverPulled from '@salesforce/label/c.Handoff_NeverPulled';
import neverPulledText from '@salesforce/label/c.Handoff_NeverPulledText';
import notConnected from '@salesforce/label/c.Handoff_NotConnected';
import notConnectedText from '@salesforce/label/c.Handoff_NotConnectedText';
import notLinked from '@salesforce/label/c.Handoff_NotLinked';
import notLinkedText from '@salesforce/label/c.Handoff_NotLinkedText';

/** Why a customer has no figures, by the state that the server gives: notConnected, notLinked or neverPulled. */
export default class NoFigures extends LightningElement {
  @api state: Nullable<string> = null;

  get heading(): string {
    if (this.state === 'notConnected') return notConnected;
    return this.state === 'notLinked' ? notLinked : neverPulled;
  }

  get message(): string {
    if (this.state === 'notConnected') return notConnectedText;
    return this.state === 'notLinked' ? notLinkedText : neverPulledText;
  }
}
