import { LightningElement, api } from 'lwc';
import cancel from '@salesforce/label/c.Handoff_MassCancel';
import cancelled from '@salesforce/label/c.Handoff_MassCancelled';
import delivered from '@salesforce/label/c.Handoff_MassDelivered';
import failed from '@salesforce/label/c.Handoff_MassFailed';
import finished from '@salesforce/label/c.Handoff_MassFinished';
import held from '@salesforce/label/c.Handoff_MassHeld';
import looked from '@salesforce/label/c.Handoff_MassProgress';
import onTheWay from '@salesforce/label/c.Handoff_MassOnTheWay';
import pause from '@salesforce/label/c.Handoff_MassPause';
import paused from '@salesforce/label/c.Handoff_MassPaused';
import planned from '@salesforce/label/c.Handoff_MassPlanned';
import rejected from '@salesforce/label/c.Handoff_MassRejected';
import resume from '@salesforce/label/c.Handoff_MassResume';
import running from '@salesforce/label/c.Handoff_MassRunning';
import skipped from '@salesforce/label/c.Handoff_MassSkipped';
import startedBy from '@salesforce/label/c.Handoff_MassStartedBy';
import type { Progress } from 'apex/MassSyncController';
import { fill } from 'c/text';

const STATES: Record<string, string> = {
  Running: running,
  Paused: paused,
  Finished: finished,
  Cancelled: cancelled,
  Failed: failed
};

/** How far one mass sync is, what became of its documents, and why records were left out. `step` says what is wanted. */
export default class MassSyncProgress extends LightningElement {
  @api progress: Progress | null = null;

  label = {
    cancel,
    cancelled,
    delivered,
    failed,
    finished,
    held,
    looked,
    onTheWay,
    pause,
    paused,
    planned,
    rejected,
    resume,
    running,
    skipped,
    startedBy
  };

  handleStep(event: Event): void {
    const { step } = (event.currentTarget as HTMLElement).dataset;
    const detail = { id: this.progress?.id, name: this.progress?.name, step };
    this.dispatchEvent(new CustomEvent('step', { detail }));
  }

  get stateText(): string {
    return STATES[this.progress?.state ?? ''] ?? '';
  }

  get barText(): string {
    return fill(looked, this.progress?.found, this.progress?.total);
  }

  get barStyle(): string {
    return `width: ${this.progress?.percent ?? 0}%`;
  }

  get startedText(): string {
    return fill(startedBy, this.progress?.startedBy);
  }

  get isFinished(): boolean {
    return this.progress?.state === 'Finished' && Boolean(this.progress.finishedAt);
  }

  get canPause(): boolean {
    return this.progress?.state === 'Running';
  }

  get canResume(): boolean {
    return this.progress?.state === 'Paused' || this.progress?.state === 'Failed';
  }

  get canCancel(): boolean {
    return this.canPause || this.canResume;
  }

  get figures(): { name: string; count: number }[] {
    const { progress } = this;
    const pairs: [string, number | null | undefined][] = [
      [planned, progress?.planned],
      [delivered, progress?.delivered],
      [onTheWay, progress?.onTheWay],
      [held, progress?.held],
      [rejected, progress?.rejected],
      [skipped, progress?.skipped]
    ];
    return pairs.map(([name, value]) => ({ name, count: value ?? 0 }));
  }
}
