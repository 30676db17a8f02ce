import { api, LightningElement } from 'lwc';
import type { FieldDisplay } from '../../../services/fields.ts';
import { followLink } from '../../../services/router.ts';
import { bootstrap } from '../../../services/session.ts';

/** Shows the value of a field. Nothing for an empty one. */
export default class FieldOutput extends LightningElement {
  @api display: FieldDisplay = { kind: 'empty', value: null };

  /** Moments are shown in the user's time zone, whatever the browser's is. */
  timeZone = bootstrap.user.timeZone;

  get is(): Readonly<Record<string, boolean>> {
    return { [this.display.kind]: true };
  }

  get isText(): boolean {
    return this.display.kind === 'text' || this.display.kind === 'percent';
  }

  get checkIcon(): string {
    return this.display.value === true ? 'utility:check' : 'utility:steps';
  }

  get checkText(): string {
    return this.display.value === true ? 'True' : 'False';
  }

  handleLink(event: MouseEvent): void {
    followLink(event);
  }
}
