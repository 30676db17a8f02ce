import { LightningElement, api } from 'lwc';
import type { Nullable } from '@salesforce/ts-types';
import never from '@salesforce/label/c.Handoff_NeverUpdated';
import refresh from '@salesforce/label/c.Handoff_Refresh';
import refreshing from '@salesforce/label/c.Handoff_Refreshing';
import updated from '@salesforce/label/c.Handoff_Updated';

/** How old the figures beside it are. Fires `refresh` when the user asks for new ones. */
export default class Freshness extends LightningElement {
  /** When the ERP gave the figures; null when it never did. */
  @api updatedAt: Nullable<string> = null;
  @api canRefresh = false;
  @api refreshing = false;

  label = { never, refresh, refreshing, updated };

  /** The base component takes no ISO text. */
  get timestamp(): number | null {
    return this.updatedAt ? Date.parse(this.updatedAt) : null;
  }

  handleRefresh(): void {
    this.dispatchEvent(new CustomEvent('refresh'));
  }
}
