import draft from '@salesforce/label/c.Handoff_OrderDraft';
import draftText from '@salesforce/label/c.Handoff_OrderDraftText';
import erpStatus from '@salesforce/label/c.Handoff_OrderErpStatus';
import invoices from '@salesforce/label/c.Handoff_Invoices';
import notConnected from '@salesforce/label/c.Handoff_NotConnected';
import notConnectedText from '@salesforce/label/c.Handoff_NotConnectedText';
import notSent from '@salesforce/label/c.Handoff_OrderNotSent';
import notSentText from '@salesforce/label/c.Handoff_OrderNotSentText';
import otherPoint from '@salesforce/label/c.Handoff_OrderOtherPoint';
import otherPointNone from '@salesforce/label/c.Handoff_OrderOtherPointNone';
import otherPointNothing from '@salesforce/label/c.Handoff_OrderOtherPointNothing';
import otherPointText from '@salesforce/label/c.Handoff_OrderOtherPointText';
import promises from '@salesforce/label/c.Handoff_PromisesBroken';
import related from '@salesforce/label/c.Handoff_OrderRelated';
import sync from '@salesforce/label/c.Handoff_SyncToErp';
import title from '@salesforce/label/c.Handoff_OrderPanelTitle';

export const label = {
  draft,
  draftText,
  erpStatus,
  invoices,
  notConnected,
  notConnectedText,
  notSent,
  notSentText,
  otherPoint,
  otherPointNone,
  otherPointNothing,
  otherPointText,
  promises,
  related,
  sync,
  title
};
