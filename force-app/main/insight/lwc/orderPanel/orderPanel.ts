import { wire } from 'lwc';
import load from '@salesforce/apex/OrderPanelController.load';
import type { Nullable } from '@salesforce/ts-types';
import type { OrderPanel as Panel } from 'apex/OrderPanelController';
import type { Wired } from 'apex/method';
import type { Explanation } from 'c/access';
import { fill } from 'c/text';
import WatchedPanel from 'c/watchedPanel';
import { getRecord } from 'lightning/uiRecordApi';
import { label } from './labels';

/** Where an order is on its way to the ERP, or what is handed over about it instead. */
export default class OrderPanel extends WatchedPanel<Panel> {
  label = label;
  protected override readonly toastTitle = label.title;

  /** The order's status as the page knows it. */
  private pageStatus: unknown;
  private askedFor: unknown;

  @wire(load, { orderId: '$visibleId' })
  receive(wired: Wired<Panel>): void {
    this.take(wired);
    this.noticeStatus();
  }

  /** The field is optional, as its access is. */
  @wire(getRecord, { recordId: '$recordId', optionalFields: ['Order.Status'] })
  receiveRecord({ data }: { data?: { fields: Record<string, { value: unknown }> } }): void {
    this.pageStatus = data?.fields.Status?.value ?? this.pageStatus;
    this.noticeStatus();
  }

  /** Someone activates the order on this very page, perhaps while the panel still loads: it looks again, once, when it was read before. */
  private noticeStatus(): void {
    const read = this.panel?.orderStatus;
    if (!read || this.pageStatus === undefined) return;
    const isNews = this.pageStatus !== read && this.pageStatus !== this.askedFor;
    this.askedFor = this.pageStatus === read ? undefined : this.pageStatus;
    if (isNews) this.lookAgain();
  }

  get isTracked(): boolean {
    return this.panel?.state === 'tracked';
  }

  /** Why nothing is on its way; null while there is something to tell. */
  get empty(): Explanation | null {
    if (!this.panel || this.isTracked) return null;
    const { cannotSyncReason, state } = this.panel;
    if (state === 'notConnected') return { heading: label.notConnected, message: label.notConnectedText };
    if (state === 'otherPoint') return this.hasRelated ? null : { heading: label.otherPoint, message: this.elsewhere };
    if (state === 'draft') return { heading: label.draft, message: label.draftText };
    return { heading: label.notSent, message: cannotSyncReason || label.notSentText };
  }

  /** What is handed over instead of orders; null where orders are. */
  get otherPoint(): string | null {
    return this.panel?.state === 'otherPoint' && this.hasRelated ? fill(label.otherPointText, ...this.point) : null;
  }

  private get elsewhere(): string {
    const sources = this.panel?.handsOver ?? [];
    return fill(sources.length > 0 ? label.otherPointNone : label.otherPointNothing, ...this.point);
  }

  private get point(): Nullable<string>[] {
    return [this.panel?.handoffPoint, (this.panel?.handsOver ?? []).join(', ')];
  }

  get canSync(): boolean {
    return Boolean(this.empty && this.panel?.canSync);
  }

  /** Whether routes lead the order to several connections: then each shows its own outcome. */
  get isSeveral(): boolean {
    return (this.panel?.handoffs ?? []).length > 1;
  }

  get handoffs() {
    return this.panel?.handoffs ?? [];
  }

  /** The outcome of an order that goes to one connection only: nobody asks which. */
  get handoff() {
    const [only] = this.handoffs;
    return only ? { ...only, connectionName: null } : null;
  }

  /** What is handed over about the order other than itself: its invoices, their payments. */
  get related() {
    return this.panel?.related ?? [];
  }

  get relatedParts() {
    return this.panel?.relatedParts ?? [];
  }

  get hasRelated(): boolean {
    return this.related.length > 0;
  }

  get erpStatusText(): string | null {
    return this.panel?.erpOrderStatus ? fill(label.erpStatus, this.panel.erpOrderStatus) : null;
  }

  /** Whether the ERP's invoices say something else than was promised in the deal. */
  get hasBrokenPromises(): boolean {
    return (this.panel?.brokenPromises ?? []).length > 0;
  }

  get showsInvoices(): boolean {
    return (this.panel?.invoices ?? []).length > 0;
  }
}
