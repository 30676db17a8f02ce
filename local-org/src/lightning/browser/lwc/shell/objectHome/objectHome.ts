import { api, LightningElement } from 'lwc';
import type { ListAnswer, ListButton, ListRequest } from '../../../../protocol/lists.ts';
import type { ObjectInfoRepresentation } from '../../../../protocol/ui-api.ts';
import { objectSummary } from '../../../services/apps.ts';
import { messageOf, request } from '../../../services/http.ts';
import { objectInfoQuery, objectInfoStore } from '../../../services/object-info.ts';
import { deleteFromList, editFromList, editNewRecord } from '../../../services/record-windows.ts';
import { onRecordsChanged } from '../../../services/records.ts';
import { register, unregister } from '../../../services/refresh.ts';
import { navigate, open } from '../../../services/router.ts';
import { showToast } from '../../../services/toast.ts';

const pageSize = 50;
const allRecords = '';
/** The view that Salesforce gives every custom object: where a project has it, it is the first one shown. */
const firstView = 'All';

/** The list of an object's records, with views, search and sorting. */
export default class ObjectHome extends LightningElement {
  @api objectApiName = '';
  @api listView: string | undefined;
  answer: ListAnswer | undefined;
  info: ObjectInfoRepresentation | undefined;
  problem: string | undefined;
  search = '';
  sort: NonNullable<ListRequest['sort']> | undefined;
  selected: readonly string[] = [];
  private limit = pageSize;
  private newest = 0;
  private stop: (() => void) | undefined;
  private refreshId = 0;

  override connectedCallback(): void {
    document.title = this.plural;
    void this.load();
    void this.loadInfo();
    this.stop = onRecordsChanged(() => void this.load());
    this.refreshId = register(undefined, () => this.load());
  }

  override disconnectedCallback(): void {
    this.stop?.();
    unregister(this.refreshId);
  }

  get plural(): string {
    return objectSummary(this.objectApiName)?.pluralLabel ?? this.objectApiName;
  }

  get icon(): string {
    return objectSummary(this.objectApiName)?.icon ?? 'standard:default';
  }

  get view(): string {
    return this.listView ?? (this.hasFirstView ? firstView : allRecords);
  }

  get viewOptions() {
    const views = (this.answer?.listViews ?? []).map(({ name, label }) => ({ value: name, label }));
    return this.hasFirstView ? views : [{ value: allRecords, label: `All ${this.plural}` }, ...views];
  }

  private get hasFirstView(): boolean {
    return Boolean(this.answer?.listViews.some(({ name }) => name === firstView));
  }

  get hasViews(): boolean {
    return this.viewOptions.length > 1;
  }

  get viewLabel(): string {
    return this.viewOptions.find((option) => option.value === this.view)?.label ?? this.plural;
  }

  get createable(): boolean {
    return this.answer?.createable ?? false;
  }

  get buttons(): readonly ListButton[] {
    return this.answer?.buttons ?? [];
  }

  get canSelect(): boolean {
    return this.buttons.length > 0;
  }

  get canChange(): boolean {
    return Boolean(this.info?.updateable && this.info.deletable);
  }

  get countText(): string {
    const total = this.answer?.total;
    if (total === undefined) return '';
    const count = `${total === 2000 ? 'Over 2,000' : total} ${total === 1 ? 'item' : 'items'}`;
    return this.selected.length > 0 ? `${count}, ${this.selected.length} selected` : count;
  }

  get emptyText(): string {
    return this.search ? 'No record has that in its name.' : 'There are no records yet, or none that you may see.';
  }

  get hasMore(): boolean {
    return (this.answer?.total ?? 0) > (this.answer?.records.length ?? 0);
  }

  handleView(event: CustomEvent<{ value: string }>): void {
    const filterName = event.detail.value || undefined;
    const attributes = { objectApiName: this.objectApiName, actionName: 'list' };
    navigate({ type: 'standard__objectPage', attributes, state: { filterName } });
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.search = event.detail.value;
    void this.load();
  }

  handleSort(event: CustomEvent<string>): void {
    const ascending = this.sort?.field !== event.detail || this.sort.direction === 'desc';
    this.sort = { field: event.detail, direction: ascending ? 'asc' : 'desc' };
    void this.load();
  }

  handleMore(): void {
    this.limit += pageSize;
    void this.load();
  }

  handleChoose(event: CustomEvent<readonly string[]>): void {
    this.selected = event.detail;
  }

  handleButton(event: MouseEvent): void {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    const button = this.buttons.find((one) => one.name === name);
    if (!button) return;
    if (button.needsSelection && this.selected.length === 0) {
      showToast({ title: 'Select at least one record and try again.', message: '', variant: 'error' });
      return;
    }
    const url = addressOf(button.url, this.selected);
    if (button.newWindow) window.open(url, '_blank', 'noopener');
    else open(url);
  }

  handleNew(): void {
    void editNewRecord(this.objectApiName);
  }

  handleRowAction(event: CustomEvent<{ id: string; action: string }>): void {
    const { id, action } = event.detail;
    if (action === 'edit') void editFromList(this.objectApiName, id);
    else void deleteFromList(this.objectApiName, id);
  }

  private async loadInfo(): Promise<void> {
    try {
      this.info = await objectInfoStore.read(objectInfoQuery(this.objectApiName));
    } catch {
      // Without it the rows have no actions; the list itself says why it cannot be read.
    }
  }

  /** Only the newest answer counts: typing quickly asks several times. */
  private async load(): Promise<void> {
    const turn = ++this.newest;
    const { objectApiName: object, search, sort, limit } = this;
    const listView = this.view;
    const asked: ListRequest = {
      object,
      limit,
      ...(listView && { listView }),
      ...(search && { search }),
      ...(sort && { sort })
    };
    try {
      const answer = await request<ListAnswer>('POST', '/lightning/list', asked);
      if (turn !== this.newest) return;
      this.answer = answer;
      this.problem = undefined;
      // What is shown no more cannot be acted on.
      this.selected = this.selected.filter((id) => answer.records.some((record) => record.id === id));
      // Only the first answer says whether there is such a view.
      if (this.view !== listView) return void this.load();
      const first = answer.columns[0];
      if (!this.sort && first) this.sort = { field: first.field, direction: 'asc' };
    } catch (error) {
      if (turn === this.newest) this.problem = messageOf(error);
    }
  }
}

/**
 * A flow behind a list button gets the selected records in its input variable `ids`.
 * Source: https://help.salesforce.com/s/articleView?id=platform.flow_distribute_internal_url_list.htm
 */
function addressOf(url: string, ids: readonly string[]): string {
  const target = new URL(url, location.href);
  if (!/^\/(?:lightning\/)?flow\//.test(target.pathname)) return url;
  for (const id of ids) target.searchParams.append('ids', id);
  return target.href;
}
