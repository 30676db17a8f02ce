import type { Nullable } from '@salesforce/ts-types';
import WiredPanel from 'c/wiredPanel';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { Wired } from 'apex/method';
import { Watch } from './watch';

/** What an action of the user did, as SyncController tells it. */
interface Done {
  message?: Nullable<string>;
  outcome?: Nullable<string>;
}

/** A wired panel that looks every two seconds, for two minutes, while what it shows is on its way. */
export default class WatchedPanel<Content extends { inFlight?: Nullable<boolean> }> extends WiredPanel<Content> {
  acting = false;
  watching = false;
  /** The two minutes are over, and it is still on its way. */
  tired = false;

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

  /** Does one thing at a time, says in a toast what became of it, and looks again. */
  protected async act(title: string, action: () => Promise<Done>): Promise<void> {
    if (this.acting) return;
    this.acting = true;
    await this.attempt(async () => {
      const { message, outcome } = await action();
      const variant = outcome === 'queued' ? 'success' : 'info';
      this.dispatchEvent(new ShowToastEvent({ title, message: message ?? '', variant }));
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
