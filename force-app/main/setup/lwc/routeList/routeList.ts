import load from '@salesforce/apex/RouteController.load';
import move from '@salesforce/apex/RouteController.move';
import remove from '@salesforce/apex/RouteController.remove';
import save from '@salesforce/apex/RouteController.save';
import setActive from '@salesforce/apex/RouteController.setActive';
import add from '@salesforce/label/c.Handoff_RouteAdd';
import addFallback from '@salesforce/label/c.Handoff_RouteAddFallback';
import always from '@salesforce/label/c.Handoff_RouteAll';
import deleteQuestion from '@salesforce/label/c.Handoff_RouteDeleteQuestion';
import down from '@salesforce/label/c.Handoff_RouteDown';
import edit from '@salesforce/label/c.Handoff_RouteEdit';
import goesOn from '@salesforce/label/c.Handoff_RouteGoesOn';
import headingText from '@salesforce/label/c.Handoff_RouteHeading';
import intro from '@salesforce/label/c.Handoff_RouteIntro';
import neverAsked from '@salesforce/label/c.Handoff_RouteNeverAsked';
import nobody from '@salesforce/label/c.Handoff_RouteNobody';
import none from '@salesforce/label/c.Handoff_RouteNone';
import noneNobody from '@salesforce/label/c.Handoff_RouteNoneNobody';
import noneText from '@salesforce/label/c.Handoff_RouteNoneText';
import notLive from '@salesforce/label/c.Handoff_RouteNotLive';
import off from '@salesforce/label/c.Handoff_RouteOff';
import otherwise from '@salesforce/label/c.Handoff_RouteElse';
import refusedNow from '@salesforce/label/c.Handoff_RouteRefusedNow';
import removeText from '@salesforce/label/c.Handoff_RouteDelete';
import sourceText from '@salesforce/label/c.Handoff_RouteSource';
import turnOff from '@salesforce/label/c.Handoff_RouteTurnOff';
import turnOn from '@salesforce/label/c.Handoff_RouteOn';
import up from '@salesforce/label/c.Handoff_RouteUp';
import type { RoutePage, Rule } from 'apex/RouteController';
import type { Explanation } from 'c/access';
import ActingScreen from 'c/actingScreen';
import type { RouteWish } from 'c/routeEditor';
import { fill } from 'c/text';

const NEW_RULE = 'new';

/** The routes of one kind of record, in the order in which they are asked; each is edited in its place. */
export default class RouteList extends ActingScreen {
  label = {
    add,
    addFallback,
    always,
    edit,
    goesOn,
    intro,
    neverAsked,
    none,
    off,
    otherwise,
    remove: removeText,
    source: sourceText
  };
  page: RoutePage | null = null;
  /** Changes with every change of the routes, so that the preview is made anew. */
  version = 0;
  /** What was moved where, for a screen reader. */
  told = '';
  private edited: string | null = null;
  private asked: string | null = null;
  private focusAfter: { key: string; move: string } | null = null;

  override connectedCallback(): void {
    this.read(null);
  }

  /** Who moves a route by the keyboard goes on moving it. */
  override renderedCallback(): void {
    if (!this.focusAfter || this.busy) return;
    const { key, move: direction } = this.focusAfter;
    this.focusAfter = null;
    const both = [...(this.template?.querySelectorAll<HTMLElement>(`[data-key="${key}"][data-move]`) ?? [])];
    const enabled = both.filter((each) => !(each as HTMLElement & { disabled?: boolean }).disabled);
    (enabled.find((each) => each.dataset.move === direction) ?? enabled[0])?.focus();
  }

  private async read(source: string | null): Promise<void> {
    await this.change(() => load({ source }));
  }

  async handleTryAgain(): Promise<void> {
    await this.read(this.page?.source ?? null);
  }

  async handleSource(event: CustomEvent<{ value: string }>): Promise<void> {
    this.edited = null;
    await this.read(event.detail.value);
  }

  handleAdd(): void {
    this.edited = NEW_RULE;
    this.asked = null;
  }

  handleEdit(event: Event): void {
    this.edited = keyOf(event);
    this.asked = null;
  }

