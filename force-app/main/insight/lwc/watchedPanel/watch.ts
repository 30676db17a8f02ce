/** Milliseconds between two looks at what is on its way. */
export const INTERVAL = 2_000;

/** Milliseconds after which the panel stops looking: an open browser tab must not call Apex for ever. */
export const PATIENCE = 120_000;

/** Calls `look` every two seconds, one at a time, until stopped or out of patience. */
export class Watch {
  private readonly look: () => Promise<unknown>;
  private readonly onTired: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waited = 0;

  constructor(look: () => Promise<unknown>, onTired: () => void) {
    this.look = look;
    this.onTired = onTired;
  }

  get isRunning(): boolean {
    return this.timer !== undefined;
  }

  /** Does nothing while it runs already. */
  start(): void {
    if (this.isRunning) return;
    this.waited = 0;
    this.next();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private next(): void {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- the panel's owner stops the watch when it leaves the page
    const timer = setTimeout(() => this.tick(timer), INTERVAL);
    this.timer = timer;
  }

  private async tick(timer: ReturnType<typeof setTimeout>): Promise<void> {
    this.waited += INTERVAL;
    try {
      await this.look();
    } finally {
      if (this.timer === timer) this.goOn();
    }
  }

  private goOn(): void {
    if (this.waited < PATIENCE) {
      this.next();
      return;
    }
    this.stop();
    this.onTired();
  }
}
