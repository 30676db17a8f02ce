import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import load from '@salesforce/apex/AccountPanelController.load';
import refresh from '@salesforce/apex/AccountPanelController.refresh';
import canView from '@salesforce/customPermission/Handoff_View';
import type { AccountPanel as Panel } from 'apex/AccountPanelController';
import type { Wired } from 'apex/method';
import { reduceErrors, type Problem } from 'c/errors';
import type { FigureTone } from 'c/figure';
import { fill } from 'c/text';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { label } from './labels';

/** The customer as the ERP sees it. Figures always carry their time, and old ones say so. */
export default class AccountPanel extends LightningElement {
  @api recordId: string | undefined;

  label = label;
  panel: Panel | null = null;
  refreshing = false;

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
  get accountId(): string | undefined {
    return canView ? this.recordId : undefined;
  }

  @wire(load, { accountId: '$accountId' })
  receive(wired: Wired<Panel>): void {
    this.wired = wired;
    if (wired.data) this.panel = wired.data;
    if (wired.data || wired.error) this.loadProblem = wired.error ? reduceErrors(wired.error) : null;
    this.pullFirstFigures();
  }

  /** Nobody should have to press Refresh to see figures for the first time; tried once, so that a failure stays put. */
  private pullFirstFigures(): void {
    if (this.panel?.state !== 'neverPulled' || !this.panel.canRefresh || this.firstPullTried) return;
    this.firstPullTried = true;
    this.handleRefresh();
  }

  async handleRefresh(): Promise<void> {
    if (!this.recordId || this.refreshing) return;
    this.refreshing = true;
    this.actionProblem = null;
    try {
      this.panel = await refresh({ accountId: this.recordId });
      await refreshApex(this.wired);
    } catch (error) {
      this.actionProblem = reduceErrors(error);
    } finally {
      this.refreshing = false;
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

  get showsFreshness(): boolean {
    return Boolean(this.panel && (this.isReady || this.panel.canRefresh));
  }

  get canTryAgain(): boolean {
    return !this.panel;
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
    return fill(label.tabCount, label.openOrders, (this.panel?.openOrders ?? []).length);
  }

  get invoicesTab(): string {
    return fill(label.tabCount, label.invoices, (this.panel?.invoices ?? []).length);
  }

  get paymentsTab(): string {
    return fill(label.tabCount, label.payments, (this.panel?.payments ?? []).length);
  }
}
