import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { AppModel } from '../../../../protocol/session.ts';

/** Lists the user's apps. Closes with the chosen AppModel, or undefined. */
export default class AppLauncher extends LightningModal {
  @api apps: readonly AppModel[] = [];

  get tiles() {
    return this.apps.map(({ name, label, description, brandColor }) => ({
      name,
      label,
      description,
      style: `background: ${brandColor ?? '#0176d3'}`,
      initials: label
        .split(/\s+/)
        .slice(0, 2)
        .map((word) => word[0]?.toUpperCase() ?? '')
        .join('')
    }));
  }

  get isEmpty(): boolean {
    return this.apps.length === 0;
  }

  handleChoose(event: MouseEvent): void {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    this.close(this.apps.find((app) => app.name === name));
  }
}
