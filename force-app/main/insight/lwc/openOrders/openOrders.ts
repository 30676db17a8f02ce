import { LightningElement, api } from 'lwc';
import type { Nullable } from '@salesforce/ts-types';
import type { AccountPanel } from 'apex/AccountPanelController';
import date from '@salesforce/label/c.Handoff_Date';
import none from '@salesforce/label/c.Handoff_OpenOrdersNone';
import orderNumber from '@salesforce/label/c.Handoff_OrderNumber';
import status from '@salesforce/label/c.Handoff_Status';
import total from '@salesforce/label/c.Handoff_Total';

type OpenOrder = NonNullable<AccountPanel['openOrders']>[number];

/** Orders the ERP has accepted and not yet invoiced; one that came from Salesforce links to its Order. */
export default class OpenOrders extends LightningElement {
  @api orders: Nullable<OpenOrder[]> = [];

  label = { date, none, orderNumber, status, total };

  get isEmpty(): boolean {
    return (this.orders ?? []).length === 0;
  }
}
