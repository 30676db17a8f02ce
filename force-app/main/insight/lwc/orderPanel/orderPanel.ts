import { wire } from 'lwc';
import load from '@salesforce/apex/OrderPanelController.load';
import retry from '@salesforce/apex/SyncController.retry';
import syncOrder from '@salesforce/apex/SyncController.syncOrder';
import type { OrderPanel as Panel } from 'apex/OrderPanelController';
import type { SyncResult } from 'apex/SyncController';
import type { Wired } from 'apex/method';
import type { Explanation } from 'c/access';
import type { Problem } from 'c/errors';
import { headlineOf, problemOf } from 'c/orderHandoff';
import { fill } from 'c/text';
import WiredPanel from 'c/wiredPanel';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getRecord } from 'lightning/uiRecordApi';
import { label } from './labels';
import { Watch } from './watch';

/** Where an order is on its way to the ERP. While it is on its way the panel looks every two seconds, for two minutes. */
export default class OrderPanel extends WiredPanel<Panel> {
  label = label;
  acting = false;
  watching = false;
  tired = false;

  private seenStatus: unknown;
  private readonly watch = new Watch(
    () => this.reload(),
    () => {
      this.watching = false;
      this.tired = true;
    }
  );

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watch.stop();
  }

  @wire(load, { orderId: '$visibleId' })
  receive(wired: Wired<Panel>): void {
    this.take(wired);
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

  async handleSync(): Promise<void> {
    const orderId = this.recordId;
    if (orderId) await this.act(() => syncOrder({ orderId }));
  }

  async handleRetry(): Promise<void> {
    const itemId = this.panel?.itemId;
    if (itemId) await this.act(() => retry({ itemId }));
  }

  async handleRetryOne(event: CustomEvent<{ itemId: string }>): Promise<void> {
    await this.act(() => retry({ itemId: event.detail.itemId }));
  }

  private async act(action: () => Promise<SyncResult>): Promise<void> {
    if (this.acting) return;
    this.acting = true;
    await this.attempt(async () => {
      const { message, outcome } = await action();
      const variant = outcome === 'queued' ? 'success' : 'info';
      this.dispatchEvent(new ShowToastEvent({ title: label.title, message: message ?? '', variant }));
      await this.lookAgain();
    });
    this.acting = false;
  }

  protected override async lookAgain(): Promise<void> {
    this.tired = false;
    await this.reload();
    this.watchWhileInFlight();
  }

  private watchWhileInFlight(): void {
    if (this.panel?.inFlight && !this.loadProblem && !this.tired) this.watch.start();
    else this.watch.stop();
    this.watching = this.watch.isRunning;
  }

  get isLoading(): boolean {
    return !this.panel && !this.problem;
  }

  get isTracked(): boolean {
    return this.panel?.state === 'tracked';
  }

  /** Why nothing is on its way; null while there is something to tell. */
  get empty(): Explanation | null {
    if (!this.panel || this.isTracked) return null;
    const { cannotSyncReason, handoffPoint, state } = this.panel;
    if (state === 'notConnected') return { heading: label.notConnected, message: label.notConnectedText };
    if (state === 'otherPoint') return { heading: label.otherPoint, message: fill(label.otherPointText, handoffPoint) };
    if (state === 'draft') return { heading: label.draft, message: label.draftText };
    return { heading: label.notSent, message: cannotSyncReason || label.notSentText };
  }

  get canSync(): boolean {
    return Boolean(this.empty && this.panel?.canSync);
  }

  /** Whether routes lead the order to several connections: then each shows its own outcome. */
  get isSeveral(): boolean {
    return (this.panel?.handoffs ?? []).length > 1;
  }

  get handoffs() {
    return (this.panel?.handoffs ?? []).map((each) => ({ ...each, key: each.itemId }));
  }

  /** The state as a sentence. */
  get headline(): string {
    return headlineOf(this.panel?.itemState, this.panel?.erpNumber);
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
    return this.isSeveral ? null : problemOf(this.panel);
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
