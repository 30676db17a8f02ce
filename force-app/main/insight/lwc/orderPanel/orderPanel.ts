import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import load from '@salesforce/apex/OrderPanelController.load';
import retry from '@salesforce/apex/SyncController.retry';
import syncOrder from '@salesforce/apex/SyncController.syncOrder';
import canView from '@salesforce/customPermission/Handoff_View';
import type { OrderPanel as Panel } from 'apex/OrderPanelController';
import type { SyncResult } from 'apex/SyncController';
import type { Wired } from 'apex/method';
import { reduceErrors, type Problem } from 'c/errors';
import { fill } from 'c/text';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { getRecord } from 'lightning/uiRecordApi';
import { label, stateSentences } from './labels';
import { Watch } from './watch';

/** Where an order is on its way to the ERP. While it is on its way the panel looks every two seconds, for two minutes. */
export default class OrderPanel extends LightningElement {
  @api recordId: string | undefined;

  label = label;
  panel: Panel | null = null;
  acting = false;
  watching = false;
  tired = false;

  private wired: Wired<Panel> | undefined;
  private loadProblem: Problem | null = null;
  private actionProblem: Problem | null = null;
  private seenStatus: unknown;
  private refreshHandler = 0;
  private readonly watch = new Watch(
    () => this.reload(),
    () => {
      this.watching = false;
      this.tired = true;
    }
  );

  override connectedCallback(): void {
    this.refreshHandler = registerRefreshHandler(this, () => this.lookAgain());
  }

  override disconnectedCallback(): void {
    unregisterRefreshHandler(this.refreshHandler);
    this.watch.stop();
  }

  /** Undefined keeps the wire from calling Apex for a user who may not see ERP figures. */
  get orderId(): string | undefined {
    return canView ? this.recordId : undefined;
  }

  @wire(load, { orderId: '$orderId' })
  receive(wired: Wired<Panel>): void {
    this.wired = wired;
    if (wired.data) this.panel = wired.data;
    if (wired.data || wired.error) this.loadProblem = wired.error ? reduceErrors(wired.error) : null;
    this.watchWhileInFlight();
  }

  /** Someone activates the order on this very page: the panel must notice. The field is optional, as its access is. */
  @wire(getRecord, { recordId: '$recordId', optionalFields: ['Order.Status'] })
  receiveRecord({ data }: { data?: { fields: Record<string, { value: unknown }> } }): void {
    const status = data?.fields.Status?.value;
    if (status === undefined) return;
    const changed = this.seenStatus !== undefined && this.seenStatus !== status;
    this.seenStatus = status;
    if (changed) this.lookAgain();
  }

  async handleLookAgain(): Promise<void> {
    this.loadProblem = null;
    await this.lookAgain();
  }

  async handleSync(): Promise<void> {
    const orderId = this.recordId;
    if (orderId) await this.act(() => syncOrder({ orderId }));
  }

  async handleRetry(): Promise<void> {
    const itemId = this.panel?.itemId;
    if (itemId) await this.act(() => retry({ itemId }));
  }

  private async act(action: () => Promise<SyncResult>): Promise<void> {
    if (this.acting) return;
    this.acting = true;
    this.actionProblem = null;
    try {
      const { message, outcome } = await action();
      const variant = outcome === 'queued' ? 'success' : 'info';
      this.dispatchEvent(new ShowToastEvent({ title: label.title, message: message ?? '', variant }));
      await this.lookAgain();
    } catch (error) {
      this.actionProblem = reduceErrors(error);
    } finally {
      this.acting = false;
    }
  }

  private async lookAgain(): Promise<void> {
    this.tired = false;
    await this.reload();
    this.watchWhileInFlight();
  }

  private async reload(): Promise<void> {
    if (canView) await refreshApex(this.wired);
  }

  private watchWhileInFlight(): void {
    if (this.panel?.inFlight && !this.loadProblem && !this.tired) this.watch.start();
    else this.watch.stop();
    this.watching = this.watch.isRunning;
  }

  /** What the user's own action met stays on the page while the panel looks again. */
  get problem(): Problem | null {
    return this.actionProblem ?? this.loadProblem;
  }

  get mayNotView(): boolean {
    return !canView;
  }

  get isLoading(): boolean {
    return !this.panel && !this.problem;
  }

  get canTryAgain(): boolean {
    return !this.panel;
  }

  get isTracked(): boolean {
    return this.panel?.state === 'tracked';
  }

  get emptyHeading(): string {
    if (this.panel?.state === 'notConnected') return label.notConnected;
    return this.panel?.state === 'draft' ? label.draft : label.notSent;
  }

  get emptyText(): string {
    if (this.panel?.state === 'notConnected') return label.notConnectedText;
    if (this.panel?.state === 'draft') return label.draftText;
    return this.panel?.cannotSyncReason || label.notSentText;
  }

  /** The state as a sentence. */
  get headline(): string {
    const state = this.panel?.itemState ?? '';
    if (state !== 'Delivered') return stateSentences[state] ?? state;
    return this.panel?.erpNumber ? fill(label.delivered, this.panel.erpNumber) : label.deliveredUnnumbered;
  }

  get erpStatusText(): string | null {
    return this.panel?.erpOrderStatus ? fill(label.erpStatus, this.panel.erpOrderStatus) : null;
  }

  /** A timestamp, as the base component takes no ISO text. */
  get nextAttemptAt(): number | null {
    const at = this.panel?.itemState === 'Waiting' ? this.panel.nextAttemptAt : null;
    return at ? Date.parse(at) : null;
  }

  /** What the ERP said, as an error with its owner; null when nothing is wrong. */
  get erpProblem(): Problem | null {
    const panel = this.panel;
    if (!panel?.errorMessage || panel.itemState === 'Delivered') return null;
    return {
      code: panel.errorCode ?? '',
      message: panel.errorMessage,
      owner: panel.errorOwner ?? null,
      nextStep: panel.nextStep ?? null
    };
  }

  /** What the ERP's invoices say against what was promised in the deal. */
  get brokenPromises() {
    return (this.panel?.brokenPromises ?? []).map((text, key) => ({ key, text }));
  }

  get hasBrokenPromises(): boolean {
    return this.brokenPromises.length > 0;
  }

  get showsInvoices(): boolean {
    return (this.panel?.invoices ?? []).length > 0;
  }
}
