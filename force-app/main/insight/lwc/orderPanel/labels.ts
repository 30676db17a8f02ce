import checkAgain from '@salesforce/label/c.Handoff_CheckAgain';
import draft from '@salesforce/label/c.Handoff_OrderDraft';
import draftText from '@salesforce/label/c.Handoff_OrderDraftText';
import erpStatus from '@salesforce/label/c.Handoff_OrderErpStatus';
import invoiceNumber from '@salesforce/label/c.Handoff_InvoiceNumber';
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
import remaining from '@salesforce/label/c.Handoff_Remaining';
import status from '@salesforce/label/c.Handoff_Status';
import stillOnItsWay from '@salesforce/label/c.Handoff_OrderStillOnItsWay';
import sync from '@salesforce/label/c.Handoff_SyncToErp';
import title from '@salesforce/label/c.Handoff_OrderPanelTitle';
import total from '@salesforce/label/c.Handoff_Total';
import watching from '@salesforce/label/c.Handoff_OrderWatching';

export const label = {
  checkAgain,
  draft,
  draftText,
  erpStatus,
  invoiceNumber,
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
  remaining,
  status,
  stillOnItsWay,
  sync,
  title,
  total,
  watching
};
