import { api, LightningElement } from 'lwc';
import type { RelatedAnswer, RelatedListRows } from '../../../../protocol/lists.ts';
import { messageOf, request } from '../../../services/http.ts';
import { followLink, recordUrl } from '../../../services/router.ts';

/** All rows of one related list. */
export default class RelatedListPage extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';
  @api relationship = '';
  list: RelatedListRows | undefined;
  problem: string | undefined;

  override async connectedCallback(): Promise<void> {
    const { recordId, relationship } = this;
    try {
      const asked = { recordId, relationship, limit: 2000 };
      this.list = (await request<RelatedAnswer>('POST', '/lightning/related', asked)).lists[0];
      document.title = this.heading;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  get heading(): string {
    return this.list ? `${this.list.label} (${this.list.total})` : 'Related records';
  }

  get recordAddress(): string {
    return recordUrl(this.objectApiName, this.recordId);
  }

  handleLink(event: MouseEvent): void {
    followLink(event);
  }
}