  handleKeep(): void {
    this.edited = null;
    this.asked = null;
    this.problem = null;
  }

  handleAsk(event: Event): void {
    this.asked = keyOf(event);
  }

  async handleSave(event: CustomEvent<RouteWish>): Promise<void> {
    const routeIds = this.ruleOf(this.edited)?.routeIds ?? [];
    const saved = await this.change(() => save({ source: this.source, routeIds, ...event.detail }));
    if (saved) this.edited = null;
  }

  async handleUp(event: Event): Promise<void> {
    await this.shift(keyOf(event), -1);
  }

  async handleDown(event: Event): Promise<void> {
    await this.shift(keyOf(event), 1);
  }

  private async shift(key: string, places: number): Promise<void> {
    const routeIds = this.ruleOf(key)?.routeIds ?? [];
    const moved = await this.change(() => move({ source: this.source, routeIds, places }));
    if (!moved) return;
    this.focusAfter = { key, move: places < 0 ? 'up' : 'down' };
    const place = (this.page?.rules ?? []).findIndex((each) => each.routeIds?.[0] === key);
    this.told = `${place + 1} / ${this.page?.rules?.length ?? 0}`;
  }

  async handleSwitch(event: Event): Promise<void> {
    const rule = this.ruleOf(keyOf(event));
    await this.change(() => setActive({ source: this.source, routeIds: rule?.routeIds ?? [], active: !rule?.active }));
  }

  async handleRemove(): Promise<void> {
    const routeIds = this.ruleOf(this.asked)?.routeIds ?? [];
    this.asked = null;
    await this.change(() => remove({ source: this.source, routeIds }));
  }

  private async change(work: () => Promise<RoutePage>): Promise<boolean> {
    return this.attempt(async () => {
      this.page = await work();
      this.version += 1;
    });
  }

  private ruleOf(key: string | null): Rule | undefined {
    return this.page?.rules?.find((each) => each.routeIds?.[0] === key);
  }

  private get source(): string {
    return this.page?.source ?? '';
  }

  get isLoading(): boolean {
    return !this.page && !this.problem;
  }

  get hasSource(): boolean {
    return Boolean(this.page?.source);
  }

  get empty(): Explanation | null {
    return this.page && !this.page.source ? { heading: none, message: nobody } : null;
  }

  get hasSources(): boolean {
    return (this.page?.sources ?? []).length > 1;
  }

  get heading(): string {
    return fill(headingText, this.page?.sources?.find((each) => each.value === this.page?.source)?.label);
  }

  get hasNoRules(): boolean {
    return this.rules.length === 0 && !this.isAdding;
  }

  get noneText(): string {
    return this.page?.withoutRoutes ? fill(noneText, this.page.withoutRoutes) : noneNobody;
  }

  get lacksFallback(): boolean {
    return this.rules.length > 0 && !this.page?.hasFallback && !this.isAdding;
  }

  get refusedText(): string | null {
    return this.page?.refused ? fill(refusedNow, this.page.refused) : null;
  }

  get isAdding(): boolean {
    return this.edited === NEW_RULE;
  }

  /** What a new route begins with. */
  get draft(): Rule {
    return { routeIds: [], criteria: null, connectionIds: [], goesOn: false, forAll: false };
  }

  get rules() {
    const rules = this.page?.rules ?? [];
    return rules.map((rule, index) => {
      const key = rule.routeIds?.[0] ?? '';
      const name = rule.name ?? '';
      return {
        ...rule,
        key,
        look: rule.active ? 'item' : 'item paused',
        targets: (rule.connectionNames ?? []).join(', '),
        notLiveText: rule.notLive?.length ? fill(notLive, rule.notLive.join(', ')) : null,
        isOff: !rule.active,
        isEdited: this.edited === key,
        isAsking: this.asked === key,
        isFirst: index === 0,
        isLast: index === rules.length - 1,
        upText: fill(up, name),
        downText: fill(down, name),
        switchText: rule.active ? turnOff : turnOn,
        question: fill(deleteQuestion, name)
      };
    });
  }
}

function keyOf(event: Event): string {
  return (event.currentTarget as HTMLElement).dataset.key ?? '';
}
