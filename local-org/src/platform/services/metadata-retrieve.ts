import { ApexList } from '../../kernel/collections.js';
import type { ApexEnumValue, ApexObject, ApexValue } from '../../kernel/object.js';
import { SObjectValue } from '../../kernel/sobject.js';
import type { Transaction } from '../../kernel/services.js';
import type { ApexType } from '../../kernel/types.js';
import type { FieldModel, ObjectModel } from '../../schema/model.js';
import { dataObject, valuesOf } from '../data-class.js';
import { readMetadata } from './metadata-reader.js';

const valueType: ApexType = { kind: 'platform', name: 'Metadata.CustomMetadataValue', args: [] };

/** Metadata.Operations.retrieve: what there is of these components, in the order of their names. */
export function retrieve(tx: Transaction, type: ApexEnumValue, fullNames: ApexList): ApexObject[] {
  const find = type.name === 'Layout' ? layout : customMetadata;
  return fullNames.items.flatMap((name) => find(tx, String(name)) ?? []);
}

/** A page layout of the project's: `Account-Account Layout`. */
function layout(tx: Transaction, fullName: string): ApexObject | undefined {
  const found = tx.org.metadata.pageLayout(fullName);
  if (!found) return undefined;
  const made = readMetadata('Metadata.Layout', found.xml);
  valuesOf(made).set('fullName', found.name);
  return made;
}

/** The object and the record that a full name of custom metadata means: `Type.Record` or `Type__mdt.Record`. */
export function namedRecord(tx: Transaction, fullName: string): { object: ObjectModel; record: string } | undefined {
  const [type = '', record = ''] = fullName.split('.');
  const object = tx.org.schema.object(`${type.replace(/__mdt$/i, '')}__mdt`);
  return object?.kind === 'customMetadata' && record !== '' ? { object, record } : undefined;
}

/** The fields that a record of custom metadata holds, by the path under which a query reads what its file says. */
function heldFields(tx: Transaction, object: ObjectModel): [FieldModel, string][] {
  return [...object.fields.values()]
    .filter(({ custom }) => custom)
    .map((field) => {
      const target = tx.org.schema.object(field.referenceTo?.[0] ?? '');
      const named = target?.kind === 'customMetadata' && field.relationshipName !== undefined;
      return [field, named ? `${field.relationshipName}.DeveloperName` : field.name];
    });
}

function customMetadata(tx: Transaction, fullName: string): ApexObject | undefined {
  const named = namedRecord(tx, fullName);
  if (!named) return undefined;
  const { object, record } = named;
  const fields = heldFields(tx, object);
  const paths = ['DeveloperName', 'NamespacePrefix', 'MasterLabel', ...fields.map(([, path]) => path)];
  const soql = `SELECT ${paths.join(', ')} FROM ${object.name} WHERE DeveloperName = :name OR QualifiedApiName = :name`;
  const query = tx.data.parse(tx, soql);
  const [row] = tx.data.locate(tx, query, () => record, { mode: 'system', sharing: false });
  if (!row) return undefined;
  const values = fields.map(([{ name }, path]) =>
    dataObject('Metadata.CustomMetadataValue', { field: name, value: valueAt(row, path) })
  );
  return dataObject('Metadata.CustomMetadata', {
    fullName: `${object.name.replace(/__mdt$/i, '')}.${record}`,
    label: row.fields.get('MasterLabel') ?? null,
    description: null,
    protected_x: false,
    values: new ApexList(valueType, values)
  });
}

function valueAt(row: SObjectValue, path: string): ApexValue {
  const [first = '', next] = path.split('.');
  const value = row.fields.get(first) ?? null;
  return next !== undefined && value instanceof SObjectValue ? (value.fields.get(next) ?? null) : value;
}
