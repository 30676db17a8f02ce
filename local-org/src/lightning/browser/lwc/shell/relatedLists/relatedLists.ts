import { api, LightningElement } from 'lwc';
import type { RelatedAnswer, RelatedListRows, RelatedRequest } from '../../../../protocol/lists.ts';
import { messageOf, request } from '../../../services/http.ts';
import type { RecordContext } from '../../../services/record-context.ts';
import { addRelated } from '../../../services/record-windows.ts';
import { onRecordsChanged } from '../../../services/records.ts';
import type { PropertyValue } from '../../../../protocol/pages.ts';
import { register, unregister } from '../../../services/refresh.ts';
import { followLink } from '../../../services/router.ts';

/** Rows that a list on a page shows before "View All". */
const previewRows = 6;

/** force:relatedListContainer, or with `relationship` force:relatedListSingleContainer and lst:dynamicRelatedList. */
export default class RelatedLists extends LightningElement {
  @api context!: RecordContext;
  @api relationship: string | undefined;
  /** What the page says of a single list: its columns, label, order, rows and whether it has actions. */
  @api place: Readonly<Record<string, PropertyValue>> = {};
  lists: readonly RelatedListRows[] | undefined;
  problem: string | undefined;
  private stop: (() => void) | undefined;
  private refreshId = 0;

  override connectedCallback(): void {
    void this.load();
    this.stop = onRecordsChanged(() => void this.load());
    this.refreshId = register(undefined, () => this.load());
  }

  override disconnectedCallback(): void {
    this.stop?.();
    unregister(this.refreshId);
  }

  get isLoading(): boolean {
    return !this.lists && !this.problem;
  }

  get shown() {
    return (this.lists ?? []).map((list) => ({
      ...list,
      label: this.labelOf(list),
      title: `${this.labelOf(list)} (${list.total > this.rows ? `${this.rows}+` : list.total})`,
      more: list.total > list.records.length,
      createable: list.createable && this.place['showActionBar'] !== false,
      newLabel: list.object === 'OrderItem' || list.object === 'OpportunityLineItem' ? 'Add Products' : 'New',
      url: `/lightning/r/${this.context.objectApiName}/${this.context.recordId}/related/${list.relationship}/view`
    }));
  }

  private labelOf(list: RelatedListRows): string {
    return String(this.place['relatedListLabel'] ?? list.label);
  }

  private get rows(): number {
    return Number(this.place['maxRecordsToDisplay'] ?? previewRows);
  }

  /** A page that does not care writes `__DEFAULT__`. */
  private get sort(): RelatedRequest['sort'] {
    const { sortFieldAlias: field, sortFieldOrder: order } = this.place;
    if (typeof field !== 'string' || field === '__DEFAULT__') return undefined;
    return { field, direction: order === 'Descending' ? 'desc' : 'asc' };
  }

  handleLink(event: MouseEvent): void {
    followLink(event);
  }

  handleNew(event: MouseEvent): void {
    const { relationship } = (event.currentTarget as HTMLElement).dataset;
    const list = this.lists?.find((candidate) => candidate.relationship === relationship);
    if (list) void addRelated(this.context, list);
  }

  private async load(): Promise<void> {
    const { recordId, model } = this.context;
    const relationships = this.relationship ? [this.relationship] : model.related.map((list) => list.relationship);
    const { relatedListFieldAliases: fields } = this.place;
    const asked: RelatedRequest = {
      recordId,
      relationships,
      limit: this.rows,
      ...(Array.isArray(fields) && { fields }),
      ...(this.sort && { sort: this.sort })
    };
    try {
      const { lists } = await request<RelatedAnswer>('POST', '/lightning/related', asked);
      this.lists = lists.filter((list) => relationships.includes(list.relationship));
      this.problem = undefined;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}
