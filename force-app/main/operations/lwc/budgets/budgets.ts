import { LightningElement, api } from 'lwc';
import budgetOpen from '@salesforce/label/c.Handoff_SwitchBudgetOpen';
import budgets from '@salesforce/label/c.Handoff_SwitchBudgets';
import budgetUsed from '@salesforce/label/c.Handoff_SwitchBudgetUsed';
import calls from '@salesforce/label/c.Handoff_BudgetCalls';
import callsHelp from '@salesforce/label/c.Handoff_BudgetCallsHelp';
import days from '@salesforce/label/c.Handoff_BudgetDays';
import eventDays from '@salesforce/label/c.Handoff_SwitchEventDays';
import jobs from '@salesforce/label/c.Handoff_BudgetJobs';
import jobsHelp from '@salesforce/label/c.Handoff_BudgetJobsHelp';
import question from '@salesforce/label/c.Handoff_BudgetQuestion';
import save from '@salesforce/label/c.Handoff_BudgetSave';
import storage from '@salesforce/label/c.Handoff_BudgetStorage';
import storageHelp from '@salesforce/label/c.Handoff_BudgetStorageHelp';
import type { Budget, Switchboard } from 'apex/OperationsController';
import { fill } from 'c/text';

/** What a day may use; null for no limit of the admin's own. */
export interface Limits {
  dailyCalls: number | null;
  dailyJobs: number | null;
  eventDays: number | null;
  storageReserve: number | null;
}

interface BudgetRow extends Budget {
  text: string;
}

/** What is used of the day's budgets, and the admin's own limits: says `budgets` once he is sure that less may be sent. */
export default class Budgets extends LightningElement {
  label = { budgets, calls, callsHelp, days, jobs, jobsHelp, question, save, storage, storageHelp };
  isAsking = false;
  limits: Limits = { dailyCalls: null, dailyJobs: null, eventDays: null, storageReserve: null };
  private current: Switchboard | null = null;

  @api
  get board(): Switchboard | null {
    return this.current;
  }

  set board(value: Switchboard | null) {
    this.current = value;
    this.limits = {
      dailyCalls: value?.dailyCalls ?? null,
      dailyJobs: value?.dailyJobs ?? null,
      eventDays: value?.eventDays ?? null,
      storageReserve: value?.storageReserve ?? null
    };
  }

  handleChange(event: CustomEvent<{ value: string }>): void {
    const name = (event.currentTarget as HTMLElement).dataset.name ?? '';
    this.limits = { ...this.limits, [name]: event.detail.value ? Number(event.detail.value) : null };
  }

  /** A limit can stop what is sent today; without one nothing is stopped. */
  handleSave(): void {
    if (this.limits.dailyCalls === null && this.limits.dailyJobs === null) this.tell();
    else this.isAsking = true;
  }

  handleConfirm(): void {
    this.isAsking = false;
    this.tell();
  }

  handleKeep(): void {
    this.isAsking = false;
  }

  private tell(): void {
    this.dispatchEvent(new CustomEvent<Limits>('budgets', { detail: this.limits }));
  }

  get rows(): BudgetRow[] {
    return (this.current?.budgets ?? []).map((budget) => ({
      ...budget,
      text: budget.allowed == null ? fill(budgetOpen, budget.used) : fill(budgetUsed, budget.used, budget.allowed)
    }));
  }

  get daysText(): string {
    return fill(eventDays, this.current?.eventDays);
  }
}
