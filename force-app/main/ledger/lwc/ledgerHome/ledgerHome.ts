import addYear from '@salesforce/apex/LedgerController.addYear';
import keepBooks from '@salesforce/apex/LedgerController.keepBooks';
import load from '@salesforce/apex/LedgerController.load';
import release from '@salesforce/apex/LedgerController.release';
import reverse from '@salesforce/apex/LedgerController.reverse';
import setPeriod from '@salesforce/apex/LedgerController.setPeriod';
import books from '@salesforce/label/c.Handoff_LedgerBooksOf';
import heldNone from '@salesforce/label/c.Handoff_LedgerHeldNone';
import heldTitle from '@salesforce/label/c.Handoff_LedgerHeldTitle';
import noConnection from '@salesforce/label/c.Handoff_LedgerNoConnection';
import noConnectionText from '@salesforce/label/c.Handoff_LedgerNoConnectionText';
import postedNone from '@salesforce/label/c.Handoff_LedgerPostedNone';
import postedTitle from '@salesforce/label/c.Handoff_LedgerPostedTitle';
import title from '@salesforce/label/c.Handoff_LedgerTitle';
import type { LedgerDesk } from 'apex/LedgerDesk';
import type { Explanation } from 'c/access';
import ActingScreen from 'c/actingScreen';
import { fill } from 'c/text';

/** The books for finance. Every act answers with the books as they are afterwards. */
export default class LedgerHome extends ActingScreen {
  label = { books, heldNone, heldTitle, postedNone, postedTitle };
  desk: LedgerDesk | null = null;

  override connectedCallback(): void {
    this.read();
  }

  read(): void {
    this.act(load({ connectionId: this.connectionId }));
  }

  handleChoice(event: CustomEvent<{ value: string }>): void {
    this.act(load({ connectionId: event.detail.value }));
  }

  handleRelease(event: CustomEvent<{ journalId: string; inNextPeriod: boolean }>): void {
    this.act(release({ connectionId: this.connectionId, ...event.detail }));
  }

  handleReverse(event: CustomEvent<{ journalId: string }>): void {
    this.act(reverse({ connectionId: this.connectionId, ...event.detail }));
  }

  handlePeriod(event: CustomEvent<{ periodId: string; status: string }>): void {
    this.act(setPeriod({ connectionId: this.connectionId, ...event.detail }));
  }

  handleBooks(event: CustomEvent<{ journalDetail: string; lateDocuments: string }>): void {
    this.act(keepBooks({ connectionId: this.connectionId, ...event.detail }));
  }

  handleAddYear(): void {
    this.act(addYear({ connectionId: this.connectionId }));
  }

  private async act(answer: Promise<LedgerDesk>): Promise<void> {
    await this.attempt(async () => {
      this.desk = await answer;
    });
  }

  get heading(): string {
    return fill(title, this.desk?.connectionName);
  }

  private get connectionId(): string | null {
    return this.desk?.connectionId ?? null;
  }

  get choices(): { label: string; value: string }[] {
    return (this.desk?.books ?? []).map(({ name, connectionId }) => ({ label: name ?? '', value: connectionId ?? '' }));
  }

  get hasChoice(): boolean {
    return this.choices.length > 1;
  }

  get isLoading(): boolean {
    return !this.desk && !this.problem;
  }

  get hasBooks(): boolean {
    return Boolean(this.desk?.connectionId);
  }

  get empty(): Explanation | null {
    return this.desk && !this.hasBooks ? { heading: noConnection, message: noConnectionText } : null;
  }

  get cannotSetUp(): boolean {
    return this.busy || !this.desk?.canSetUp;
  }

  get cannotAct(): boolean {
    return this.busy || !this.desk?.canAct;
  }
}
