import { LightningElement, api } from 'lwc';
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
import paused from '@salesforce/label/c.Handoff_DonePaused';
import point from '@salesforce/label/c.Handoff_GoLivePoint';
import sendFrom from '@salesforce/label/c.Handoff_DoneSendFrom';
import sendSwitch from '@salesforce/label/c.Handoff_DoneSwitch';
import silent from '@salesforce/label/c.Handoff_DoneSilent';
import whatNext from '@salesforce/label/c.Handoff_DoneWhatNext';
import type { SetupState } from 'apex/SetupController';
import { reduceErrors, type Problem } from 'c/errors';
import type { NoticeVariant } from 'c/notice';
import { whatCrosses } from 'c/pointWords';
import { fill } from 'c/text';

/** The finished setup with its switch. Turning it on again keeps the old start, so what was activated meanwhile is sent. */
export default class SetupDone extends LightningElement {
  @api state: SetupState | null = null;

  label = { change, company, credential, lastTest, nextTry, point, sendSwitch, silent, whatNext };
  problem: Problem | null = null;
  switching = false;

  async handleSwitch(event: CustomEvent<{ checked: boolean }>): Promise<void> {
    const input = event.target as HTMLElement & { checked: boolean };
    this.switching = true;
    this.problem = null;
    try {
      const turnOn = event.detail.checked;
      const detail = turnOn ? await goLive({ sendFrom: this.firstSent }) : await pause();
      this.dispatchEvent(new CustomEvent<SetupState>('statechange', { detail }));
    } catch (error) {
      this.problem = reduceErrors(error);
      // The state did not change, so no render puts the toggle back.
      input.checked = Boolean(this.state?.live);
    } finally {
      this.switching = false;
    }
  }

  /** The summary shows the handoff point too. */
  async handleSwitched(): Promise<void> {
    try {
      this.dispatchEvent(new CustomEvent<SetupState>('statechange', { detail: await load() }));
    } catch (error) {
      this.problem = reduceErrors(error);
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

  get headline(): string {
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
