import { LightningElement, api } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import canView from '@salesforce/customPermission/Handoff_View';
import type { Wired } from 'apex/method';
import { viewLock } from 'c/access';
import { reduceErrors, type Problem } from 'c/errors';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';

/**
 * A panel of a record whose content is wired to Apex. It keeps what was loaded last, keeps what the user's own action
 * met apart from what loading met, and looks again when the record page is refreshed.
 */
export default class WiredPanel<Content> extends LightningElement {
  @api recordId: string | undefined;

  panel: Content | null = null;
  protected actionProblem: Problem | null = null;
  protected loadProblem: Problem | null = null;

  private wired: Wired<Content> | undefined;
  private refreshHandler = 0;

  override connectedCallback(): void {
    this.refreshHandler = registerRefreshHandler(this, () => this.lookAgain());
  }

  override disconnectedCallback(): void {
    unregisterRefreshHandler(this.refreshHandler);
  }

  /** Undefined keeps the wire from calling Apex for a user who may not see ERP figures. */
  get visibleId(): string | undefined {
    return canView ? this.recordId : undefined;
  }

  /** What the wire gives. */
  protected take(wired: Wired<Content>): void {
    this.wired = wired;
    if (wired.data) this.panel = wired.data;
    if (wired.data || wired.error) this.loadProblem = wired.error ? reduceErrors(wired.error) : null;
  }

  async handleTryAgain(): Promise<void> {
    this.loadProblem = null;
    await this.lookAgain();
  }

  protected async lookAgain(): Promise<void> {
    await this.reload();
  }

  protected async reload(): Promise<void> {
    if (canView) await refreshApex(this.wired);
  }

  /** Does what the user asked for, and keeps what it met on the page until the next time. */
  protected async attempt(action: () => Promise<void>): Promise<void> {
    this.actionProblem = null;
    try {
      await action();
    } catch (error) {
      this.actionProblem = reduceErrors(error);
    }
  }

  /** What the user's own action met stays on the page when the panel is loaded again. */
  get problem(): Problem | null {
    return this.actionProblem ?? this.loadProblem;
  }

  get locked() {
    return viewLock;
  }

  get isLoading(): boolean {
    return !this.panel && !this.problem;
  }

  get isEmptyHanded(): boolean {
    return !this.panel;
  }
}
