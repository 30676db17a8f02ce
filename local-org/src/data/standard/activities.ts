import { ApexDate, ApexDatetime, ApexId } from '../../kernel/scalars.js';
import { calendarOf, daysOf } from '../../runtime/date-text.js';
import type { DmlEnvironment } from '../dml/environment.js';
import type { DmlRow } from '../dml/row.js';
import { changed, get, idAt, lookUp, numberAt, set, textAt, storedText, type StandardRule } from './rule.js';

export const task: StandardRule = {
  complete(env, rows) {
    for (const row of rows) {
      const { record } = row;
      const closed = env.statuses.closedTasks.has((textAt(record, 'Status') ?? '').toLowerCase());
      if (changed(row, 'Status')) set(record, 'CompletedDateTime', closed ? new ApexDatetime(env.tx.now()) : null);
      set(record, 'IsClosed', closed);
      set(record, 'IsHighPriority', textAt(record, 'Priority') === 'High');
      setAccount(env, row);
    }
  }
};

/** Object Reference, "Event". Public suites move events by their start, and count the last day of those that last all day. */
export const event: StandardRule = {
  complete(env, rows) {
    for (const row of rows) {
      const { record } = row;
      setAccount(env, row);
      const allDay = get(record, 'IsAllDayEvent') === true;
      const start = startOf(row, allDay);
      if (!start) continue;
      set(record, 'StartDateTime', start);
      set(record, 'ActivityDateTime', start);
      set(record, 'ActivityDate', new ApexDate(Math.floor(start.ms / dayMs)));
      setEnd(row, start, allDay);
    }
  }
};

const dayMs = 86_400_000;

/** When an event begins: what the save has changed, else what was there. The days of those that last all day begin at midnight GMT. */
function startOf(row: DmlRow, allDay: boolean): ApexDatetime | undefined {
  const names = ['ActivityDateTime', 'StartDateTime', ...(allDay ? ['ActivityDate'] : [])];
  const name = names.find((one) => changed(row, one) && get(row.record, one) !== null) ?? 'StartDateTime';
  const value = get(row.record, name);
  const ms = value instanceof ApexDate ? value.days * dayMs : value instanceof ApexDatetime ? value.ms : undefined;
  return ms === undefined ? undefined : new ApexDatetime(allDay ? Math.floor(ms / dayMs) * dayMs : ms);
}

/** The end follows the start at the length that the event has, unless only the end is given or has changed. */
function setEnd(row: DmlRow, start: ApexDatetime, allDay: boolean): void {
  const { record } = row;
  const minutes = get(record, 'DurationInMinutes');
  const end = get(record, 'EndDateTime');
  const lastDay = allDay ? dayMs : 0;
  if (
    end instanceof ApexDatetime &&
    changed(row, 'EndDateTime') &&
    (minutes === null || !changed(row, 'DurationInMinutes'))
  ) {
    const endMs = allDay ? Math.floor(end.ms / dayMs) * dayMs : end.ms;
    set(record, 'EndDateTime', new ApexDatetime(endMs));
    set(record, 'DurationInMinutes', Math.round((endMs - start.ms + lastDay) / 60_000));
  } else if (typeof minutes === 'number' || allDay) {
    const length = typeof minutes === 'number' ? minutes : 24 * 60;
    set(record, 'DurationInMinutes', length);
    set(record, 'EndDateTime', new ApexDatetime(start.ms + length * 60_000 - lastDay));
  }
}

/** An activity belongs to the account that it is about: itself, or the account of the opportunity, case, contact, … */
function setAccount(env: DmlEnvironment, { record }: DmlRow): void {
  for (const field of ['WhatId', 'WhoId']) {
    const id = idAt(record, field);
    const object = id === null ? undefined : env.schema.objectByPrefix(id.slice(0, 3));
    if (!object || id === null) continue;
    const account =
      object.name === 'Account'
        ? id
        : object.fields.has('AccountId')
          ? lookUp(env, object.name, id, ['AccountId'])?.[0]
          : null;
    if (typeof account !== 'string') continue;
    set(record, 'AccountId', ApexId.parse(account) ?? null);
    return;
  }
  set(record, 'AccountId', null);
}

export const caseRule: StandardRule = {
  complete(env, rows) {
    for (const row of rows) {
      const { record } = row;
      const closed = env.statuses.closedCases.has((textAt(record, 'Status') ?? '').toLowerCase());
      set(record, 'IsClosed', closed);
      if (row.old === null) set(record, 'IsClosedOnCreate', closed);
      if (changed(row, 'Status')) set(record, 'ClosedDate', closed ? new ApexDatetime(env.tx.now()) : null);
      const contact = lookUp(env, 'Contact', idAt(record, 'ContactId') ?? '', [
        'Email',
        'Phone',
        'MobilePhone',
        'Fax',
        'AccountId'
      ]);
      const fields = ['ContactEmail', 'ContactPhone', 'ContactMobile', 'ContactFax'];
      fields.forEach((field, i) => set(record, field, storedText(contact?.[i])));
      if (get(record, 'AccountId') === null && row.old === null && typeof contact?.[4] === 'string') {
        set(record, 'AccountId', ApexId.parse(contact[4]) ?? null);
      }
    }
  }
};

export const contract: StandardRule = {
  complete(env, rows) {
    for (const row of rows) {
      const { record } = row;
      const status = env.statuses.contract.find(({ name }) => name === textAt(record, 'Status'));
      if (changed(row, 'Status')) set(record, 'StatusCode', status?.code ?? 'Draft');
      const start = get(record, 'StartDate');
      const term = numberAt(record, 'ContractTerm');
      if (start instanceof ApexDate && term) {
        const { year, month, day } = calendarOf(start.days);
        set(record, 'EndDate', new ApexDate(daysOf(year, month + term.numberValue(), day) - 1));
      }
      if (status?.code !== 'Activated' || !changed(row, 'Status')) continue;
      set(record, 'ActivatedDate', new ApexDatetime(env.tx.now()));
      set(record, 'ActivatedById', env.tx.user.id);
    }
  },
  check(env, row) {
    const code = env.statuses.contract.find(({ name }) => name === textAt(row.record, 'Status'))?.code;
    if (row.old === null && code === 'Activated') {
      row.fail(
        'FAILED_ACTIVATION',
        'Choose a valid contract status and save your changes. Ask your admin for details.',
        ['Status']
      );
    }
  }
};
