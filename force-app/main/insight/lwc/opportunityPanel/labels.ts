import type { Nullable } from '@salesforce/ts-types';
import balance from '@salesforce/label/c.Handoff_Balance';
import caution from '@salesforce/label/c.Handoff_VerdictCaution';
import checkAgain from '@salesforce/label/c.Handoff_CheckAgain';
import creditLimit from '@salesforce/label/c.Handoff_CreditLimit';
import deal from '@salesforce/label/c.Handoff_ThisDeal';
import good from '@salesforce/label/c.Handoff_VerdictGood';
import handoffs from '@salesforce/label/c.Handoff_DealHandoffs';
import noLimit from '@salesforce/label/c.Handoff_NoCreditLimit';
import notSent from '@salesforce/label/c.Handoff_OrderNotSent';
import ordersOfDeal from '@salesforce/label/c.Handoff_OrdersOfDeal';
import pastDue from '@salesforce/label/c.Handoff_PastDue';
import policies from '@salesforce/label/c.Handoff_PoliciesTitle';
import stale from '@salesforce/label/c.Handoff_StaleFigures';
import stillOnItsWay from '@salesforce/label/c.Handoff_OrderStillOnItsWay';
import stop from '@salesforce/label/c.Handoff_VerdictStop';
import sync from '@salesforce/label/c.Handoff_SyncToErp';
import title from '@salesforce/label/c.Handoff_OpportunityPanelTitle';
import unknown from '@salesforce/label/c.Handoff_VerdictUnknown';
import watching from '@salesforce/label/c.Handoff_OrderWatching';
import type { NoticeVariant } from 'c/notice';

export const label = {
  balance,
  checkAgain,
  creditLimit,
  deal,
  handoffs,
  noLimit,
  notSent,
  ordersOfDeal,
  pastDue,
  policies,
  stale,
  stillOnItsWay,
  sync,
  title,
  watching
};

const UNKNOWN: { text: string; variant: NoticeVariant } = { text: unknown, variant: 'info' };

const VERDICTS: Record<string, { text: string; variant: NoticeVariant }> = {
  good: { text: good, variant: 'success' },
  caution: { text: caution, variant: 'warning' },
  stop: { text: stop, variant: 'error' }
};

/** The verdict in words, and the banner that carries it. */
export function verdictOf(verdict: Nullable<string>): { text: string; variant: NoticeVariant } {
  return VERDICTS[verdict ?? ''] ?? UNKNOWN;
}
