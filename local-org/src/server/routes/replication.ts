import type { ApexId } from '../../kernel/scalars.js';
import { ApexDatetime } from '../../kernel/scalars.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { restDatetime } from '../json/record-json.js';
import type { HttpResult } from '../worker/protocol.js';
import { readableObject, select } from './records.js';
import { HttpError, json, type RouteContext } from './route.js';

/** GET sobjects/<object>/deleted?start=&end=. https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_getdeleted.htm */
export function deletedRecords(context: RouteContext): HttpResult {
  const { rows, start, end } = changed(context, ' AND IsDeleted = TRUE', ' ALL ROWS');
  return json(200, {
    deletedRecords: rows.map((row) => ({ deletedDate: moment(row), id: idOf(row) })),
    earliestDateAvailable: restDatetime(new ApexDatetime(start)),
    latestDateCovered: restDatetime(new ApexDatetime(end))
  });
}

/** GET sobjects/<object>/updated?start=&end= */
export function updatedRecords(context: RouteContext): HttpResult {
  const { rows, end } = changed(context, '', '');
  return json(200, { ids: rows.map(idOf), latestDateCovered: restDatetime(new ApexDatetime(end)) });
}

const idOf = (row: SObjectValue): string => (row.fields.get('Id') as ApexId).value;

function moment(row: SObjectValue): string | null {
  const value = row.fields.get('SystemModstamp');
  return value instanceof ApexDatetime ? restDatetime(value) : null;
}

function changed({ tx, params, query }: RouteContext, condition: string, suffix: string) {
  const model = readableObject(tx, params[0] ?? '');
  if (!model.fields.has('SystemModstamp') || (suffix !== '' && !model.fields.has('IsDeleted'))) {
    throw new HttpError(400, 'INVALID_TYPE_FOR_OPERATION', `object type '${model.name}' is not replicateable`);
  }
  const start = timeOf(query.get('start'), 'start');
  const end = timeOf(query.get('end'), 'end');
  if (end <= start) throw new HttpError(400, 'INVALID_REPLICATION_DATE', 'startDate must be before endDate');
  const text = (ms: number) => new Date(ms).toISOString();
  const rows = select(
    tx,
    `SELECT Id, SystemModstamp FROM ${model.name} WHERE SystemModstamp >= ${text(start)} AND SystemModstamp <= ${text(end)}${condition}${suffix}`
  );
  return { rows, start, end };
}

function timeOf(text: string | null, name: string): number {
  const ms = Date.parse((text ?? '').replace(' ', '+').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  if (Number.isNaN(ms)) throw new HttpError(400, 'MALFORMED_QUERY', `The parameter ${name} must be a date and time`);
  return ms;
}
