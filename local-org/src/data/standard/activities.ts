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

export const event: StandardRule = {
  complete(env, rows) {
    for (const row of rows) {
      const { record } = row;
      setAccount(env, row);
      const start = get(record, 'ActivityDateTime') ?? get(record, 'StartDateTime');
      const minutes = get(record, 'DurationInMinutes');
      if (!(start instanceof ApexDatetime)) continue;
      set(record, 'StartDateTime', start);
      set(record, 'ActivityDateTime', start);
      set(record, 'ActivityDate', new ApexDate(Math.floor(start.ms / 86_400_000)));
      if (typeof minutes === 'number') set(record, 'EndDateTime', new ApexDatetime(start.ms + minutes * 60_000));
      const end = get(record, 'EndDateTime');
      if (minutes === null && end instanceof ApexDatetime)
        set(record, 'DurationInMinutes', Math.round((end.ms - start.ms) / 60_000));
    }
  }
};

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
