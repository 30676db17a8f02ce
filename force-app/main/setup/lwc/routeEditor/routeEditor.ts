import { LightningElement, api } from 'lwc';
import check from '@salesforce/apex/RouteController.check';
import readFields from '@salesforce/apex/RouteController.fields';
import addCondition from '@salesforce/label/c.Handoff_RouteAddCondition';
import cancel from '@salesforce/label/c.Handoff_RouteCancel';
import condition from '@salesforce/label/c.Handoff_RouteCondition';
import criteria from '@salesforce/label/c.Handoff_RouteCriteria';
import criteriaHelp from '@salesforce/label/c.Handoff_RouteCriteriaHelp';
import editTitle from '@salesforce/label/c.Handoff_RouteEditTitle';
import field from '@salesforce/label/c.Handoff_RouteField';
import forAll from '@salesforce/label/c.Handoff_RouteForAll';
import goesOn from '@salesforce/label/c.Handoff_RouteGoesOn';
import looking from '@salesforce/label/c.Handoff_RouteLooking';
import matches from '@salesforce/label/c.Handoff_RouteMatches';
import newTitle from '@salesforce/label/c.Handoff_RouteNewTitle';
import operator from '@salesforce/label/c.Handoff_RouteOperator';
import save from '@salesforce/label/c.Handoff_RouteSave';
import targets from '@salesforce/label/c.Handoff_RouteTargets';
import targetsHelp from '@salesforce/label/c.Handoff_RouteTargetsHelp';
import value from '@salesforce/label/c.Handoff_RouteValue';
import valueHelp from '@salesforce/label/c.Handoff_RouteValueHelp';
import type { Checked, Choice, CriteriaField, Rule } from 'apex/RouteController';
import { reduceErrors } from 'c/errors';
import { conditionOf, OPERATORS } from './condition';
import { fill } from 'c/text';

/** What a route is to be. */
export interface RouteWish {
  criteria: string;
  connectionIds: string[];
  goesOn: boolean;
  forAll: boolean;
}

const PAUSE = 400;

/**
 * One route. Its criteria are looked at while they are written, and can be put together from field, comparison and value. `save`
 * carries what is wanted, `keep` says that nothing is.
 */
export default class RouteEditor extends LightningElement {
  @api source = '';
  @api connections: Choice[] = [];
  /** Whether connections take several kinds of records. */
  @api severalSources = false;
  @api busy = false;

  label = {
    addCondition,
    cancel,
    condition,
    criteria,
    criteriaHelp,
    field,
    forAll,
    goesOn,
    looking,
    operator,
    save,
    targets,
    targetsHelp,
    value,
    valueHelp
  };
  operators = OPERATORS;
  criteria = '';
  targets: string[] = [];
  goesOn = false;
  forAll = false;
  path = '';
  operator = '=';
  value = '';
  looking = false;
  found: Checked | null = null;
  private current: Rule | null = null;
  private fields: CriteriaField[] = [];
  private asked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private hasFocus = false;

  @api
  get rule(): Rule | null {
    return this.current;
  }

  /** While it is open, what was typed stays. */
  set rule(rule: Rule | null) {
    if (this.current) return;
    this.current = rule;
    this.criteria = rule?.criteria ?? '';
    this.targets = [...(rule?.connectionIds ?? [])];
    this.goesOn = Boolean(rule?.goesOn);
    this.forAll = Boolean(rule?.forAll);
  }

  override connectedCallback(): void {
    this.look();
    this.readFields();
  }

  override disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  override renderedCallback(): void {
    if (this.hasFocus) return;
    this.hasFocus = true;
    this.template?.querySelector<HTMLElement>('lightning-textarea')?.focus();
  }

  /** Without them the condition is written by hand; that it cannot be picked is no reason to stop. */
  private async readFields(): Promise<void> {
    try {
      this.fields = await readFields({ source: this.source });
    } catch (error) {
      this.found = { problem: reduceErrors(error).message, records: null };
    }
  }

  handleCriteria(event: CustomEvent<{ value: string }>): void {
    this.criteria = event.detail.value;
    this.lookSoon();
  }

  handleField(event: CustomEvent<{ value: string }>): void {
    this.path = event.detail.value;
  }

  handleOperator(event: CustomEvent<{ value: string }>): void {
    this.operator = event.detail.value;
  }

  handleValue(event: CustomEvent<{ value: string }>): void {
    this.value = event.detail.value;
  }

  handleAdd(): void {
    const chosen = this.fields.find((each) => each.path === this.path);
    if (!chosen) return;
    const added = conditionOf(chosen, this.operator, this.value);
    this.criteria = this.criteria.trim() === '' ? added : `${this.criteria.trim()} AND ${added}`;
    this.value = '';
    this.look();
  }

  handleTargets(event: CustomEvent<{ value: string[] }>): void {
    this.targets = event.detail.value;
  }

  handleGoesOn(event: CustomEvent<{ checked: boolean }>): void {
    this.goesOn = event.detail.checked;
  }

  handleForAll(event: CustomEvent<{ checked: boolean }>): void {
    this.forAll = event.detail.checked;
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleCancel();
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('keep'));
  }

  /** In the order of the connections, not in that of the clicks. */
  handleSave(): void {
    if (this.cannotSave) return;
    const connectionIds = this.connections.map((each) => each.value ?? '').filter((id) => this.targets.includes(id));
    const detail = { criteria: this.criteria, connectionIds, goesOn: this.goesOn, forAll: this.forAll };
    this.dispatchEvent(new CustomEvent<RouteWish>('save', { detail }));
  }

  private lookSoon(): void {
    clearTimeout(this.timer);
    this.found = null;
    this.looking = true;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- one question a pause in typing, not one a letter
    this.timer = setTimeout(() => this.look(), PAUSE);
  }

  /** A late answer about what was written earlier is dropped. */
  private async look(): Promise<void> {
    clearTimeout(this.timer);
    this.asked += 1;
    const mine = this.asked;
    this.looking = true;
    let found: Checked;
    try {
      found = await check({ source: this.source, criteria: this.criteria });
    } catch (error) {
      found = { problem: reduceErrors(error).message, records: null };
    }
    if (mine !== this.asked) return;
    this.found = found;
    this.looking = false;
  }

  get caption(): string {
    return this.current?.name ? fill(editTitle, this.current.name) : newTitle;
  }

  get fieldOptions() {
    return this.fields.map(({ label, path }) => ({ label: label ?? '', value: path ?? '' }));
  }

  get wrong(): string | null {
    return this.found?.problem ?? null;
  }

  get matchesText(): string | null {
    return this.found && !this.found.problem ? fill(matches, this.found.records) : null;
  }

  get cannotAdd(): boolean {
    return this.path === '';
  }

  get cannotSave(): boolean {
    return this.busy || this.looking || Boolean(this.wrong) || this.targets.length === 0;
  }
}
