import { api } from 'lwc';
import goLive from '@salesforce/apex/SetupController.goLive';
import preview from '@salesforce/apex/SetupController.preview';
import account from '@salesforce/label/c.Handoff_Account';
import back from '@salesforce/label/c.Handoff_Back';
import company from '@salesforce/label/c.Handoff_GoLiveCompany';
import examples from '@salesforce/label/c.Handoff_GoLiveExamples';
import from from '@salesforce/label/c.Handoff_GoLiveFrom';
import fromDate from '@salesforce/label/c.Handoff_GoLiveFromDate';
import fromNow from '@salesforce/label/c.Handoff_GoLiveFromNow';
import nothingNow from '@salesforce/label/c.Handoff_GoLiveNothingNow';
import record from '@salesforce/label/c.Handoff_ListRecord';
import point from '@salesforce/label/c.Handoff_GoLivePoint';
import sentNow from '@salesforce/label/c.Handoff_GoLiveSentNow';
import startDate from '@salesforce/label/c.Handoff_GoLiveStartDate';
import takesInstead from '@salesforce/label/c.Handoff_ConnTakesInstead';
import title from '@salesforce/label/c.Handoff_GoLiveTitle';
import total from '@salesforce/label/c.Handoff_Total';
import turnOn from '@salesforce/label/c.Handoff_GoLiveTurnOn';
import type { Preview, SetupState } from 'apex/SetupController';
import ActingScreen from 'c/actingScreen';
import { reduceErrors } from 'c/errors';
import { whatCrosses } from 'c/pointWords';
import { fill } from 'c/text';

/** Step 3: says what will be sent from when, and turns the switch. */
export default class SetupGoLive extends ActingScreen {
  @api state: SetupState | null = null;

  label = { account, back, company, examples, point, record, startDate, title, total, turnOn };
  startOptions = [
    { label: fromNow, value: 'now' },
    { label: fromDate, value: 'date' }
  ];
  start = 'now';
  date = '';
  preview: Preview | null = null;

  private asked = 0;

  override connectedCallback(): void {
    this.look();
  }

  async handleStart(event: CustomEvent<{ value: string }>): Promise<void> {
    this.start = event.detail.value;
    await this.look();
  }

  async handleDate(event: CustomEvent<{ value: string | null }>): Promise<void> {
    this.date = event.detail.value ?? '';
    await this.look();
  }

  handleBack(): void {
    this.dispatchEvent(new CustomEvent('back'));
  }

  async handleGoLive(): Promise<void> {
    if (this.cannotGoLive) return;
    await this.attempt(async () => {
      const detail = await goLive({ connectionId: this.state?.connectionId ?? null, sendFrom: this.sendFrom });
      this.dispatchEvent(new CustomEvent<SetupState>('finished', { detail }));
    });
  }

  /** The preview always belongs to the start that is shown; a late answer to an earlier question is dropped. */
  private async look(): Promise<void> {
    this.asked += 1;
    const mine = this.asked;
    this.preview = null;
    this.problem = null;
    if (this.lacksDate) return;
    try {
      const found = await preview({ connectionId: this.state?.connectionId ?? null, sendFrom: this.sendFrom });
      if (mine === this.asked) this.preview = found;
    } catch (error) {
      if (mine === this.asked) this.problem = reduceErrors(error);
    }
  }

  /** The start of the chosen day in the user's time; null means from now on. */
  private get sendFrom(): string | null {
    return this.start === 'now' ? null : new Date(`${this.date}T00:00:00`).toISOString();
  }

  private get lacksDate(): boolean {
    return this.start === 'date' && Number.isNaN(Date.parse(`${this.date}T00:00:00`));
  }

  get asksDate(): boolean {
    return this.start === 'date';
  }

  get isLooking(): boolean {
    return !this.preview && !this.problem && !this.lacksDate;
  }

  get hasOrders(): boolean {
    return (this.preview?.orders ?? 0) > 0;
  }

  private get crossing(): string {
    return whatCrosses(this.state?.handoffPoint);
  }

  get fromText(): string {
    return fill(from, this.crossing);
  }

  get previewText(): string {
    return this.hasOrders ? fill(sentNow, this.preview?.orders, this.crossing) : fill(nothingNow, this.crossing);
  }

  /** A connection to which nothing leads is no mistake yet, but it would surprise. */
  get insteadText(): string | null {
    const { name, takesAllInstead } = this.state ?? {};
    return takesAllInstead ? fill(takesInstead, name, takesAllInstead) : null;
  }

  get cannotGoLive(): boolean {
    return this.busy || !this.preview;
  }
}
