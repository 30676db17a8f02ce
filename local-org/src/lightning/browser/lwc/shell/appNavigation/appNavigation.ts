import { api, LightningElement } from 'lwc';
import AppLauncher from '../appLauncher/appLauncher.ts';
import type { AppModel } from '../../../../protocol/session.ts';
import { tabOf, tabUrl } from '../../../services/apps.ts';
import type { PageReference } from '../../../services/page-reference.ts';
import { followLink } from '../../../services/router.ts';
import { bootstrap } from '../../../services/session.ts';

/** App launcher, the app's name, and its tabs. Fires `chooseapp` with the AppModel. */
export default class AppNavigation extends LightningElement {
  @api app: AppModel | undefined;
  @api page: PageReference | undefined;
  dots = Array.from({ length: 9 }, (_, index) => index);

  get appLabel(): string {
    return this.app?.label ?? 'No app';
  }

  get brandStyle(): string {
    return this.app?.brandColor ? `--shell-brand: ${this.app.brandColor}` : '';
  }

  get tabs() {
    const active = this.page && tabOf(this.app, this.page);
    return (this.app?.tabs ?? []).map((tab) => ({
      name: tab.name,
      label: tab.label,
      url: tabUrl(tab),
      className: tab.name === active?.name ? 'tab tab_active' : 'tab',
      current: tab.name === active?.name ? 'page' : null
    }));
  }

  handleTab(event: MouseEvent): void {
    followLink(event);
  }

  async handleLauncher(): Promise<void> {
    const chosen = await AppLauncher.open({ label: 'App Launcher', size: 'medium', apps: bootstrap.apps });
    if (chosen) this.dispatchEvent(new CustomEvent('chooseapp', { detail: chosen }));
  }
}
