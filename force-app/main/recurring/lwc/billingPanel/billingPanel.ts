import { api, wire } from 'lwc';
import finish from '@salesforce/apex/BillingController.finish';
import load from '@salesforce/apex/BillingController.load';
import pause from '@salesforce/apex/BillingController.pause';
import preview from '@salesforce/apex/BillingController.preview';
import resume from '@salesforce/apex/BillingController.resume';
import start from '@salesforce/apex/BillingController.start';
import canView from '@salesforce/customPermission/Handoff_View';
import type { BillingDesk } from 'apex/BillingDesk';
import { viewLock, type Explanation } from 'c/access';
import ActingScreen from 'c/actingScreen';
import { fill } from 'c/text';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { getRecord } from 'lightning/uiRecordApi';
import { label, periods, words } from './labels';

type Terms = NonNullable<BillingDesk['terms']>;
type Invoice = NonNullable<BillingDesk['next']>[number];

const ORDER_PREFIX = '801';

/** The billing schedule of an order or deal. A schedule starts only after its first invoices were shown. */
export default class BillingPanel extends ActingScreen {
  @api recordId = '';

  label = label;
  desk: BillingDesk | null = null;
  isSettingUp = false;
  isEnding = false;
  terms: Terms | null = null;
  planned: Invoice[] | null = null;
  lastDay: string | null = null;

  private refreshHandler = 0;
  private seenStatus: unknown;

  override connectedCallback(): void {
    this.refreshHandler = registerRefreshHandler(this, () => this.read());
    this.read();
  }

  override disconnectedCallback(): void {
    unregisterRefreshHandler(this.refreshHandler);
  }

  get statusFields(): string[] {
    return [this.recordId.startsWith(ORDER_PREFIX) ? 'Order.Status' : 'Opportunity.StageName'];
  }

  /** Someone activates the order, or wins the deal, on this very page. */
  @wire(getRecord, { recordId: '$recordId', optionalFields: '$statusFields' })
  receiveRecord({ data }: { data?: { fields: Record<string, { value: unknown }> } }): void {
    const status = Object.values(data?.fields ?? {})[0]?.value;
    if (status === undefined) return;
    const changed = this.seenStatus !== undefined && this.seenStatus !== status;
    this.seenStatus = status;
    if (changed) this.read();
  }

  handleSetUp(): void {
    this.isSettingUp = true;
    this.planned = null;
    this.terms = this.desk?.terms ?? null;
  }

  async handleTerms(event: CustomEvent<Terms>): Promise<void> {
    this.terms = event.detail;
    await this.attempt(async () => {
      this.planned = await preview({ recordId: this.recordId, terms: event.detail });
    });
  }

  handleEdit(): void {
    this.planned = null;
  }

  async handleStart(): Promise<void> {
    const terms = this.terms;
    if (!terms) return;
    if (await this.act(() => start({ recordId: this.recordId, terms }))) this.isSettingUp = false;
  }

  handlePause(): void {
    this.act(() => pause({ recordId: this.recordId }));
  }

  handleResumeAll(): void {
    this.act(() => resume({ recordId: this.recordId, billMissed: true }));
  }

  handleResumeSkip(): void {
    this.act(() => resume({ recordId: this.recordId, billMissed: false }));
  }

  handleEnd(): void {
    this.isEnding = true;
    this.lastDay = null;
  }

  handleKeep(): void {
    this.isEnding = false;
  }

  handleLastDay(event: CustomEvent<{ value: string }>): void {
    this.lastDay = event.detail.value || null;
  }

  async handleEndGo(): Promise<void> {
    if (await this.act(() => finish({ recordId: this.recordId, lastDay: this.lastDay }))) this.isEnding = false;
  }

  async read(): Promise<void> {
    if (canView && this.recordId) await this.act(() => load({ recordId: this.recordId }));
  }

  private act(call: () => Promise<BillingDesk>): Promise<boolean> {
    return this.attempt(async () => {
      this.desk = await call();
    });
  }

  get locked() {
    return viewLock;
  }

  get canTryAgain(): boolean {
    return !this.desk;
  }

  get empty(): Explanation | null {
    const isEmpty = this.desk && !this.hasSchedule && !this.isSettingUp;
    return isEmpty ? { heading: label.none, message: label.noneText, iconName: 'utility:date_input' } : null;
  }

  get isLoading(): boolean {
    return !this.desk && !this.problem;
  }

  get hasSchedule(): boolean {
    return Boolean(this.desk?.scheduleId);
  }

  get isRunning(): boolean {
    return this.hasSchedule && this.desk?.status !== 'Ended';
  }

  get isPaused(): boolean {
    return this.desk?.status === 'Paused';
  }

  get canPause(): boolean {
    return this.desk?.status === 'Active';
  }

  get canChange(): boolean {
    return this.isRunning && Boolean(this.desk?.canAct) && !this.isEnding;
  }

  get cannotSetUp(): boolean {
    return this.busy || !this.desk?.canAct || Boolean(this.desk.problem);
  }

  /** After a schedule has ended. */
  get canSetUpAnew(): boolean {
    return this.hasSchedule && !this.isRunning && !this.isSettingUp && Boolean(this.desk?.canAct);
  }

  get showsTerms(): boolean {
    return this.isSettingUp && !this.planned;
  }

  get statusText(): string {
    const terms = this.desk?.terms;
    const months = terms?.months ?? 1;
    const every = periods[months] ?? fill(label.everyMonths, months);
    return fill(label.terms, every, words[terms?.timing ?? ''] ?? '', words[this.desk?.status ?? ''] ?? '');
  }

  get isUnheard(): boolean {
    return Boolean(this.desk?.isUnheard) && (this.isRunning || this.isSettingUp);
  }

  get hasPast(): boolean {
    return (this.desk?.past ?? []).length > 0;
  }

  get hasNext(): boolean {
    return (this.desk?.next ?? []).length > 0;
  }

  get dueText(): string | null {
    const due = (this.planned ?? []).filter((each) => each.isDue).length;
    return due > 0 ? fill(label.goesOut, due) : null;
  }
}
