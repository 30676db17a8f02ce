import { LightningElement, api } from 'lwc';
import freezeQuestion from '@salesforce/label/c.Handoff_SwitchFreezeQuestion';
import freezeTitle from '@salesforce/label/c.Handoff_SwitchFreeze';
import frozenUntil from '@salesforce/label/c.Handoff_SwitchFrozenUntil';
import maintenance from '@salesforce/label/c.Handoff_SwitchMaintenance';
import pause from '@salesforce/label/c.Handoff_SwitchPause';
import pauseQuestion from '@salesforce/label/c.Handoff_SwitchPauseQuestion';
import removeFreeze from '@salesforce/label/c.Handoff_SwitchRemoveFreeze';
import removeWindow from '@salesforce/label/c.Handoff_SwitchRemoveWindow';
import resume from '@salesforce/label/c.Handoff_SwitchResume';
import resumeQuestion from '@salesforce/label/c.Handoff_SwitchResumeQuestion';
import saveFreeze from '@salesforce/label/c.Handoff_SwitchSaveFreeze';
import saveWindow from '@salesforce/label/c.Handoff_SwitchSaveWindow';
import sending from '@salesforce/label/c.Handoff_SwitchSending';
import stillUntil from '@salesforce/label/c.Handoff_SwitchStillUntil';
import windowFrom from '@salesforce/label/c.Handoff_SwitchFrom';
import windowQuestion from '@salesforce/label/c.Handoff_SwitchWindowQuestion';
import windowUntil from '@salesforce/label/c.Handoff_SwitchUntil';
import type { ConnectionSwitch as Connection } from 'apex/OperationsController';
import { dayText, fill } from 'c/text';

type Step = 'pause' | 'window' | 'freeze';
type Value = CustomEvent<{ value: string }>;

/**
 * One connection's switches. Each that stops something asks first, then says what is wanted by `pause`, `maintain` and
 * `freeze`; the parent does it.
 */
export default class ConnectionSwitch extends LightningElement {
  label = {
    freezeTitle,
    frozenUntil,
    maintenance,
    pause,
    pauseQuestion,
    removeFreeze,
    removeWindow,
    resume,
    resumeQuestion,
    saveFreeze,
    saveWindow,
    sending,
    stillUntil,
    windowFrom,
    windowUntil
  };
  asking: Step | null = null;
  private current: Connection | null = null;
  private from: string | null = null;
  private ending: string | null = null;
  private frozen: string | null = null;

  @api
  get connection(): Connection | null {
    return this.current;
  }

  set connection(value: Connection | null) {
    this.current = value;
    this.from = value?.maintenanceFrom ?? null;
    this.ending = value?.maintenanceUntil ?? null;
    this.frozen = value?.frozenUntil ?? null;
  }

  handlePause(): void {
    this.asking = 'pause';
  }

  handleKeep(): void {
    this.asking = null;
  }

  handleConfirm(event: CustomEvent<{ reason: string }>): void {
    const step = this.asking;
    this.asking = null;
    if (step === 'pause') this.tell('pause', { paused: !this.current?.paused, reason: event.detail.reason });
    if (step === 'window') this.tell('maintain', { from: this.from, until: this.ending });
    if (step === 'freeze') this.tell('freeze', { until: this.frozen });
  }

  handleFrom(event: Value): void {
    this.from = event.detail.value || null;
  }

  handleUntil(event: Value): void {
    this.ending = event.detail.value || null;
  }

  /** Without both times the answer is an error, and nothing is stopped. */
  handleWindow(): void {
    if (this.from && this.ending) this.asking = 'window';
    else this.tell('maintain', { from: this.from, until: this.ending });
  }

  handleNoWindow(): void {
    this.tell('maintain', { from: null, until: null });
  }

  handleFrozen(event: Value): void {
    this.frozen = event.detail.value || null;
  }

  handleFreeze(): void {
    if (this.frozen) this.asking = 'freeze';
    else this.tell('freeze', { until: null });
  }

  handleUnfreeze(): void {
    this.tell('freeze', { until: null });
  }

  private tell(name: string, detail: Record<string, unknown>): void {
    this.dispatchEvent(new CustomEvent(name, { detail: { id: this.current?.id, ...detail } }));
  }

  get pauseText(): string {
    return this.current?.paused ? resume : pause;
  }

  get isAskingPause(): boolean {
    return this.asking === 'pause';
  }

  get isAskingWindow(): boolean {
    return this.asking === 'window';
  }

  get isAskingFreeze(): boolean {
    return this.asking === 'freeze';
  }

  get windowAsk(): string {
    return fill(windowQuestion, this.current?.name);
  }

  get freezeAsk(): string {
    return fill(freezeQuestion, this.current?.name, dayText(this.frozen));
  }

  get question(): string {
    return fill(this.current?.paused ? resumeQuestion : pauseQuestion, this.current?.name);
  }

  get asksReason(): boolean {
    return !this.current?.paused;
  }

  get isStill(): boolean {
    return Boolean(this.current?.stillBecause);
  }

  get hasWindow(): boolean {
    return Boolean(this.current?.maintenanceFrom);
  }

  get isFrozen(): boolean {
    return Boolean(this.current?.frozenUntil);
  }
}
