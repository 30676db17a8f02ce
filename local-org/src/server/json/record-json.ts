import { ApexList } from '../../kernel/collections.js';
import { ApexDatetime, ApexId } from '../../kernel/scalars.js';
import { isChildList, SObjectValue } from '../../kernel/sobject.js';
import { isScalar, scalarJson, type Json } from './to-json.js';

/**
 * A record as the REST API writes it: `attributes` first, parents nested, child lists as query results.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_query.htm
 */
export function recordJson(record: SObjectValue, apiRoot: string): { [key: string]: Json } {
  const id = record.fields.get('Id');
  const json: { [key: string]: Json } = {
    attributes:
      record.object === 'AggregateResult' || !(id instanceof ApexId)
        ? { type: record.object }
        : { type: record.object, url: `${apiRoot}/sobjects/${record.object}/${id.value}` }
  };
  for (const [name, value] of record.fields) {
    if (record.implied?.has(name)) continue;
    if (value instanceof SObjectValue) json[name] = recordJson(value, apiRoot);
    else if (value instanceof ApexList && !isChildList(value)) json[name] = value.items.map(String);
    else if (isChildList(value)) {
      const rows = value.items.filter((item) => item instanceof SObjectValue);
      json[name] =
        rows.length === 0
          ? null
          : { totalSize: rows.length, done: true, records: rows.map((row) => recordJson(row, apiRoot)) };
    } else if (value instanceof ApexDatetime) json[name] = restDatetime(value);
    else if (isScalar(value)) json[name] = scalarJson(value);
  }
  return json;
}

/** The REST API writes `+0000` where components get `Z`. */
export const restDatetime = (value: ApexDatetime): string => new Date(value.ms).toISOString().replace('Z', '+0000');
