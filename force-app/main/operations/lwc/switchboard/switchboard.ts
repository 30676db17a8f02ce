import freeze from '@salesforce/apex/OperationsController.freeze';
import load from '@salesforce/apex/OperationsController.load';
import maintain from '@salesforce/apex/OperationsController.maintain';
import pause from '@salesforce/apex/OperationsController.pause';
import setBudgets from '@salesforce/apex/OperationsController.setBudgets';
import setTriggers from '@salesforce/apex/OperationsController.setTriggers';
import stopAll from '@salesforce/apex/OperationsController.stopAll';
import connections from '@salesforce/label/c.Handoff_SwitchConnections';
import details from '@salesforce/label/c.Handoff_LogDetails';
import going from '@salesforce/label/c.Handoff_SwitchGoing';
import log from '@salesforce/label/c.Handoff_SwitchLog';
import logNone from '@salesforce/label/c.Handoff_SwitchLogNone';
import noConnections from '@salesforce/label/c.Handoff_SwitchNoConnections';
import start from '@salesforce/label/c.Handoff_SwitchStart';
import startQuestion from '@salesforce/label/c.Handoff_SwitchStartQuestion';
import stop from '@salesforce/label/c.Handoff_SwitchStop';
import stopped from '@salesforce/label/c.Handoff_SwitchStopped';
import stopQuestion from '@salesforce/label/c.Handoff_SwitchStopQuestion';
import triggersQuestion from '@salesforce/label/c.Handoff_SwitchTriggersQuestion';
import triggers from '@salesforce/label/c.Handoff_SwitchTriggers';
import triggersOff from '@salesforce/label/c.Handoff_SwitchTriggersOff';
import triggersOffFor from '@salesforce/label/c.Handoff_SwitchTriggersOffFor';
import triggersSave from '@salesforce/label/c.Handoff_SwitchTriggersSave';
import what from '@salesforce/label/c.Handoff_LogWhat';
import when from '@salesforce/label/c.Handoff_LogWhen';
import who from '@salesforce/label/c.Handoff_LogWho';
import ActingScreen from 'c/actingScreen';
import type { Limits } from 'c/budgets';
import type { ConnectionSwitch, Switchboard as Board } from 'apex/OperationsController';
import type { NoticeVariant } from 'c/notice';

type Change = CustomEvent<Record<string, string>>;

/** What an admin can stop, for now or for a time; each step asks first, and the log keeps who took it. */
export default class Switchboard extends ActingScreen {
  label = {
    connections,
    details,
    going,
    log,
    logNone,
    noConnections,
    start,
    startQuestion,
    stop,
    stopped,
    stopQuestion,
    triggers,
    triggersOff,
    triggersOffFor,
    triggersQuestion,
    triggersSave,
    what,
    when,
    who
  };
  board: Board | null = null;
  isAsking = false;
  isAskingTriggers = false;
  private offAll = false;
  private offFor = '';

  override connectedCallback(): void {
    this.read();
  }

  async read(): Promise<void> {
    await this.change(() => load());
  }

  handleStop(): void {
    this.isAsking = true;
  }

  handleKeep(): void {
    this.isAsking = false;
  }

  async handleConfirm(event: CustomEvent<{ reason: string }>): Promise<void> {
    this.isAsking = false;
    const turnOn = !this.board?.stopped;
    await this.change(() => stopAll({ stopped: turnOn, reason: event.detail.reason }));
  }

  async handlePause(event: CustomEvent<{ id: string; paused: boolean; reason: string }>): Promise<void> {
    const { id, paused, reason } = event.detail;
    await this.change(() => pause({ connectionId: id, paused, reason }));
  }

  async handleMaintain(event: CustomEvent<{ id: string; from: string | null; until: string | null }>): Promise<void> {
    const { id, from, until: ending } = event.detail;
    await this.change(() => maintain({ connectionId: id, beginning: from, ending }));
  }

  async handleFreeze(event: CustomEvent<{ id: string; until: string | null }>): Promise<void> {
    const { id, until: day } = event.detail;
    await this.change(() => freeze({ connectionId: id, until: day }));
  }

  handleOff(event: CustomEvent<{ checked: boolean }>): void {
    this.offAll = event.detail.checked;
  }

  handleOffFor(event: Change): void {
    this.offFor = event.detail.value ?? '';
  }

  handleAskTriggers(): void {
    if (this.offAll || this.offFor) this.isAskingTriggers = true;
    else this.handleTriggers();
  }

  handleKeepTriggers(): void {
    this.isAskingTriggers = false;
  }

  async handleBudgets(event: CustomEvent<Limits>): Promise<void> {
    await this.change(() => setBudgets(event.detail));
  }

  async handleTriggers(): Promise<void> {
    this.isAskingTriggers = false;
    await this.change(() => setTriggers({ off: this.offAll, offFor: this.offFor }));
  }

  private async change(work: () => Promise<Board>): Promise<void> {
    if (this.busy) return;
    await this.attempt(async () => {
      const board = await work();
      this.board = board;
      this.offAll = Boolean(board.triggersOff);
      this.offFor = board.triggersOffFor ?? '';
    });
  }

  get isLoading(): boolean {
    return !this.board && !this.problem;
  }

  get headline(): string {
    return this.board?.stopped ? stopped : going;
  }

  get variant(): NoticeVariant {
    return this.board?.stopped ? 'warning' : 'success';
  }

  get stopText(): string {
    return this.board?.stopped ? start : stop;
  }

  get stopVariant(): string {
    return this.board?.stopped ? 'brand' : 'destructive';
  }

  get question(): string {
    return this.board?.stopped ? startQuestion : stopQuestion;
  }

  get connections(): ConnectionSwitch[] {
    return this.board?.connections ?? [];
  }

  get hasNoConnection(): boolean {
    return this.connections.length === 0;
  }

  get hasNoLog(): boolean {
    return this.board?.log?.length === 0;
  }
}
