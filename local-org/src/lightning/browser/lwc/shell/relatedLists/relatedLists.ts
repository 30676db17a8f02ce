import { api, LightningElement } from 'lwc';
import type { RelatedAnswer, RelatedListRows, RelatedRequest } from '../../../../protocol/lists.ts';
import { messageOf, request } from '../../../services/http.ts';
import type { RecordContext } from '../../../services/record-context.ts';
import { addRelated } from '../../../services/record-windows.ts';
import { onRecordsChanged } from '../../../services/records.ts';
import { register, unregister } from '../../../services/refresh.ts';
import { followLink } from '../../../services/router.ts';

/** Rows that a list on a page shows before "View All". */
const previewRows = 6;

/** force:relatedListContainer, or with `relationship` force:relatedListSingleContainer. */
export default class RelatedLists extends LightningElement {
  @api context!: RecordContext;
  @api relationship: string | undefined;
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
      title: `${list.label} (${list.total > previewRows ? `${previewRows}+` : list.total})`,
      more: list.total > list.records.length,
      newLabel: list.object === 'OrderItem' || list.object === 'OpportunityLineItem' ? 'Add Products' : 'New',
      url: `/lightning/r/${this.context.objectApiName}/${this.context.recordId}/related/${list.relationship}/view`
    }));
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
    const asked: RelatedRequest = { recordId, relationships, limit: previewRows };
    try {
      const { lists } = await request<RelatedAnswer>('POST', '/lightning/related', asked);
      this.lists = lists.filter((list) => relationships.includes(list.relationship));
      this.problem = undefined;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}
