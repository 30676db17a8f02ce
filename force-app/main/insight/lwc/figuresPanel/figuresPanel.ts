import type { Nullable } from '@salesforce/ts-types';
import type { Wired } from 'apex/method';
import WatchedPanel from 'c/watchedPanel';

interface Figures {
  inFlight?: Nullable<boolean>;
  stale?: Nullable<boolean>;
  state?: Nullable<string>;
}

/** A watched panel with a customer's figures: it reads them from the ERP when asked, and the first ones by itself. */
export default abstract class FiguresPanel<Content extends Figures> extends WatchedPanel<Content> {
  refreshing = false;

  private firstPullTried = false;

  /** Reads the figures from the ERP. */
  protected abstract readonly pull: () => Promise<void>;

  abstract readonly canRefresh: boolean;

  protected override take(wired: Wired<Content>): void {
    super.take(wired);
    this.pullFirstFigures();
  }

  /** For another customer than before. */
  protected forgetFirstPull(): void {
    this.firstPullTried = false;
  }

  /** Nobody should have to press Refresh to see figures for the first time; tried once, so that a failure stays put. */
  private pullFirstFigures(): void {
    if (this.panel?.state !== 'neverPulled' || !this.canRefresh || this.firstPullTried) return;
    this.firstPullTried = true;
    this.handleRefresh();
  }

  async handleRefresh(): Promise<void> {
    if (this.refreshing) return;
    this.refreshing = true;
    await this.attempt(async () => {
      await this.pull();
      await this.reload();
    });
    this.refreshing = false;
  }

  override get isLoading(): boolean {
    return super.isLoading || (this.refreshing && !this.isReady);
  }

  get isReady(): boolean {
    return this.panel?.state === 'ready';
  }

  get isStale(): boolean {
    return Boolean(this.panel?.stale) && !this.refreshing;
  }
}
