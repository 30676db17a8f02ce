import { api, LightningElement } from 'lwc';
import type { PageComponent } from '../../../../protocol/pages.ts';
import type { RecordContext } from '../../../services/record-context.ts';

export interface PageTab {
  readonly id: string;
  readonly label: string;
  readonly active: boolean;
  readonly body: readonly PageComponent[];
}

/** flexipage:tabset. A tab's components are made when the tab is opened first. */
export default class PageTabs extends LightningElement {
  @api tabs: readonly PageTab[] = [];
  @api context: RecordContext | undefined;

  get activeTab(): string | undefined {
    return (this.tabs.find((tab) => tab.active) ?? this.tabs[0])?.id;
  }
}
