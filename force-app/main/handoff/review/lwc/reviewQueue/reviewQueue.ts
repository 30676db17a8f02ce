import applyFix from '@salesforce/apex/ReviewController.applyFix';
import checkAgain from '@salesforce/apex/ReviewController.checkAgain';
import load from '@salesforce/apex/ReviewController.load';
import release from '@salesforce/apex/ReviewController.release';
import sendBack from '@salesforce/apex/ReviewController.sendBack';
import canView from '@salesforce/customPermission/Handoff_View';
import noRate from '@salesforce/label/c.Handoff_ReviewNoRate';
import owners from '@salesforce/label/c.Handoff_ReviewOwner';
import rateText from '@salesforce/label/c.Handoff_ReviewRateText';
import released from '@salesforce/label/c.Handoff_ReviewReleased';
import selected from '@salesforce/label/c.Handoff_ReviewSelected';
import sentBack from '@salesforce/label/c.Handoff_ReviewSentBack';
import unchanged from '@salesforce/label/c.Handoff_ReviewUnchanged';
import type { HeldDocument, Queue } from 'apex/ReviewController';
import { viewLock, type Explanation } from 'c/access';
import ActingScreen from 'c/actingScreen';
import { reduceErrors } from 'c/errors';
import { fill } from 'c/text';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { label } from './labels';

const OWNERS = ['Finance', 'Sales', 'Admin'];

/** Documents that a check holds, by whose move it is, the longest waiting first: released to the ERP or sent back. */
export default class ReviewQueue extends ActingScreen {
  label = label;
  queue: Queue | null = null;
  reason = '';

  private chosen = new Set<string>();

  override connectedCallback(): void {
    if (canView) this.reload();
  }

  handleReason(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
  }

  handleChoose(event: CustomEvent<boolean>): void {
    const id = (event.currentTarget as HTMLElement).dataset.id ?? '';
    this.chosen = new Set(event.detail ? [...this.chosen, id] : [...this.chosen].filter((each) => each !== id));
  }

  handleChooseAll(event: CustomEvent<{ checked: boolean }>): void {
    this.chosen = new Set(event.detail.checked ? this.choosable : []);
  }

  async handleRelease(): Promise<void> {
    await this.decide(release, released);
  }

  async handleSendBack(): Promise<void> {
    await this.decide(sendBack, sentBack);
  }

  async handleCheckAgain(): Promise<void> {
    await this.work(async () => {
      await checkAgain({ itemIds: [...this.chosen] });
    });
  }

  async handleFix(event: CustomEvent<number>): Promise<void> {
    const itemId = (event.currentTarget as HTMLElement).dataset.id ?? '';
    await this.work(async () => {
      this.say(await applyFix({ itemId, index: event.detail }), 'success');
    });
  }

  async handleReload(): Promise<void> {
    await this.work(async () => undefined);
  }

  private async decide(
    act: (parameters: { itemIds: string[]; reason: string }) => Promise<number>,
    told: string
  ): Promise<void> {
    await this.work(async () => {
      const itemIds = [...this.chosen];
      const decided = await act({ itemIds, reason: this.reason });
      this.reason = '';
      this.chosen = new Set();
      if (decided > 0) this.say(fill(told, decided), 'success');
      if (decided < itemIds.length) this.say(fill(unchanged, itemIds.length - decided), 'warning');
    });
  }

  /** Does something, then shows what is held now. What the user's own action met stays on the page. */
  private async work(act: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    await this.attempt(async () => {
      await act();
      await this.reload();
    });
  }

  private async reload(): Promise<void> {
    try {
      this.queue = await load();
      this.chosen = new Set(this.choosable.filter((id) => this.chosen.has(id)));
    } catch (error) {
      this.problem = reduceErrors(error);
    }
  }

  private say(message: string | null | undefined, variant: 'success' | 'warning'): void {
    this.dispatchEvent(new ShowToastEvent({ title: label.title, message: message ?? '', variant }));
  }

  private get choosable(): string[] {
    return (this.queue?.documents ?? []).filter(({ waits }) => !waits).flatMap(({ itemId }) => itemId ?? []);
  }

  get locked(): Explanation | null {
    return viewLock;
  }

  get isLoading(): boolean {
    return !this.queue && !this.problem;
  }

  private get isEmpty(): boolean {
    return this.queue !== null && (this.queue.documents ?? []).length === 0;
  }

  get empty(): Explanation | null {
    return this.isEmpty ? { heading: label.empty, message: label.emptyText, iconName: 'utility:success' } : null;
  }

  get showsDecision(): boolean {
    return Boolean(this.queue?.canDecide) && !this.isEmpty;
  }

  get groups() {
    const documents = this.queue?.documents ?? [];
    const names = [...OWNERS, ...new Set(documents.map(({ owner }) => owner ?? ''))];
    return [...new Set(names)]
      .map((owner) => {
        const mine = documents.filter((each) => (each.owner ?? '') === owner);
        return { owner, heading: fill(owners, owner, mine.length), documents: mine.map((each) => this.row(each)) };
      })
      .filter(({ documents: mine }) => mine.length > 0);
  }

  private row(document: HeldDocument) {
    const id = document.itemId ?? '';
    return { id, document, chosen: this.chosen.has(id) };
  }

  get allChosen(): boolean {
    return this.chosen.size > 0 && this.chosen.size === this.choosable.length;
  }

  get selectedText(): string {
    return this.chosen.size === 0 ? label.nothingChosen : fill(selected, this.chosen.size);
  }

  get cannotDecide(): boolean {
    return this.busy || this.chosen.size === 0 || this.reason.trim() === '';
  }

  get cannotCheck(): boolean {
    return this.busy || this.chosen.size === 0;
  }

  get rateValue(): string {
    const percent = this.queue?.straightThrough;
    return typeof percent === 'number' ? fill(rateText, percent, this.queue?.documentsInDays) : noRate;
  }
}
