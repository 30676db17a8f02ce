import { LightningElement, api } from 'lwc';
import type { Nullable } from '@salesforce/ts-types';
import type { OrderPanel } from 'apex/OrderPanelController';
import none from '@salesforce/label/c.Handoff_TimelineNone';
import title from '@salesforce/label/c.Handoff_TimelineTitle';

type Entry = NonNullable<OrderPanel['timeline']>[number];

const ICONS: Record<string, string> = {
  state: 'utility:sync',
  order: 'utility:cart',
  invoice: 'utility:page',
  payment: 'utility:moneybag'
};

/** What happened to one order, from the handoff to the payment, in the order the server gives it. */
export default class Timeline extends LightningElement {
  @api entries: Nullable<Entry[]> = [];

  label = { none, title };

  get isEmpty(): boolean {
    return (this.entries ?? []).length === 0;
  }

  get rows() {
    return (this.entries ?? []).map((entry, index) => ({
      ...entry,
      key: index,
      icon: ICONS[entry.kind ?? ''] ?? 'utility:record',
      text: entry.message || entry.toState
    }));
  }
}
