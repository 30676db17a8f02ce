import { wire } from 'lwc';
import load from '@salesforce/apex/DocumentPanelController.load';
import retry from '@salesforce/apex/SyncController.retry';
import syncRecord from '@salesforce/apex/SyncController.syncRecord';
import checkAgain from '@salesforce/label/c.Handoff_CheckAgain';
import notConnected from '@salesforce/label/c.Handoff_NotConnected';
import notConnectedText from '@salesforce/label/c.Handoff_NotConnectedText';
import notSent from '@salesforce/label/c.Handoff_OrderNotSent';
import notSentText from '@salesforce/label/c.Handoff_DocumentNotSentText';
import notYet from '@salesforce/label/c.Handoff_DocumentNotYet';
import notYetText from '@salesforce/label/c.Handoff_DocumentNotYetText';
import otherPoint from '@salesforce/label/c.Handoff_DocumentOtherPoint';
import otherPointNothing from '@salesforce/label/c.Handoff_OrderOtherPointNothing';
import otherPointText from '@salesforce/label/c.Handoff_DocumentOtherPointText';
import policies from '@salesforce/label/c.Handoff_PoliciesTitle';
import stillOnItsWay from '@salesforce/label/c.Handoff_OrderStillOnItsWay';
import sync from '@salesforce/label/c.Handoff_SyncToErp';
import title from '@salesforce/label/c.Handoff_DocumentPanelTitle';
import watching from '@salesforce/label/c.Handoff_OrderWatching';
import type { DocumentPanel as Panel } from 'apex/DocumentPanelController';
import type { Wired } from 'apex/method';
import type { Explanation } from 'c/access';
import { fill } from 'c/text';
import WatchedPanel from 'c/watchedPanel';

/** What became of a record that may be handed over, of whatever object: a quote, an invoice, a payment. */
export default class DocumentPanel extends WatchedPanel<Panel> {
  label = { checkAgain, policies, stillOnItsWay, sync, title, watching };

  @wire(load, { recordId: '$visibleId' })
  receive(wired: Wired<Panel>): void {
    this.take(wired);
  }

  async handleSync(): Promise<void> {
    const recordId = this.recordId;
    if (recordId) await this.act(title, () => syncRecord({ recordId }));
  }

  async handleRetry({ detail }: CustomEvent<{ itemId: string }>): Promise<void> {
    await this.act(title, () => retry({ itemId: detail.itemId }));
  }

  get isLoading(): boolean {
    return !this.panel && !this.problem;
  }

  get isTracked(): boolean {
    return this.panel?.state === 'tracked';
  }

  get canSync(): boolean {
    return Boolean(this.empty && this.panel?.canSync);
  }

  /** What the sales policies say against the record: better known now than when it is held. */
  get breaches() {
    return (this.panel?.breaches ?? []).map(({ message, nextStep }, key) => ({
      key,
      text: `${message ?? ''} ${nextStep ?? ''}`
    }));
  }

  get hasBreaches(): boolean {
    return this.breaches.length > 0;
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
