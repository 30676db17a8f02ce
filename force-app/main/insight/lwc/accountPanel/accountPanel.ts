import { wire } from 'lwc';
import load from '@salesforce/apex/AccountPanelController.load';
import refresh from '@salesforce/apex/AccountPanelController.refresh';
import retry from '@salesforce/apex/SyncController.retry';
import type { AccountPanel as Panel } from 'apex/AccountPanelController';
import type { Wired } from 'apex/method';
import type { FigureTone } from 'c/figure';
import { fill } from 'c/text';
import WatchedPanel from 'c/watchedPanel';
import { label } from './labels';

/** The customer as the ERP sees it. Figures always carry their time, and old ones say so. */
export default class AccountPanel extends WatchedPanel<Panel> {
  label = label;
  refreshing = false;
  /** Whose figures are shown; null for the first company where the account is a customer. */
  connectionId: string | null = null;

  private firstPullTried = false;

  @wire(load, { accountId: '$visibleId', connectionId: '$connectionId' })
  receive(wired: Wired<Panel>): void {
    this.take(wired);
    this.pullFirstFigures();
  }

  /** Nobody should have to press Refresh to see figures for the first time; tried once, so that a failure stays put. */
  private pullFirstFigures(): void {
    if (this.panel?.state !== 'neverPulled' || !this.panel.canRefresh || this.firstPullTried) return;
    this.firstPullTried = true;
    this.handleRefresh();
  }

  /** Another company may never have been read. */
  handleCompany(event: CustomEvent<{ value: string }>): void {
    this.firstPullTried = false;
    this.connectionId = event.detail.value;
  }

  async handleRefresh(): Promise<void> {
    const accountId = this.recordId;
    if (!accountId || this.refreshing) return;
    this.refreshing = true;
    await this.attempt(async () => {
      this.panel = await refresh({ accountId, connectionId: this.connectionId });
      await this.reload();
    });
    this.refreshing = false;
  }

  async handleRetry({ detail }: CustomEvent<{ itemId: string }>): Promise<void> {
    await this.act(label.title, () => retry({ itemId: detail.itemId }));
  }

  /** Where the customer itself is not in the ERP yet, or a change of it. */
  get handoffs() {
    return this.panel?.handoffs ?? [];
  }

  get hasHandoffs(): boolean {
    return this.handoffs.length > 0;
  }

  /** What its handoff says already is not said again. */
  get hasNoFigures(): boolean {
    return !this.isReady && Boolean(this.panel) && !(this.hasHandoffs && this.panel?.state === 'notLinked');
  }

  get isLoading(): boolean {
    return (!this.panel && !this.problem) || (this.refreshing && !this.isReady);
  }

  get isReady(): boolean {
    return this.panel?.state === 'ready';
  }

  get showsFreshness(): boolean {
    return Boolean(this.panel && (this.isReady || this.panel.canRefresh));
  }

  get hasCompanies(): boolean {
    return (this.panel?.companies ?? []).length > 1;
  }

  get isStale(): boolean {
    return Boolean(this.panel?.stale) && !this.refreshing;
  }

  get blockedText(): string | null {
    return this.panel?.blocked?.trim() ? fill(label.blocked, this.panel.blocked) : null;
  }

  get lastErrorText(): string | null {
    return this.panel?.lastError ? fill(label.lastPullFailed, this.panel.lastError) : null;
  }

  get termsText(): string | null {
    return this.panel?.paymentTerms ? fill(label.terms, this.panel.paymentTerms) : null;
  }

  get customerText(): string {
    return fill(label.customer, this.panel?.customerNumber, this.panel?.connectionName);
  }

  get isOverLimit(): boolean {
    return (this.panel?.creditRoom ?? 0) < 0;
  }

  get creditRoomTone(): FigureTone {
    return this.isOverLimit ? 'bad' : 'plain';
  }

  get creditRoomRemark(): string | null {
    return this.isOverLimit ? label.overLimit : null;
  }

  get pastDueTone(): FigureTone {
    return (this.panel?.pastDue ?? 0) > 0 ? 'bad' : 'plain';
  }

  get ordersTab(): string {
    return fill(
      label.tabCount,
      label.openOrders,
      this.panel?.openOrdersPart?.total ?? (this.panel?.openOrders ?? []).length
    );
  }

  get invoicesTab(): string {
    return fill(label.tabCount, label.invoices, this.panel?.invoicesPart?.total ?? (this.panel?.invoices ?? []).length);
  }

  get paymentsTab(): string {
    return fill(label.tabCount, label.payments, this.panel?.paymentsPart?.total ?? (this.panel?.payments ?? []).length);
  }
}
