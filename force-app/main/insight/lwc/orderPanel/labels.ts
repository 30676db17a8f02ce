import checkAgain from '@salesforce/label/c.Handoff_CheckAgain';
import delivered from '@salesforce/label/c.Handoff_OrderDelivered';
import deliveredUnnumbered from '@salesforce/label/c.Handoff_OrderDeliveredUnnumbered';
import draft from '@salesforce/label/c.Handoff_OrderDraft';
import draftText from '@salesforce/label/c.Handoff_OrderDraftText';
import erpStatus from '@salesforce/label/c.Handoff_OrderErpStatus';
import held from '@salesforce/label/c.Handoff_OrderHeld';
import invoiceNumber from '@salesforce/label/c.Handoff_InvoiceNumber';
import invoices from '@salesforce/label/c.Handoff_Invoices';
import nextAttempt from '@salesforce/label/c.Handoff_OrderNextAttempt';
import notConnected from '@salesforce/label/c.Handoff_NotConnected';
import notConnectedText from '@salesforce/label/c.Handoff_NotConnectedText';
import notSent from '@salesforce/label/c.Handoff_OrderNotSent';
import notSentText from '@salesforce/label/c.Handoff_OrderNotSentText';
import cancelled from '@salesforce/label/c.Handoff_OrderCancelled';
import otherPoint from '@salesforce/label/c.Handoff_OrderOtherPoint';
import otherPointText from '@salesforce/label/c.Handoff_OrderOtherPointText';
import planned from '@salesforce/label/c.Handoff_OrderPlanned';
import promises from '@salesforce/label/c.Handoff_PromisesBroken';
import refused from '@salesforce/label/c.Handoff_OrderRejected';
import remaining from '@salesforce/label/c.Handoff_Remaining';
import retry from '@salesforce/label/c.Handoff_Retry';
import sending from '@salesforce/label/c.Handoff_OrderSending';
import status from '@salesforce/label/c.Handoff_Status';
import stillOnItsWay from '@salesforce/label/c.Handoff_OrderStillOnItsWay';
import superseded from '@salesforce/label/c.Handoff_OrderSuperseded';
import sync from '@salesforce/label/c.Handoff_SyncToErp';
import title from '@salesforce/label/c.Handoff_OrderPanelTitle';
import total from '@salesforce/label/c.Handoff_Total';
import unknown from '@salesforce/label/c.Handoff_OrderUnknown';
import waiting from '@salesforce/label/c.Handoff_OrderWaiting';
import watching from '@salesforce/label/c.Handoff_OrderWatching';

export const label = {
  checkAgain,
  delivered,
  deliveredUnnumbered,
  draft,
  draftText,
  erpStatus,
  invoiceNumber,
  invoices,
  nextAttempt,
  notConnected,
  notConnectedText,
  notSent,
  notSentText,
  otherPoint,
  otherPointText,
  promises,
  remaining,
  retry,
  status,
  stillOnItsWay,
  sync,
  title,
  total,
  watching
};

/** One sentence for each state of the order's outbox item; Delivered names the ERP's number and is made elsewhere. */
export const stateSentences: Record<string, string> = {
  Planned: planned,
  Ready: planned,
  Held: held,
  Sending: sending,
  Waiting: waiting,
  Rejected: refused,
  Unknown: unknown,
  Superseded: superseded,
  Cancelled: cancelled
};
