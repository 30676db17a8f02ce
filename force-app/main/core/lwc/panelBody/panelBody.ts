import { LightningElement, api } from 'lwc';
import type { Explanation } from 'c/access';
import type { Problem } from 'c/errors';
import loading from '@salesforce/label/c.Handoff_Loading';
import tryAgain from '@salesforce/label/c.Handoff_TryAgain';

/**
 * The states of anything that is loaded: not to be seen by this user, on its way, failed, there, or empty. The parent
 * slots what is there; in the slot `call` the button that would end the emptiness. `retry` asks to load once more.
 */
export default class PanelBody extends LightningElement {
  /** Set for a user who may not see it: nothing else is shown then. */
  @api locked: Explanation | null = null;
  @api loading = false;
  @api skeletonTiles: number | string = 0;
  @api skeletonRows: number | string = 4;
  /** What the user asked for is under way: the content stays, veiled, and takes no second click. */
  @api busy = false;
  /** Stands above the content, which stays. */
  @api problem: Problem | null = null;
  /** Whether the problem carries a button to try again. */
  @api canRetry = false;
  /** Set when there is nothing; stands below what is slotted. */
  @api empty: Explanation | null = null;

  label = { loading, tryAgain };

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }

  get busyText(): string {
    return String(Boolean(this.busy));
  }

  get emptyIcon(): string {
    return this.empty?.iconName ?? 'utility:info';
  }
}
