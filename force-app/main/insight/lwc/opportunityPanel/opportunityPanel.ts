import { wire } from 'lwc';
import load from '@salesforce/apex/OpportunityPanelController.load';
import refresh from '@salesforce/apex/AccountPanelController.refresh';
import type { OpportunityPanel as Panel } from 'apex/OpportunityPanelController';
import type { Wired } from 'apex/method';
import FiguresPanel from 'c/figuresPanel';
import { label, verdictOf } from './labels';

/** Is this customer good for this deal, and what became of the deal: a verdict in words, the credit room after it, its handoff. */
export default class OpportunityPanel extends FiguresPanel<Panel> {
  label = label;
  protected override readonly toastTitle = label.sync;

  @wire(load, { opportunityId: '$visibleId' })
  receive(wired: Wired<Panel>): void {
    this.take(wired);
  }

  protected override readonly pull = async () => {
    const { accountId, connectionId } = this.panel ?? {};
    if (accountId) await refresh({ accountId, connectionId: connectionId ?? null });
  };

  get canRefresh(): boolean {
    return Boolean(this.panel?.accountId) && (this.isReady || this.panel?.state === 'neverPulled');
  }

  get verdictText(): string {
    return verdictOf(this.panel?.verdict).text;
  }

  get verdictVariant(): string {
    return verdictOf(this.panel?.verdict).variant;
  }

  get hasOrders(): boolean {
    return (this.panel?.orders ?? []).length > 0;
  }

  /** An order stands here once for each connection it goes to. */
  get orders() {
    return (this.panel?.orders ?? []).map((order) => ({
      ...order,
      key: `${order.orderId ?? ''} ${order.connectionName ?? ''}`
    }));
  }

  /** What became of the deal itself, of its quotes, and of what bills its orders. */
  get handoffs() {
    return [...(this.panel?.handoffs ?? []), ...(this.panel?.related ?? [])];
  }

  get handoffParts() {
    return this.panel?.relatedParts ?? [];
  }

  get hasHandoffs(): boolean {
    return this.handoffs.length > 0;
  }

  /** Only a won deal can go to the ERP; before that the button would only disappoint. */
  get showsSync(): boolean {
    return Boolean(this.panel?.won && this.panel.canSync);
  }

  get cannotSyncReason(): string | null {
    return this.panel?.won && !this.panel.canSync ? (this.panel.cannotSyncReason ?? null) : null;
  }
}
