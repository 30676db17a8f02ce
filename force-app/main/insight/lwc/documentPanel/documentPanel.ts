import { wire } from 'lwc';
import load from '@salesforce/apex/DocumentPanelController.load';
import notConnected from '@salesforce/label/c.Handoff_NotConnected';
import notConnectedText from '@salesforce/label/c.Handoff_NotConnectedText';
import notSent from '@salesforce/label/c.Handoff_OrderNotSent';
import notSentText from '@salesforce/label/c.Handoff_DocumentNotSentText';
import notYet from '@salesforce/label/c.Handoff_DocumentNotYet';
import notYetText from '@salesforce/label/c.Handoff_DocumentNotYetText';
import otherPoint from '@salesforce/label/c.Handoff_DocumentOtherPoint';
import otherPointNothing from '@salesforce/label/c.Handoff_OrderOtherPointNothing';
import otherPointText from '@salesforce/label/c.Handoff_DocumentOtherPointText';
import sync from '@salesforce/label/c.Handoff_SyncToErp';
import title from '@salesforce/label/c.Handoff_DocumentPanelTitle';
import type { DocumentPanel as Panel } from 'apex/DocumentPanelController';
import type { Wired } from 'apex/method';
import type { Explanation } from 'c/access';
import { fill } from 'c/text';
import WatchedPanel from 'c/watchedPanel';

/** What became of a record that may be handed over, of whatever object: a quote, an invoice, a payment. */
export default class DocumentPanel extends WatchedPanel<Panel> {
  label = { sync, title };
  protected override readonly toastTitle = title;

  @wire(load, { recordId: '$visibleId' })
  receive(wired: Wired<Panel>): void {
    this.take(wired);
  }

  get isTracked(): boolean {
    return this.panel?.state === 'tracked';
  }

  get canSync(): boolean {
    return Boolean(this.empty && this.panel?.canSync);
  }

  /** Why nothing is on its way; null while there is something to tell. */
  get empty(): Explanation | null {
    if (!this.panel || this.isTracked) return null;
    const { cannotSyncReason, handoffPoint, handsOver, kinds, state } = this.panel;
    if (state === 'notConnected') return { heading: notConnected, message: notConnectedText };
    if (state === 'notYet') return { heading: notYet, message: notYetText };
    if (state === 'notSent') return { heading: notSent, message: cannotSyncReason || notSentText };
    const handed = (handsOver ?? []).join(', ');
    return {
      heading: fill(otherPoint, kinds),
      message: fill(handed ? otherPointText : otherPointNothing, handoffPoint, handed)
    };
  }
}
