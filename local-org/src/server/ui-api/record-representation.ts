import { createHash } from 'node:crypto';
import { ApexDatetime, ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { MASTER_RECORD_TYPE_ID, type FieldValue, type RecordRepresentation } from '../../lightning/protocol.js';
import { isScalar, scalarJson } from '../json/to-json.js';
import { displayValue } from './display-value.js';
import type { FieldTree } from './field-tree.js';

/** Fields that each record carries beside the asked ones, as far as its object has them. */
export const systemFields = ['Id', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp', 'CurrencyIsoCode'];

/** A queried row in the shape of the UI API. */
export function representation(tx: Transaction, row: SObjectValue, tree: FieldTree): RecordRepresentation {
  const fields: Record<string, FieldValue> = {};
  const code = row.fields.get('CurrencyIsoCode');
  const currency = typeof code === 'string' ? code : null;
  for (const [name, field] of tree.fields) {
    const value = row.fields.get(name) ?? null;
    if (!isScalar(value)) continue;
    const plain = scalarJson(value);
    fields[name] = {
      value: plain as FieldValue['value'],
      displayValue: displayValue(value, field, tx.user, currency)
    };
  }
  for (const [name, { tree: parentTree }] of tree.parents) {
    const parent = row.fields.get(name);
    if (!(parent instanceof SObjectValue)) {
      fields[name] = { value: null, displayValue: null };
      continue;
    }
    const title = parent.fields.get(parentTree.object.nameField);
    fields[name] = {
      value: representation(tx, parent, parentTree),
      displayValue: typeof title === 'string' ? title : null
    };
  }
  const modified = row.fields.get('LastModifiedDate');
  const stamp = row.fields.get('SystemModstamp');
  const modifiedBy = row.fields.get('LastModifiedById');
  const id = row.fields.get('Id');
  return {
    id: id instanceof ApexId ? id.value : '',
    apiName: row.object,
    childRelationships: {},
    eTag: createHash('sha1').update(JSON.stringify(fields)).digest('hex'),
    fields,
    lastModifiedById: modifiedBy instanceof ApexId ? modifiedBy.value : null,
    lastModifiedDate: modified instanceof ApexDatetime ? new Date(modified.ms).toISOString() : null,
    recordTypeId: MASTER_RECORD_TYPE_ID,
    recordTypeInfo: null,
    systemModstamp: stamp instanceof ApexDatetime ? new Date(stamp.ms).toISOString() : null,
    weakEtag: modified instanceof ApexDatetime ? modified.ms : 0
  };
}
