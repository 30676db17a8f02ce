import { LightningElement, api } from 'lwc';
import checkAgain from '@salesforce/label/c.Handoff_CheckAgain';
import stillOnItsWay from '@salesforce/label/c.Handoff_OrderStillOnItsWay';
import watching from '@salesforce/label/c.Handoff_OrderWatching';

/** Says that a panel looks by itself at what is on its way, or has stopped looking; nothing where nothing is on its way. */
export default class OnItsWay extends LightningElement {
  @api watching = false;
  /** The panel has stopped looking: `checkagain` asks it to begin anew. */
  @api tired = false;

  label = { checkAgain, stillOnItsWay, watching };

  handleCheckAgain(): void {
    this.dispatchEvent(new CustomEvent('checkagain'));
  }
}
