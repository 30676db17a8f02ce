import { wire } from 'lwc';
import load from '@salesforce/apex/AccountPanelController.load';
import refresh from '@salesforce/apex/AccountPanelController.refresh';
import type { AccountPanel as Panel } from 'apex/AccountPanelController';
import type { Wired } from 'apex/method';
import type { FigureTone } from 'c/figure';
import FiguresPanel from 'c/figuresPanel';
import { fill } from 'c/text';
import { label } from './labels';

/** The customer as the ERP sees it. Figures always carry their time, and old ones say so. */
export default class AccountPanel extends FiguresPanel<Panel> {
  label = label;
  protected override readonly toastTitle = label.title;
  /** Whose figures are shown; null for the first company where the account is a customer. */
  connectionId: string | null = null;

  @wire(load, { accountId: '$visibleId', connectionId: '$connectionId' })
  receive(wired: Wired<Panel>): void {
    this.take(wired);
  }

  /** Another company may never have been read. */
  handleCompany(event: CustomEvent<{ value: string }>): void {
    this.forgetFirstPull();
    this.connectionId = event.detail.value;
  }

  protected override readonly pull = async () => {
    if (this.recordId) this.panel = await refresh({ accountId: this.recordId, connectionId: this.connectionId });
  };

  get canRefresh(): boolean {
    return Boolean(this.panel?.canRefresh);
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

  get showsFreshness(): boolean {
    return this.isReady || this.canRefresh;
  }

  get hasCompanies(): boolean {
    return (this.panel?.companies ?? []).length > 1;
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
