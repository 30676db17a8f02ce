import { wire } from 'lwc';
import load from '@salesforce/apex/OpportunityPanelController.load';
import refresh from '@salesforce/apex/AccountPanelController.refresh';
import retry from '@salesforce/apex/SyncController.retry';
import syncOpportunity from '@salesforce/apex/SyncController.syncOpportunity';
import type { OpportunityPanel as Panel } from 'apex/OpportunityPanelController';
import type { Wired } from 'apex/method';
import type { FigureTone } from 'c/figure';
import WatchedPanel from 'c/watchedPanel';
import { label, verdictOf } from './labels';

/** Is this customer good for this deal, and what became of the deal: a verdict in words, the credit room after it, its handoff. */
export default class OpportunityPanel extends WatchedPanel<Panel> {
  label = label;
  refreshing = false;

  private firstPullTried = false;

  @wire(load, { opportunityId: '$visibleId' })
  receive(wired: Wired<Panel>): void {
    this.take(wired);
    if (this.panel?.state === 'neverPulled' && !this.firstPullTried) {
      this.firstPullTried = true;
      this.handleRefresh();
    }
  }

  async handleRefresh(): Promise<void> {
    const accountId = this.panel?.accountId;
    if (!accountId || this.refreshing) return;
    this.refreshing = true;
    await this.attempt(async () => {
      await refresh({ accountId, connectionId: this.panel?.connectionId ?? null });
      await this.reload();
    });
    this.refreshing = false;
  }

  async handleSync(): Promise<void> {
    const opportunityId = this.recordId;
    if (opportunityId) await this.act(label.sync, () => syncOpportunity({ opportunityId }));
  }

  async handleRetry({ detail }: CustomEvent<{ itemId: string }>): Promise<void> {
    await this.act(label.sync, () => retry({ itemId: detail.itemId }));
  }

  get isLoading(): boolean {
    return (!this.panel && !this.problem) || (this.refreshing && !this.isReady);
  }

  get isReady(): boolean {
    return this.panel?.state === 'ready';
  }

  get canRefresh(): boolean {
    return Boolean(this.panel?.accountId) && (this.isReady || this.panel?.state === 'neverPulled');
  }

  get isStale(): boolean {
    return Boolean(this.panel?.stale) && !this.refreshing;
  }

  get verdictText(): string {
    return verdictOf(this.panel?.verdict).text;
  }

  get verdictVariant(): string {
    return verdictOf(this.panel?.verdict).variant;
  }

  get reasons() {
    return (this.panel?.reasons ?? []).map((text, key) => ({ key, text }));
  }

  /** What the sales policies say against the deal: better known now than when it is held. */
  get breaches() {
    return (this.panel?.breaches ?? []).map(({ message, nextStep }, key) => ({
      key,
      text: `${message ?? ''} ${nextStep ?? ''}`
    }));
  }

  get hasBreaches(): boolean {
    return this.breaches.length > 0;
  }

  /**
   * The deal is in the opportunity's currency, the other figures are in the ERP's. They are known to be the same where
   * the server could subtract one from the other; elsewhere the amount stands without a currency.
   */
  get dealCurrencyCode(): string | null {
    const comparable = typeof this.panel?.creditRoomAfter === 'number';
    return comparable ? (this.panel?.currencyCode ?? null) : null;
  }

  get pastDueTone(): FigureTone {
    return (this.panel?.pastDue ?? 0) > 0 ? 'bad' : 'plain';
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
