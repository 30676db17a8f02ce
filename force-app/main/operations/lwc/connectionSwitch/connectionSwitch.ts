import { LightningElement, api } from 'lwc';
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
import windowUntil from '@salesforce/label/c.Handoff_SwitchUntil';
import type { ConnectionSwitch as Connection } from 'apex/OperationsController';
import { fill } from 'c/text';

type Value = CustomEvent<{ value: string }>;

/** One connection's switches. Says what is wanted by `pause`, `maintain` and `freeze`; the parent does it. */
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
  isAsking = false;
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
    this.isAsking = true;
  }

  handleKeep(): void {
    this.isAsking = false;
  }

  handleConfirm(event: CustomEvent<{ reason: string }>): void {
    this.isAsking = false;
    this.tell('pause', { paused: !this.current?.paused, reason: event.detail.reason });
  }

  handleFrom(event: Value): void {
    this.from = event.detail.value || null;
  }

  handleUntil(event: Value): void {
    this.ending = event.detail.value || null;
  }

  handleWindow(): void {
    this.tell('maintain', { from: this.from, until: this.ending });
  }

  handleNoWindow(): void {
    this.tell('maintain', { from: null, until: null });
  }

  handleFrozen(event: Value): void {
    this.frozen = event.detail.value || null;
  }

  handleFreeze(): void {
    this.tell('freeze', { until: this.frozen });
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
