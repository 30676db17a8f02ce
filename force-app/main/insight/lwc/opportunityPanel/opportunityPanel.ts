import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import load from '@salesforce/apex/OpportunityPanelController.load';
import refresh from '@salesforce/apex/AccountPanelController.refresh';
import syncOpportunity from '@salesforce/apex/SyncController.syncOpportunity';
import canView from '@salesforce/customPermission/Handoff_View';
import type { OpportunityPanel as Panel } from 'apex/OpportunityPanelController';
import type { Wired } from 'apex/method';
import { reduceErrors, type Problem } from 'c/errors';
import type { FigureTone } from 'c/figure';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { label, verdictOf } from './labels';

/** Is this customer good for this deal: a verdict in words, its reasons, and the credit room after the deal. */
export default class OpportunityPanel extends LightningElement {
  @api recordId: string | undefined;

  label = label;
  panel: Panel | null = null;
  refreshing = false;
  syncing = false;

  private wired: Wired<Panel> | undefined;
  private loadProblem: Problem | null = null;
  private actionProblem: Problem | null = null;
  private refreshHandler = 0;
  private firstPullTried = false;

  override connectedCallback(): void {
    this.refreshHandler = registerRefreshHandler(this, () => this.reload());
  }

  override disconnectedCallback(): void {
    unregisterRefreshHandler(this.refreshHandler);
  }

  /** Undefined keeps the wire from calling Apex for a user who may not see ERP figures. */
  get opportunityId(): string | undefined {
    return canView ? this.recordId : undefined;
  }

  @wire(load, { opportunityId: '$opportunityId' })
  receive(wired: Wired<Panel>): void {
    this.wired = wired;
    if (wired.data) this.panel = wired.data;
    if (wired.data || wired.error) this.loadProblem = wired.error ? reduceErrors(wired.error) : null;
    if (this.panel?.state === 'neverPulled' && !this.firstPullTried) {
      this.firstPullTried = true;
      this.handleRefresh();
    }
  }

  async handleRefresh(): Promise<void> {
    const accountId = this.panel?.accountId;
    if (!accountId || this.refreshing) return;
    this.refreshing = true;
    this.actionProblem = null;
    try {
      await refresh({ accountId });
      await this.reload();
    } catch (error) {
      this.actionProblem = reduceErrors(error);
    } finally {
      this.refreshing = false;
    }
  }

  async handleSync(): Promise<void> {
    if (!this.recordId || this.syncing) return;
    this.syncing = true;
    this.actionProblem = null;
    try {
      const { message, outcome } = await syncOpportunity({ opportunityId: this.recordId });
      const variant = outcome === 'queued' ? 'success' : 'info';
      this.dispatchEvent(new ShowToastEvent({ title: label.sync, message: message ?? '', variant }));
      await this.reload();
    } catch (error) {
      this.actionProblem = reduceErrors(error);
    } finally {
      this.syncing = false;
    }
  }

  async handleTryAgain(): Promise<void> {
    this.loadProblem = null;
    await this.reload();
  }

  private async reload(): Promise<void> {
    if (canView) await refreshApex(this.wired);
  }

  /** What the user's own action met stays on the page when the figures are loaded again. */
  get problem(): Problem | null {
    return this.actionProblem ?? this.loadProblem;
  }

  get mayNotView(): boolean {
    return !canView;
  }

  get isLoading(): boolean {
    return (!this.panel && !this.problem) || (this.refreshing && !this.isReady);
  }

  get isReady(): boolean {
    return this.panel?.state === 'ready';
  }

  get canTryAgain(): boolean {
    return !this.panel;
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

  /** Only a won deal can go to the ERP; before that the button would only disappoint. */
  get showsSync(): boolean {
    return Boolean(this.panel?.won && this.panel.canSync);
  }

  get cannotSyncReason(): string | null {
    return this.panel?.won && !this.panel.canSync ? (this.panel.cannotSyncReason ?? null) : null;
  }
}
