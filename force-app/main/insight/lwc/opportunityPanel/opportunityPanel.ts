import { wire } from 'lwc';
import load from '@salesforce/apex/OpportunityPanelController.load';
import refresh from '@salesforce/apex/AccountPanelController.refresh';
import syncOpportunity from '@salesforce/apex/SyncController.syncOpportunity';
import type { OpportunityPanel as Panel } from 'apex/OpportunityPanelController';
import type { Wired } from 'apex/method';
import type { FigureTone } from 'c/figure';
import WiredPanel from 'c/wiredPanel';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { label, verdictOf } from './labels';

/** Is this customer good for this deal: a verdict in words, its reasons, and the credit room after the deal. */
export default class OpportunityPanel extends WiredPanel<Panel> {
  label = label;
  refreshing = false;
  syncing = false;

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
    if (!opportunityId || this.syncing) return;
    this.syncing = true;
    await this.attempt(async () => {
      const { message, outcome } = await syncOpportunity({ opportunityId });
      const variant = outcome === 'queued' ? 'success' : 'info';
      this.dispatchEvent(new ShowToastEvent({ title: label.sync, message: message ?? '', variant }));
      await this.reload();
    });
    this.syncing = false;
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

  /** Only a won deal can go to the ERP; before that the button would only disappoint. */
  get showsSync(): boolean {
    return Boolean(this.panel?.won && this.panel.canSync);
  }

  get cannotSyncReason(): string | null {
    return this.panel?.won && !this.panel.canSync ? (this.panel.cannotSyncReason ?? null) : null;
  }
}
