import { api, LightningElement } from 'lwc';
import type { TabPageModel } from '../../../../protocol/pages.ts';
import { messageOf } from '../../../services/http.ts';
import { tabPageModel } from '../../../services/page-models.ts';

/** The page of a tab that shows a component or an app page. */
export default class TabPage extends LightningElement {
  @api tabName = '';
  model: TabPageModel | undefined;
  problem: string | undefined;

  override async connectedCallback(): Promise<void> {
    try {
      this.model = await tabPageModel(this.tabName);
      document.title = this.model.label;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  get isLoading(): boolean {
    return !this.model && !this.problem;
  }
}
