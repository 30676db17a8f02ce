import { wire } from 'lwc';
import load from '@salesforce/apex/RevenuePanelController.load';
import deferred from '@salesforce/label/c.Handoff_RevenueDeferred';
import due from '@salesforce/label/c.Handoff_RevenueStateDue';
import month from '@salesforce/label/c.Handoff_RevenueMonth';
import partly from '@salesforce/label/c.Handoff_RevenueStatePartly';
import planned from '@salesforce/label/c.Handoff_RevenueStatePlanned';
import posted from '@salesforce/label/c.Handoff_RevenueStatePosted';
import recognised from '@salesforce/label/c.Handoff_RevenueRecognised';
import status from '@salesforce/label/c.Handoff_Status';
import sum from '@salesforce/label/c.Handoff_RevenueSum';
import title from '@salesforce/label/c.Handoff_RevenueTitle';
import type { RevenueView } from 'apex/RevenuePanelController';
import type { Wired } from 'apex/method';
import WiredPanel from 'c/wiredPanel';

const WORDS: Record<string, string> = { Posted: posted, 'Partly posted': partly, Due: due, Planned: planned };

/** Revenue of an order or invoice for finance. Nothing stands on the page where there is none, or for who may not see the books. */
export default class RevenuePanel extends WiredPanel<RevenueView> {
  label = { deferred, month, recognised, status, sum, title };

  @wire(load, { recordId: '$visibleId' })
  receive(wired: Wired<RevenueView>): void {
    this.take(wired);
  }

  get isShown(): boolean {
    return Boolean(this.problem) || (this.panel?.months ?? []).length > 0;
  }

  get parts() {
    return this.panel?.parts ?? [];
  }

  get rows() {
    return (this.panel?.months ?? []).map((each) => ({ ...each, stateText: WORDS[each.state ?? ''] ?? each.state }));
  }
}
