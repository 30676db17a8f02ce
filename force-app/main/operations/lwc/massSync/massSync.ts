import { LightningElement } from 'lwc';
import change from '@salesforce/apex/MassSyncController.change';
import count from '@salesforce/apex/MassSyncController.count';
import load from '@salesforce/apex/MassSyncController.load';
import start from '@salesforce/apex/MassSyncController.start';
import cancelQuestion from '@salesforce/label/c.Handoff_MassCancelQuestion';
import countText from '@salesforce/label/c.Handoff_MassCount';
import criteriaLabel from '@salesforce/label/c.Handoff_MassCriteria';
import inRange from '@salesforce/label/c.Handoff_MassCounted';
import intro from '@salesforce/label/c.Handoff_MassIntro';
import none from '@salesforce/label/c.Handoff_MassNone';
import notLive from '@salesforce/label/c.Handoff_MassNotLive';
import rangeFrom from '@salesforce/label/c.Handoff_MassFrom';
import rangeUntil from '@salesforce/label/c.Handoff_MassUntil';
import sourceLabel from '@salesforce/label/c.Handoff_MassSource';
import startQuestion from '@salesforce/label/c.Handoff_MassStartQuestion';
import startText from '@salesforce/label/c.Handoff_MassStart';
import type { Overview, Progress } from 'apex/MassSyncController';
import type { Explanation } from 'c/access';
import { reduceErrors, type Problem } from 'c/errors';
import { fill } from 'c/text';

type Value = CustomEvent<{ value: string }>;

/** Milliseconds between two looks at one that runs. */
const LOOK_EVERY = 5000;

interface Asked {
  question: string;
  run: () => Promise<Overview>;
}

/** Starts a mass sync and shows how far it is. It runs on the server: the page may be left and looked at again later. */
export default class MassSync extends LightningElement {
  label = {
    cancelQuestion,
    countText,
    criteriaLabel,
    inRange,
    intro,
    notLive,
    rangeFrom,
    rangeUntil,
    sourceLabel,
    startQuestion,
    startText
  };
  overview: Overview | null = null;
  problem: Problem | null = null;
  busy = false;
  counted = '';
  asked: Asked | null = null;
  source = '';
  private criteria = '';
  private beginning: string | null = null;
  private ending: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    this.read();
  }

  override disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  async read(): Promise<void> {
    await this.attempt(() => load());
  }

  handleSource(event: Value): void {
    this.source = event.detail.value;
    this.counted = '';
  }

  handleCriteria(event: Value): void {
    this.criteria = event.detail.value;
    this.counted = '';
  }

  handleFrom(event: Value): void {
    this.beginning = event.detail.value || null;
    this.counted = '';
  }

  handleUntil(event: Value): void {
    this.ending = event.detail.value || null;
    this.counted = '';
  }

  async handleCount(): Promise<void> {
    const found = await this.work(() => this.countNow());
    if (found !== null) this.counted = fill(inRange, found);
  }

  async handleStart(): Promise<void> {
    const found = await this.work(() => this.countNow());
    if (found === null) return;
    const range = this.range();
    this.asked = { question: fill(startQuestion, found), run: () => start(range) };
  }

  async handleStep(event: CustomEvent<{ id: string; name: string; step: string }>): Promise<void> {
    const { id, name, step } = event.detail;
    const run = () => change({ massSyncId: id, step });
    if (step === 'cancel') this.asked = { question: fill(cancelQuestion, name), run };
    else await this.work(() => this.attempt(run));
  }

  handleKeep(): void {
    this.asked = null;
  }

  async handleConfirm(): Promise<void> {
    const { asked } = this;
    this.asked = null;
    if (asked) await this.work(() => this.attempt(asked.run));
  }

  /** Null for a second click while the first is under way. */
  private async work<Result>(act: () => Promise<Result>): Promise<Result | null> {
    if (this.busy) return null;
    this.busy = true;
    try {
      return await act();
    } finally {
      this.busy = false;
    }
  }

  private range() {
    const { beginning, criteria, ending, source } = this;
    return { source, criteria, beginning, ending };
  }

  private async countNow(): Promise<number | null> {
    this.problem = null;
    try {
      return await count(this.range());
    } catch (error) {
      this.problem = reduceErrors(error);
      return null;
    }
  }

  private async attempt(work: () => Promise<Overview>): Promise<void> {
    this.problem = null;
    try {
      this.overview = await work();
      this.source ||= this.overview.sources?.[0]?.name ?? '';
    } catch (error) {
      this.problem = reduceErrors(error);
    }
    this.lookAgain();
  }

  private lookAgain(): void {
    clearTimeout(this.timer);
    const runs = this.overview?.massSyncs?.some((each) => each.state === 'Running');
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- a job on the server tells nobody how far it is
    if (runs && this.isConnected) this.timer = setTimeout(() => this.read(), LOOK_EVERY);
  }

  get isLoading(): boolean {
    return !this.overview && !this.problem;
  }

  get isOff(): boolean {
    return this.overview !== null && !this.overview.live;
  }

  get canStart(): boolean {
    return Boolean(this.overview?.live) && !this.asked;
  }

  get options(): { label: string; value: string }[] {
    return (this.overview?.sources ?? []).map((each) => ({ label: each.label ?? '', value: each.name ?? '' }));
  }

  get massSyncs(): Progress[] {
    const labels = new Map(this.options.map((each) => [each.value, each.label]));
    return (this.overview?.massSyncs ?? []).map((each) => ({
      ...each,
      source: labels.get(each.source ?? '') ?? each.source
    }));
  }

  get empty(): Explanation | null {
    return this.overview && this.massSyncs.length === 0 ? { heading: none, message: '' } : null;
  }
}
