import { LightningElement, api } from 'lwc';
import type { Nullable } from '@salesforce/ts-types';
import amounts from '@salesforce/label/c.Handoff_BillingAmounts';
import amountsHelp from '@salesforce/label/c.Handoff_BillingAmountsHelp';
import amountsPeriod from '@salesforce/label/c.Handoff_BillingAmountsPeriod';
import amountsTerm from '@salesforce/label/c.Handoff_BillingAmountsTerm';
import day from '@salesforce/label/c.Handoff_BillingDay';
import dayHelp from '@salesforce/label/c.Handoff_BillingDayHelp';
import every from '@salesforce/label/c.Handoff_BillingEvery';
import firstPart from '@salesforce/label/c.Handoff_BillingFirstPart';
import firstPartDays from '@salesforce/label/c.Handoff_BillingFirstPartDays';
import firstPartFull from '@salesforce/label/c.Handoff_BillingFirstPartFull';
import from from '@salesforce/label/c.Handoff_BillingFrom';
import half from '@salesforce/label/c.Handoff_BillingEveryHalf';
import last from '@salesforce/label/c.Handoff_BillingLast';
import lastHelp from '@salesforce/label/c.Handoff_BillingLastHelp';
import month from '@salesforce/label/c.Handoff_BillingEveryMonth';
import preview from '@salesforce/label/c.Handoff_BillingPreview';
import quarter from '@salesforce/label/c.Handoff_BillingEveryQuarter';
import times from '@salesforce/label/c.Handoff_BillingTimes';
import timing from '@salesforce/label/c.Handoff_BillingTiming';
import timingAdvance from '@salesforce/label/c.Handoff_BillingTimingAdvance';
import timingArrears from '@salesforce/label/c.Handoff_BillingTimingArrears';
import year from '@salesforce/label/c.Handoff_BillingEveryYear';
import type { BillingDesk } from 'apex/BillingDesk';

export type Terms = NonNullable<BillingDesk['terms']>;

const NUMBERS = new Set(['months', 'times', 'day']);

/** The terms of a billing schedule as a form; says what they are when a person wants to see the invoices. */
export default class BillingTerms extends LightningElement {
  @api terms: Nullable<Terms> = null;
  @api disabled = false;

  label = { amounts, amountsHelp, day, dayHelp, every, firstPart, from, last, lastHelp, preview, times, timing };
  periods = [
    { label: month, value: '1' },
    { label: quarter, value: '3' },
    { label: half, value: '6' },
    { label: year, value: '12' }
  ];
  timings = [
    { label: timingAdvance, value: 'In advance' },
    { label: timingArrears, value: 'In arrears' }
  ];
  firstParts = [
    { label: firstPartDays, value: 'By days' },
    { label: firstPartFull, value: 'In full' }
  ];
  prices = [
    { label: amountsPeriod, value: 'Each period' },
    { label: amountsTerm, value: 'Whole term' }
  ];
  private changed: Partial<Record<string, string | number | null>> = {};

  handleChange(event: CustomEvent<{ value: string }>): void {
    const name = (event.currentTarget as HTMLElement).dataset.name ?? '';
    const value = event.detail.value || null;
    this.changed = { ...this.changed, [name]: NUMBERS.has(name) && value !== null ? Number(value) : value };
  }

  handlePreview(): void {
    this.dispatchEvent(new CustomEvent<Terms>('terms', { detail: this.current }));
  }

  get current(): Terms {
    return { ...this.terms, ...this.changed } as Terms;
  }

  get months(): string {
    return String(this.current.months ?? 1);
  }
}
