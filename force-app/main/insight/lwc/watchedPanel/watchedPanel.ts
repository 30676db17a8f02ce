import retry from '@salesforce/apex/SyncController.retry';
import sync from '@salesforce/apex/SyncController.sync';
import type { Nullable } from '@salesforce/ts-types';
import type { SyncResult } from 'apex/SyncController';
import type { Wired } from 'apex/method';
import WiredPanel from 'c/wiredPanel';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { Watch } from './watch';

/**
 * A wired panel of a record that is handed over: it looks every two seconds, for two minutes, while what it shows is on its way,
 * and hands the record over, or tries one of its documents again, when asked.
 */
export default abstract class WatchedPanel<
  Content extends { inFlight?: Nullable<boolean> }
> extends WiredPanel<Content> {
  acting = false;
  watching = false;
  /** The two minutes are over, and it is still on its way. */
  tired = false;

  /** Heads the toast that says what came of Sync to ERP or Retry. */
  protected abstract readonly toastTitle: string;

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

  protected override take(wired: Wired<Content>): void {
    super.take(wired);
    this.watchWhileInFlight();
  }

  protected override async lookAgain(): Promise<void> {
    this.tired = false;
    await this.reload();
    this.watchWhileInFlight();
  }

  async handleSync(): Promise<void> {
    const recordId = this.recordId;
    if (recordId) await this.act(() => sync({ recordId }));
  }

  async handleRetry({ detail }: CustomEvent<{ itemId: string }>): Promise<void> {
    await this.act(() => retry({ itemId: detail.itemId }));
  }

  /** Does one thing at a time, says in a toast what became of it, and looks again. */
  private async act(action: () => Promise<SyncResult>): Promise<void> {
    if (this.acting) return;
    this.acting = true;
    await this.attempt(async () => {
      const { message, outcome } = await action();
      const variant = outcome === 'queued' ? 'success' : 'info';
      this.dispatchEvent(new ShowToastEvent({ title: this.toastTitle, message: message ?? '', variant }));
      await this.lookAgain();
    });
    this.acting = false;
  }

  private watchWhileInFlight(): void {
    if (this.panel?.inFlight && !this.loadProblem && !this.tired) this.watch.start();
    else this.watch.stop();
    this.watching = this.watch.isRunning;
  }
}
