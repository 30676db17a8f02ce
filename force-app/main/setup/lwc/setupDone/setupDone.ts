import { api } from 'lwc';
import goLive from '@salesforce/apex/SetupController.goLive';
import load from '@salesforce/apex/SetupController.load';
import pause from '@salesforce/apex/SetupController.pause';
import change from '@salesforce/label/c.Handoff_DoneChange';
import copied from '@salesforce/label/c.Handoff_DoneCopied';
import company from '@salesforce/label/c.Handoff_GoLiveCompany';
import credential from '@salesforce/label/c.Handoff_ConnectCredential';
import lastTest from '@salesforce/label/c.Handoff_DoneLastTest';
import live from '@salesforce/label/c.Handoff_DoneLive';
import nextTry from '@salesforce/label/c.Handoff_DoneNextTry';
import pauseQuestion from '@salesforce/label/c.Handoff_DonePauseQuestion';
import paused from '@salesforce/label/c.Handoff_DonePaused';
import point from '@salesforce/label/c.Handoff_GoLivePoint';
import sendFrom from '@salesforce/label/c.Handoff_DoneSendFrom';
import sendSwitch from '@salesforce/label/c.Handoff_DoneSwitch';
import silent from '@salesforce/label/c.Handoff_DoneSilent';
import takesInstead from '@salesforce/label/c.Handoff_ConnTakesInstead';
import takingOver from '@salesforce/label/c.Handoff_DoneTakingOver';
import whatNext from '@salesforce/label/c.Handoff_DoneWhatNext';
import type { SetupState } from 'apex/SetupController';
import ActingScreen from 'c/actingScreen';
import { reduceErrors } from 'c/errors';
import type { NoticeVariant } from 'c/notice';
import { whatCrosses } from 'c/pointWords';
import { fill } from 'c/text';

/** Milliseconds between two looks at a job that runs. */
const LOOK_EVERY = 5000;

/** The finished setup with its switch. Turning it on again keeps the old start, so what was activated meanwhile is sent. */
export default class SetupDone extends ActingScreen {
  private current: SetupState | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  @api
  get state(): SetupState | null {
    return this.current;
  }

  set state(value: SetupState | null) {
    this.current = value;
    this.lookAgain();
  }

  label = { change, company, credential, lastTest, nextTry, point, sendSwitch, silent, whatNext };
  asking = false;

  override connectedCallback(): void {
    this.lookAgain();
  }

  override disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  /** Off is asked about first; until then the switch shows what holds. */
  async handleSwitch(event: CustomEvent<{ checked: boolean }>): Promise<void> {
    if (event.detail.checked) {
      await this.turn(() => goLive({ connectionId: this.state?.connectionId ?? null, sendFrom: this.firstSent }));
      return;
    }
    this.showSwitch();
    this.asking = true;
  }

  handleKeep(): void {
    this.asking = false;
  }

  async handleConfirm(): Promise<void> {
    this.asking = false;
    await this.turn(() => pause({ connectionId: this.state?.connectionId ?? null }));
  }

  private async turn(work: () => Promise<SetupState>): Promise<void> {
    const done = await this.attempt(async () => {
      const detail = await work();
      this.dispatchEvent(new CustomEvent<SetupState>('statechange', { detail }));
    });
    if (!done) this.showSwitch();
  }

  /** What a person did to the toggle stays until something is rendered: while the state is the same, nothing is. */
  private showSwitch(): void {
    const input = this.template?.querySelector<HTMLElement & { checked: boolean }>('lightning-input');
    if (input) input.checked = Boolean(this.state?.live);
  }

  private lookAgain(): void {
    clearTimeout(this.timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- a job on the server tells nobody how far it is
    if (this.isTakingOver && this.isConnected) this.timer = setTimeout(() => this.readAgain(), LOOK_EVERY);
  }

  /** The summary shows the handoff point too. */
  async readAgain(): Promise<void> {
    try {
      this.dispatchEvent(
        new CustomEvent<SetupState>('statechange', {
          detail: await load({ connectionId: this.state?.connectionId ?? null })
        })
      );
    } catch (error) {
      this.problem = reduceErrors(error);
      this.lookAgain();
    }
  }

  handleCredit(event: CustomEvent<SetupState>): void {
    this.dispatchEvent(new CustomEvent<SetupState>('statechange', { detail: event.detail }));
  }

  handleChangeSetup(): void {
    this.dispatchEvent(new CustomEvent('restart'));
  }

  get sendFromLabel(): string {
    return fill(sendFrom, whatCrosses(this.state?.handoffPoint));
  }

  get question(): string {
    return fill(pauseQuestion, this.state?.name);
  }

  get locksSwitch(): boolean {
    return this.busy || this.asking || this.isTakingOver;
  }

  private get isTakingOver(): boolean {
    return typeof this.state?.takeOverPercent === 'number';
  }

  get insteadText(): string | null {
    const { name, takesAllInstead } = this.state ?? {};
    return takesAllInstead ? fill(takesInstead, name, takesAllInstead) : null;
  }

  get headline(): string {
    if (this.isTakingOver) return fill(takingOver, this.state?.takeOverPercent);
    return this.state?.copied ? copied : this.state?.live ? live : paused;
  }

  /** Turned on again, it keeps its start; in a copied org it begins now, or it would send what the other org has sent. */
  private get firstSent(): string | null {
    return this.state?.copied ? null : (this.state?.sendFrom ?? null);
  }

  get showsSilence(): boolean {
    return Boolean(this.state?.live && this.state.nextTryAt);
  }

  get variant(): NoticeVariant {
    return this.state?.live ? 'success' : 'warning';
  }
}
