import type { Nullable } from '@salesforce/ts-types';
import caution from '@salesforce/label/c.Handoff_VerdictCaution';
import deal from '@salesforce/label/c.Handoff_ThisDeal';
import good from '@salesforce/label/c.Handoff_VerdictGood';
import handoffs from '@salesforce/label/c.Handoff_DealHandoffs';
import notSent from '@salesforce/label/c.Handoff_OrderNotSent';
import ordersOfDeal from '@salesforce/label/c.Handoff_OrdersOfDeal';
import stale from '@salesforce/label/c.Handoff_StaleFigures';
import stop from '@salesforce/label/c.Handoff_VerdictStop';
import sync from '@salesforce/label/c.Handoff_SyncToErp';
import title from '@salesforce/label/c.Handoff_OpportunityPanelTitle';
import unknown from '@salesforce/label/c.Handoff_VerdictUnknown';
import type { NoticeVariant } from 'c/notice';

export const label = {
  deal,
  handoffs,
  notSent,
  ordersOfDeal,
  stale,
  sync,
  title
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
