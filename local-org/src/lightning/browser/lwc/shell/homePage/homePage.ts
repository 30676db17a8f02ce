import { api, LightningElement } from 'lwc';
import type { AppModel } from '../../../../protocol/session.ts';
import { tabUrl } from '../../../services/apps.ts';
import { followLink } from '../../../services/router.ts';
import { bootstrap } from '../../../services/session.ts';

/** Home: the app's own home page where it has one, else its tabs. */
export default class HomePage extends LightningElement {
  @api app: AppModel | undefined;

  override connectedCallback(): void {
    document.title = 'Home';
  }

  get homeTab(): string | undefined {
    return this.app?.tabs.find((tab) => tab.kind === 'home' && tab.target !== '')?.name;
  }

  get greeting(): string {
    return `Welcome, ${bootstrap.user.name}`;
  }

  get subtitle(): string {
    if (!this.app) return 'You cannot see any app. An admin can give you one in a profile or permission set.';
    return this.app.description || this.app.label;
  }

  get tiles() {
    return (this.app?.tabs ?? [])
      .filter((tab) => tab.kind !== 'home')
      .map((tab) => ({ name: tab.name, label: tab.label, icon: tab.icon, url: tabUrl(tab) }));
  }

  handleOpen(event: MouseEvent): void {
    followLink(event);
  }
}
