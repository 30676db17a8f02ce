import { LightningElement, api } from 'lwc';
import archive from '@salesforce/label/c.Handoff_ConnArchive';
import archived from '@salesforce/label/c.Handoff_ConnArchived';
import archiveQuestion from '@salesforce/label/c.Handoff_ConnArchiveQuestion';
import cancel from '@salesforce/label/c.Handoff_ConnCancel';
import copied from '@salesforce/label/c.Handoff_ConnCopied';
import finish from '@salesforce/label/c.Handoff_ConnFinish';
import live from '@salesforce/label/c.Handoff_ConnLive';
import name from '@salesforce/label/c.Handoff_ConnName';
import notFinished from '@salesforce/label/c.Handoff_ConnNotFinished';
import open from '@salesforce/label/c.Handoff_ConnOpen';
import pause from '@salesforce/label/c.Handoff_ConnPause';
import paused from '@salesforce/label/c.Handoff_ConnPaused';
import pauseQuestion from '@salesforce/label/c.Handoff_ConnPauseQuestion';
import remove from '@salesforce/label/c.Handoff_ConnDelete';
import removeQuestion from '@salesforce/label/c.Handoff_ConnDeleteQuestion';
import rename from '@salesforce/label/c.Handoff_ConnRename';
import restore from '@salesforce/label/c.Handoff_ConnRestore';
import restoreQuestion from '@salesforce/label/c.Handoff_ConnRestoreQuestion';
import resume from '@salesforce/label/c.Handoff_ConnResume';
import resumeQuestion from '@salesforce/label/c.Handoff_ConnResumeQuestion';
import save from '@salesforce/label/c.Handoff_ConnSave';
import sendsSince from '@salesforce/label/c.Handoff_ConnSendsSince';
import silent from '@salesforce/label/c.Handoff_ConnSilent';
import still from '@salesforce/label/c.Handoff_ConnStill';
import takingOver from '@salesforce/label/c.Handoff_ConnTakingOver';
import unchosen from '@salesforce/label/c.Handoff_ConnUnchosen';
import until from '@salesforce/label/c.Handoff_SwitchStillUntil';
import type { Listed } from 'apex/ConnectionsController';
import { fill } from 'c/text';

type Step = 'pause' | 'resume' | 'remove' | 'archive' | 'restore';

const QUESTIONS: Record<Step, string> = {
  pause: pauseQuestion,
  resume: resumeQuestion,
  remove: removeQuestion,
  archive: archiveQuestion,
  restore: restoreQuestion
};

const LOOKS: Record<string, { text: string; tone: string }> = {
  notFinished: { text: notFinished, tone: '' },
  live: { text: live, tone: 'good' },
  paused: { text: paused, tone: 'warn' },
  still: { text: still, tone: 'warn' },
  copied: { text: copied, tone: 'warn' },
  takingOver: { text: takingOver, tone: 'warn' },
  silent: { text: silent, tone: 'bad' },
  archived: { text: archived, tone: '' }
};

/**
 * One connection in the list. `open` opens its wizard; what changes it, `rename`, `pause`, `resume`, `archive`, `restore` and
 * `remove`, is asked about first and done by the parent. Each carries the connection's id.
 */
export default class SetupConnection extends LightningElement {
  label = { archive, cancel, name, pause, remove, rename, restore, resume, save, sendsSince, until };
  isRenaming = false;
  private current: Listed | null = null;
  private asking: Step | null = null;
  private newName = '';
  private wantsFocus = false;

  @api
  get connection(): Listed | null {
    return this.current;
  }

  set connection(value: Listed | null) {
    this.current = value;
    this.isRenaming = false;
    this.asking = null;
  }

  override renderedCallback(): void {
    if (!this.wantsFocus) return;
    this.wantsFocus = false;
    this.template?.querySelector<HTMLElement>('lightning-input')?.focus();
  }

  handleOpen(): void {
    this.tell('open');
  }

  handleRename(): void {
    this.isRenaming = true;
    this.wantsFocus = true;
    this.newName = this.current?.name ?? '';
  }

  handleName(event: CustomEvent<{ value: string }>): void {
    this.newName = event.detail.value;
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleKeep();
    if (event.key === 'Enter') this.handleSave();
  }

  handleSave(): void {
    if (this.cannotSave) return;
    this.isRenaming = false;
    this.tell('rename', { name: this.newName });
  }

  handlePause(): void {
    this.asking = 'pause';
  }

  handleResume(): void {
    this.asking = 'resume';
  }

  handleArchive(): void {
    this.asking = 'archive';
  }

  handleRestore(): void {
    this.asking = 'restore';
  }

  handleRemove(): void {
    this.asking = 'remove';
  }

  handleKeep(): void {
    this.asking = null;
    this.isRenaming = false;
  }

  handleConfirm(): void {
    const step = this.asking;
    this.asking = null;
    if (step) this.tell(step);
  }

  private tell(what: string, more: Record<string, unknown> = {}): void {
    this.dispatchEvent(new CustomEvent(what, { detail: { id: this.current?.id, ...more } }));
  }

  get question(): string | null {
    return this.asking && fill(QUESTIONS[this.asking], this.current?.name);
  }

  get cannotSave(): boolean {
    return this.newName.trim() === '';
  }

  private get isUnfinished(): boolean {
    return this.current?.state === 'notFinished';
  }

  get openText(): string {
    return this.isUnfinished ? finish : open;
  }

  get openVariant(): string {
    return this.isUnfinished ? 'brand' : 'neutral';
  }

  get stateText(): string {
    return LOOKS[this.current?.state ?? '']?.text ?? '';
  }

  get badgeClass(): string {
    return `slds-badge badge ${LOOKS[this.current?.state ?? '']?.tone ?? ''}`;
  }

  /** Business Central · Alder & Finch Trading · Lead to Order */
  get summary(): string {
    const { erp, companyName, handoffPoint } = this.current ?? {};
    return [erp, companyName || unchosen, handoffPoint].filter(Boolean).join(' · ');
  }
}
