import { api, LightningElement } from 'lwc';

/** Says what went wrong (`error`), or that something is not here (`notice`), in the place where it would have been. */
export default class ErrorPanel extends LightningElement {
  @api variant: 'error' | 'notice' = 'error';
  @api heading = '';
  @api message = '';
  @api detail = '';

  get className(): string {
    return `panel panel_${this.variant}`;
  }

  get icon(): string {
    return this.variant === 'error' ? 'utility:error' : 'utility:info';
  }

  get iconVariant(): string | undefined {
    return this.variant === 'error' ? 'error' : undefined;
  }

  get role(): string | null {
    return this.variant === 'error' ? 'alert' : null;
  }
}
