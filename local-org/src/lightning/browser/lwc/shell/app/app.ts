import { LightningElement } from 'lwc';
import type { AppModel } from '../../../../protocol/session.ts';
import { chooseApp, currentApp, tabUrl } from '../../../services/apps.ts';
import { editNewRecord } from '../../../services/record-windows.ts';
import { currentPage, onNavigation, open } from '../../../services/router.ts';
import type { PageReference } from '../../../services/page-reference.ts';
import { REFRESH_EVENT, refreshView } from '../../../services/refresh.ts';
import { routeOf, type Route } from '../../../services/route.ts';

/** The shell: header, tabs, the page of the address, toasts. */
export default class App extends LightningElement {
  page: PageReference = currentPage();
  app: AppModel | undefined = currentApp(this.page);
  private stop: (() => void) | undefined;

  override connectedCallback(): void {
    this.stop = onNavigation((page) => {
      this.page = page;
      this.openNewRecord(page);
    });
    addEventListener(REFRESH_EVENT, refreshView);
  }

  override disconnectedCallback(): void {
    this.stop?.();
    removeEventListener(REFRESH_EVENT, refreshView);
  }

  get appName(): string {
    return this.app?.name ?? '';
  }

  /** One route, as a list, so that its key makes a new page component for each address. */
  get routes(): readonly Route[] {
    return [routeOf(this.page)];
  }

  handleSkip(): void {
    this.template?.querySelector('main')?.focus();
  }

  handleChooseApp(event: CustomEvent<AppModel>): void {
    this.app = event.detail;
    chooseApp(event.detail.name);
    const [first] = event.detail.tabs;
    open(first ? tabUrl(first) : '/lightning/page/home');
  }

  /** `/lightning/o/X/new` shows the list with the form over it. */
  private openNewRecord(page: PageReference): void {
    const { objectApiName, actionName } = page.attributes;
    if (page.type === 'standard__objectPage' && actionName === 'new' && objectApiName) {
      void editNewRecord(objectApiName);
    }
  }
}
