import { LightningElement, api } from 'lwc';
import load from '@salesforce/apex/SetupController.load';
import choose from '@salesforce/label/c.Handoff_StepChoose';
import create from '@salesforce/label/c.Handoff_ConnNew';
import connect from '@salesforce/label/c.Handoff_StepConnect';
import goLive from '@salesforce/label/c.Handoff_StepGoLive';
import intro from '@salesforce/label/c.Handoff_SetupIntro';
import stepOf from '@salesforce/label/c.Handoff_StepOf';
import title from '@salesforce/label/c.Handoff_SetupTitle';
import type { SetupState } from 'apex/SetupController';
import { reduceErrors, type Problem } from 'c/errors';
import { fill } from 'c/text';

const LAST_STEP = 3;

/**
 * Sets one connection up in three steps. Every finished step is stored on the server, so an admin can leave and come back to
 * the first step that is not finished; nothing is sent before the switch of the last step. `statechange` tells that something was kept.
 */
export default class SetupWizard extends LightningElement {
  /** Null for a connection that is still to be made. */
  @api connectionId: string | null = null;
  /** Whether there are other connections: then each goes by its name. */
  @api several = false;

  label = { choose, connect, goLive, intro };
  state: SetupState | null = null;
  problem: Problem | null = null;
  /** 1 choose, 2 connect, 3 go live, 4 done. */
  step = 1;
  /** The button that led to this step is gone: whoever works by keyboard goes on at the step's beginning. */
  private moved = false;

  override connectedCallback(): void {
    this.read();
  }

  override renderedCallback(): void {
    if (!this.moved) return;
    this.moved = false;
    this.template?.querySelector<HTMLElement>('[data-place]')?.focus();
  }

  async handleTryAgain(): Promise<void> {
    await this.read();
  }

  /** A paused setup opens on its switch too: going live anew "from now on" would skip what was activated meanwhile. */
  private async read(): Promise<void> {
    this.problem = null;
    try {
      const state = await load({ connectionId: this.connectionId });
      this.state = state;
      const wasLive = Boolean(state.live) || Boolean(state.sendFrom);
      this.step = wasLive ? LAST_STEP + 1 : (state.step ?? 1);
    } catch (error) {
      this.problem = reduceErrors(error);
    }
  }

  /** A step was finished: the server's new state decides nothing about the place, the admin goes on to the next step. */
  handleFinished(event: CustomEvent<SetupState>): void {
    this.keep(event.detail);
    this.goTo(this.step + 1);
  }

  handleBack(): void {
    this.goTo(Math.max(1, this.step - 1));
  }

  handleStateChange(event: CustomEvent<SetupState>): void {
    this.keep(event.detail);
  }

  private keep(state: SetupState): void {
    this.state = state;
    this.dispatchEvent(new CustomEvent('statechange'));
  }

  handleRestart(): void {
    this.goTo(1);
  }

  private goTo(step: number): void {
    this.step = step;
    this.moved = true;
  }

  get caption(): string | null {
    return this.several ? (this.state?.name ?? create) : null;
  }

  get isLoading(): boolean {
    return !this.state && !this.problem;
  }

  get currentStep(): string {
    return String(Math.min(this.step, LAST_STEP));
  }

  /** The indicator shows its labels on hover only. */
  get stepText(): string {
    const names = [choose, connect, goLive];
    return fill(stepOf, this.currentStep, names[Number(this.currentStep) - 1]);
  }

  get placeText(): string {
    return this.isDone ? title : this.stepText;
  }

  get isChoose(): boolean {
    return this.step === 1;
  }

  get isConnect(): boolean {
    return this.step === 2;
  }

  get isGoLive(): boolean {
    return this.step === LAST_STEP;
  }

  get isDone(): boolean {
    return this.step > LAST_STEP;
  }
}
