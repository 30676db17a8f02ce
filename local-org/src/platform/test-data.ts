import { ApexList } from '../kernel/collections.js';
import type { ApexValue } from '../kernel/object.js';
import { ApexDate, ApexDatetime, ApexId } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';
import { sobjectType, typeName } from '../kernel/types.js';
import { parseIsoDate, parseIsoDatetime, parsePlainDatetime } from '../runtime/date-parse.js';
import { nullPointer, sobjectException, typeException } from '../runtime/exceptions.js';
import { fieldValueType } from '../schema/field-types.js';
import type { FieldModel } from '../schema/model.js';
import { parseCsv } from './csv.js';
import { parseDecimal, parseInteger } from './number-parsing.js';

/** Test.loadData: inserts the rows of a static resource in CSV form. The header names fields; an Id column only links the rows. */
export function loadRecords(tx: Transaction, object: string, resourceName: string): ApexList<SObjectValue> {
  const resource = tx.org.metadata.staticResource(resourceName);
  // A public suite expects this exception.
  if (!resource) throw nullPointer();
  const [header = [], ...rows] = parseCsv(new TextDecoder().decode(resource.body).replace(/^\ufeff/, ''));
  const fields = header.map((name) => {
    const field = tx.org.schema.field(object, name.trim());
    if (!field) throw sobjectException(`Invalid field ${name} for ${object}`);
    return field;
  });
  const records = rows.map((row) => {
    const record = new SObjectValue(object);
    fields.forEach((field, i) => {
      const text = row[i] ?? '';
      if (text !== '' && field.name !== 'Id') record.fields.set(field.name, valueOfText(field, text));
    });
    return record;
  });
  tx.data.dml(tx, 'insert', records, { access: { mode: 'system', sharing: false }, allOrNone: true });
  return new ApexList(sobjectType(object), records);
}

function valueOfText(field: FieldModel, text: string): ApexValue {
  switch (typeName(fieldValueType(field))) {
    case 'Boolean':
      return text.toLowerCase() === 'true' || text === '1';
    case 'Integer':
      return parseInteger(text);
    case 'Decimal':
      return parseDecimal(text);
    case 'Date': {
      const days = parseIsoDate(text);
      if (days === undefined) throw typeException(`Invalid date: ${text}`);
      return new ApexDate(days);
    }
    case 'Datetime': {
      const ms = parseIsoDatetime(text) ?? parsePlainDatetime(text);
      if (ms === undefined) throw typeException(`Invalid date/time: ${text}`);
      return new ApexDatetime(ms);
    }
    case 'Id':
      return ApexId.parse(text) ?? null;
    default:
      return text;
  }
}
