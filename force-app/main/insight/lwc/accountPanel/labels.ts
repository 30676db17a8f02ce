import aging from '@salesforce/label/c.Handoff_AgingTitle';
import blocked from '@salesforce/label/c.Handoff_CustomerBlocked';
import company from '@salesforce/label/c.Handoff_GoLiveCompany';
import creditRoom from '@salesforce/label/c.Handoff_CreditRoom';
import customer from '@salesforce/label/c.Handoff_Customer';
import invoices from '@salesforce/label/c.Handoff_Invoices';
import lastPullFailed from '@salesforce/label/c.Handoff_LastPullFailed';
import noLimitRemark from '@salesforce/label/c.Handoff_NoCreditLimitRemark';
import openOrders from '@salesforce/label/c.Handoff_OpenOrders';
import overLimit from '@salesforce/label/c.Handoff_OverCreditLimit';
import payments from '@salesforce/label/c.Handoff_Payments';
import stale from '@salesforce/label/c.Handoff_StaleFigures';
import tabCount from '@salesforce/label/c.Handoff_TabCount';
import terms from '@salesforce/label/c.Handoff_Terms';
import title from '@salesforce/label/c.Handoff_AccountPanelTitle';

export const label = {
  aging,
  blocked,
  company,
  creditRoom,
  customer,
  invoices,
  lastPullFailed,
  noLimitRemark,
  openOrders,
  overLimit,
  payments,
  stale,
  tabCount,
  terms,
  title
};
