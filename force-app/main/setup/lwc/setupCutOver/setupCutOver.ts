import { api } from 'lwc';
import load from '@salesforce/apex/CutOverController.load';
import switchTo from '@salesforce/apex/CutOverController.switchTo';
import takeBackSwitch from '@salesforce/apex/CutOverController.takeBack';
import ahead from '@salesforce/label/c.Handoff_CutOverAhead';
import ask from '@salesforce/label/c.Handoff_CutOverAsk';
import choose from '@salesforce/label/c.Handoff_CutOverChoose';
import delivered from '@salesforce/label/c.Handoff_CutOverDelivered';
import document from '@salesforce/label/c.Handoff_CutOverDocument';
import from from '@salesforce/label/c.Handoff_CutOverFrom';
import fromHelp from '@salesforce/label/c.Handoff_CutOverFromHelp';
import go from '@salesforce/label/c.Handoff_CutOverGo';
import handedOver from '@salesforce/label/c.Handoff_CutOverHandedOver';
import intro from '@salesforce/label/c.Handoff_CutOverIntro';
import newPoint from '@salesforce/label/c.Handoff_CutOverNewPoint';
import point from '@salesforce/label/c.Handoff_GoLivePoint';
import stopped from '@salesforce/label/c.Handoff_CutOverStopped';
import switched from '@salesforce/label/c.Handoff_CutOverSwitched';
import takeBack from '@salesforce/label/c.Handoff_CutOverTakeBack';
import title from '@salesforce/label/c.Handoff_CutOverTitle';
import underWay from '@salesforce/label/c.Handoff_CutOverUnderWay';
import type { CutOverState } from 'apex/CutOverController';
import ActingScreen from 'c/actingScreen';
import { fill } from 'c/text';

/** Switches a live connection to another handoff point on a certain day, and shows what went over on either side of it. */
export default class SetupCutOver extends ActingScreen {
  @api connectionId: string | null = null;

  label = {
    choose,
    delivered,
    document,
    from,
    fromHelp,
    go,
    handedOver,
    intro,
    newPoint,
    point,
    stopped,
    takeBack,
    title,
    underWay
  };
  state: CutOverState | null = null;
  point = '';
  day: string | null = null;
  asking = false;

  override connectedCallback(): void {
    this.read();
  }

  read(): Promise<void> {
    return this.run(() => load({ connectionId: this.connectionId }));
  }

  handlePoint(event: CustomEvent<{ value: string }>): void {
    this.point = event.detail.value;
  }

  handleDay(event: CustomEvent<{ value: string }>): void {
    this.day = event.detail.value || null;
  }

  handleAsk(): void {
    this.asking = true;
  }

  handleKeep(): void {
    this.asking = false;
  }

  async handleConfirm(): Promise<void> {
    this.asking = false;
    await this.run(() => switchTo({ connectionId: this.connectionId, point: this.point, day: this.day }));
    this.point = '';
    this.day = null;
  }

  async handleTakeBack(): Promise<void> {
    await this.run(() => takeBackSwitch({ connectionId: this.connectionId }));
  }

  private async run(call: () => Promise<CutOverState>): Promise<void> {
    const before = this.state?.handoffPoint;
    await this.attempt(async () => {
      this.state = await call();
      if (before !== undefined && before !== this.state.handoffPoint) {
        this.dispatchEvent(new CustomEvent('switched'));
      }
    });
  }

  get isLoading(): boolean {
    return this.busy && this.state === null;
  }

  get lacksState(): boolean {
    return this.state === null;
  }

  get options(): { label: string; value: string }[] {
    return (this.state?.choices ?? []).map((value) => ({ label: value, value }));
  }

  get cannotGo(): boolean {
    return this.busy || this.point === '';
  }

  get question(): string {
    return fill(ask, this.state?.handoffPoint ?? '', this.point);
  }

  get aheadText(): string {
    return fill(ahead, this.state?.previousPoint ?? '', this.state?.handoffPoint ?? '');
  }

  get switchedText(): string {
    return fill(switched, this.state?.previousPoint ?? '', this.state?.handoffPoint ?? '');
  }

  get hasRows(): boolean {
    return (this.state?.handedOver ?? []).length > 0;
  }

  get rows() {
    return (this.state?.handedOver ?? []).map((row) => ({ ...row, key: `${row.handoffPoint} ${row.documentType}` }));
  }
}
