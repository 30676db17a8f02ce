import amountsPeriod from '@salesforce/label/c.Handoff_BillingAmountsPeriod';
import amountsTerm from '@salesforce/label/c.Handoff_BillingAmountsTerm';
import cancelEnd from '@salesforce/label/c.Handoff_BillingCancelEnd';
import edit from '@salesforce/label/c.Handoff_BillingEdit';
import end from '@salesforce/label/c.Handoff_BillingEnd';
import endAsk from '@salesforce/label/c.Handoff_BillingEndAsk';
import endGo from '@salesforce/label/c.Handoff_BillingEndGo';
import ended from '@salesforce/label/c.Handoff_BillingEnded';
import active from '@salesforce/label/c.Handoff_BillingActive';
import everyMonths from '@salesforce/label/c.Handoff_BillingEveryMonths';
import goesOut from '@salesforce/label/c.Handoff_BillingGoesOut';
import half from '@salesforce/label/c.Handoff_BillingEveryHalf';
import last from '@salesforce/label/c.Handoff_BillingLast';
import month from '@salesforce/label/c.Handoff_BillingEveryMonth';
import next from '@salesforce/label/c.Handoff_BillingNext';
import nextNone from '@salesforce/label/c.Handoff_BillingNextNone';
import none from '@salesforce/label/c.Handoff_BillingNone';
import noneText from '@salesforce/label/c.Handoff_BillingNoneText';
import openEnd from '@salesforce/label/c.Handoff_BillingOpenEnd';
import past from '@salesforce/label/c.Handoff_BillingPast';
import pause from '@salesforce/label/c.Handoff_BillingPause';
import paused from '@salesforce/label/c.Handoff_BillingPaused';
import quarter from '@salesforce/label/c.Handoff_BillingEveryQuarter';
import resumeAll from '@salesforce/label/c.Handoff_BillingResumeAll';
import resumeSkip from '@salesforce/label/c.Handoff_BillingResumeSkip';
import set from '@salesforce/label/c.Handoff_BillingSet';
import start from '@salesforce/label/c.Handoff_BillingStart';
import terms from '@salesforce/label/c.Handoff_BillingTerms';
import timingAdvance from '@salesforce/label/c.Handoff_BillingTimingAdvance';
import timingArrears from '@salesforce/label/c.Handoff_BillingTimingArrears';
import title from '@salesforce/label/c.Handoff_BillingTitle';
import unheard from '@salesforce/label/c.Handoff_BillingUnheard';
import unheardText from '@salesforce/label/c.Handoff_BillingUnheardText';
import waits from '@salesforce/label/c.Handoff_BillingWaits';
import year from '@salesforce/label/c.Handoff_BillingEveryYear';

export const label = {
  cancelEnd,
  edit,
  end,
  endAsk,
  endGo,
  everyMonths,
  goesOut,
  last,
  next,
  nextNone,
  none,
  noneText,
  openEnd,
  past,
  pause,
  resumeAll,
  resumeSkip,
  set,
  start,
  terms,
  title,
  unheard,
  unheardText,
  waits
};

/** What the stored words are called. */
export const words: Record<string, string> = {
  Active: active,
  Paused: paused,
  Ended: ended,
  'In advance': timingAdvance,
  'In arrears': timingArrears,
  'Each period': amountsPeriod,
  'Whole term': amountsTerm
};

/** What a period of so many months is called. */
export const periods: Record<number, string> = { 1: month, 3: quarter, 6: half, 12: year };
