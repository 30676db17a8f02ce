import { LightningElement, api } from 'lwc';
import preview from '@salesforce/apex/RouteController.preview';
import tryWith from '@salesforce/apex/RouteController.tryWith';
import all from '@salesforce/label/c.Handoff_RouteAll';
import lookText from '@salesforce/label/c.Handoff_RouteLook';
import looked from '@salesforce/label/c.Handoff_RoutePreviewLooked';
import none from '@salesforce/label/c.Handoff_RoutePreviewNone';
import notAsked from '@salesforce/label/c.Handoff_RouteNotAsked';
import passes from '@salesforce/label/c.Handoff_RoutePasses';
import refused from '@salesforce/label/c.Handoff_RouteRefused';
import takes from '@salesforce/label/c.Handoff_RouteTakes';
import title from '@salesforce/label/c.Handoff_RoutePreview';
import toSeveral from '@salesforce/label/c.Handoff_RouteToSeveral';
import tryHelp from '@salesforce/label/c.Handoff_RouteTryHelp';
import tryText from '@salesforce/label/c.Handoff_RouteTry';
import waiting from '@salesforce/label/c.Handoff_RouteWaiting';
import wayLater from '@salesforce/label/c.Handoff_RouteWayLater';
import wayNow from '@salesforce/label/c.Handoff_RouteWayNow';
import wayRefused from '@salesforce/label/c.Handoff_RouteWayRefused';
import wayWaiting from '@salesforce/label/c.Handoff_RouteWayWaiting';
import type { Shares, Way } from 'apex/RoutePreview';
import { reduceErrors, type Problem } from 'c/errors';
import { fill } from 'c/text';

const OUTCOMES: Record<string, string> = { takes, passes, notAsked };

/** Where records of a source go by the routes as they are: the newest in numbers, and one of the admin's choice step by step. */
export default class RoutePreview extends LightningElement {
  label = { look: lookText, none, title, tryHelp, tryWith: tryText };
  shares: Shares | null = null;
  way: Way | null = null;
  problem: Problem | null = null;
  busy = false;
  record = '';
  private currentSource = '';
  private currentVersion = 0;
  private isConnectedYet = false;

  @api
  get source(): string {
    return this.currentSource;
  }

  set source(value: string) {
    if (value !== this.currentSource) this.way = null;
    this.currentSource = value;
    this.lookAgain();
  }

  /** Another number says that the routes have changed. */
  @api
  get version(): number {
    return this.currentVersion;
  }

  set version(value: number) {
    if (value === this.currentVersion) return;
    this.currentVersion = value;
    this.lookAgain();
  }

  override connectedCallback(): void {
    this.isConnectedYet = true;
    this.look();
  }

  private lookAgain(): void {
    if (!this.isConnectedYet) return;
    this.look();
    if (this.way) this.follow();
  }

  async look(): Promise<void> {
    const source = this.currentSource;
    this.problem = null;
    try {
      const found = await preview({ source });
      if (source === this.currentSource) this.shares = found;
    } catch (error) {
      this.problem = reduceErrors(error);
    }
  }

  handleRecord(event: CustomEvent<{ value: string }>): void {
    this.record = event.detail.value;
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.handleTry();
  }

  async handleTry(): Promise<void> {
    if (this.cannotTry) return;
    this.busy = true;
    await this.follow();
    this.busy = false;
  }

  private async follow(): Promise<void> {
    this.problem = null;
    try {
      this.way = await tryWith({ source: this.currentSource, record: this.record });
    } catch (error) {
      this.way = null;
      this.problem = reduceErrors(error);
    }
  }

  get isLoading(): boolean {
    return !this.shares && !this.problem;
  }

  get isNone(): boolean {
    return this.shares?.looked === 0;
  }

  get lookedText(): string {
    return fill(looked, this.shares?.looked);
  }

  get rows(): { count: string; text: string; look: string }[] {
    const shares = this.shares;
    const counted = (shares?.shares ?? []).map((each) => row(each.records, `→ ${each.connectionName ?? ''}`));
    if (shares?.toSeveral) counted.push(row(shares.toSeveral, toSeveral));
    if (shares?.waiting) counted.push(row(shares.waiting, waiting));
    if (shares?.refused) counted.push(row(shares.refused, refused, 'wrong'));
    return counted;
  }

  get cannotTry(): boolean {
    return this.busy || this.record.trim() === '';
  }

  get hasSteps(): boolean {
    return this.steps.length > 0;
  }

  get steps() {
    return (this.way?.steps ?? []).map((step, index) => ({
      ...step,
      key: `${step.routeName}-${index}`,
      criteria: step.criteria ?? all,
      outcomeText: OUTCOMES[step.outcome ?? ''] ?? ''
    }));
  }

  get verdict(): string | null {
    const way = this.way;
    if (!way) return null;
    if (way.problem) return way.problem;
    const name = way.recordName ?? '';
    if (way.refused) return fill(wayRefused, name);
    const there = way.connections?.length
      ? fill(way.qualifies ? wayNow : wayLater, name, way.connections.join(', '))
      : '';
    const later = way.waiting?.length ? fill(wayWaiting, name, way.waiting.join(', ')) : '';
    return [there, later].filter(Boolean).join(' ');
  }
}

function row(count: number | null | undefined, text: string, look = '') {
  return { count: fill('{0}', count), text, look };
}
