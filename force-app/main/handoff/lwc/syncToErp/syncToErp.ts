import { LightningElement, api } from 'lwc';
import sync from '@salesforce/apex/SyncController.sync';
import canSync from '@salesforce/customPermission/Handoff_Sync';
import close from '@salesforce/label/c.Handoff_Close';
import followIt from '@salesforce/label/c.Handoff_SyncFollow';
import noSync from '@salesforce/label/c.Handoff_NoSync';
import noSyncText from '@salesforce/label/c.Handoff_NoSyncText';
import title from '@salesforce/label/c.Handoff_SyncToErp';
import tryAgain from '@salesforce/label/c.Handoff_TryAgain';
import working from '@salesforce/label/c.Handoff_SyncWorking';
import type { SyncResult } from 'apex/SyncController';
import { reduceErrors, type Problem } from 'c/errors';
import type { NoticeVariant } from 'c/notice';
import { CloseActionScreenEvent } from 'lightning/actions';
import { RefreshEvent } from 'lightning/refresh';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';

/**
 * The Sync to ERP action, for records of any object that is handed over: one click sends, and pressing again is harmless. The window
 * only says what became of it; delivery goes on without it.
 */
export default class SyncToErp extends LightningElement {
  label = { close, followIt, title, tryAgain, working };
  result: SyncResult | null = null;
  problem: Problem | null = null;

  private record: string | undefined;

  /** The platform sets this after the component is created, sometimes twice: the first value starts the hand-over. */
  @api
  get recordId(): string | undefined {
    return this.record;
  }

  set recordId(value: string | undefined) {
    if (this.record || !value) return;
    this.record = value;
    this.send();
  }

  handleClose(): void {
    this.dispatchEvent(new CloseActionScreenEvent());
  }

  async handleTryAgain(): Promise<void> {
    await this.send();
  }

  private async send(): Promise<void> {
    this.problem = null;
    if (!canSync) {
      this.problem = { code: 'NO_SYNC_PERMISSION', message: noSync, owner: 'Admin', nextStep: noSyncText };
      return;
    }
    const recordId = this.record ?? '';
    try {
      this.result = await sync({ recordId });
      notifyRecordUpdateAvailable([{ recordId }]);
      this.dispatchEvent(new RefreshEvent());
    } catch (error) {
      this.problem = reduceErrors(error);
    }
  }

  get isWorking(): boolean {
    return !this.result && !this.problem;
  }

  get variant(): NoticeVariant {
    return this.result?.outcome === 'queued' ? 'success' : 'info';
  }

  /** Only what is on its way is worth following. */
  get showsFollow(): boolean {
    return this.result?.outcome !== 'nothingToDo';
  }

  get canTryAgain(): boolean {
    return this.problem !== null && this.problem.code !== 'NO_SYNC_PERMISSION';
  }
}
