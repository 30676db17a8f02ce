import type { Transaction } from '../../kernel/services.js';
import type { MetadataComponent, MetadataSource, XmlNode } from '../../lightning/metadata-source.js';
import type { ObjectModel } from '../../schema/model.js';
import { text } from '../../schema/xml.js';
import { quote } from '../routes/records.js';
import { HttpError } from '../routes/route.js';

/** The list views of an object in the project, named `Object.View`. */
export function listViews(metadata: MetadataSource, model: ObjectModel): readonly MetadataComponent[] {
  const prefix = `${model.name.toLowerCase()}.`;
  return metadata.components('ListView').filter((view) => view.name.toLowerCase().startsWith(prefix));
}

const comparisons: Readonly<Record<string, string>> = {
  equals: '=',
  notEqual: '!=',
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>='
};

/**
 * The condition of a list view's filters, all of which must hold. `scope` `Mine` keeps the user's own records. Columns are
 * written as field names or, for standard fields, as `OBJECT.NAME`.
 */
export function listViewCondition(
  tx: Transaction,
  model: ObjectModel,
  filters: readonly XmlNode[],
  scope: string | undefined
): string {
  const parts = filters.map((filter) => condition(tx, model, filter));
  if (scope === 'Mine') parts.push(`OwnerId = ${quote(tx.user.id.value)}`);
  return parts.join(' AND ');
}

function condition(tx: Transaction, model: ObjectModel, filter: XmlNode): string {
  const column = text(filter, 'field') ?? '';
  const name = column.slice(column.lastIndexOf('.') + 1);
  const field = tx.org.schema.field(model.name, name) ?? tx.org.schema.field(model.name, name.replace(/_/g, ''));
  const operation = text(filter, 'operation') ?? '';
  if (!field)
    throw new HttpError(400, 'INVALID_FIELD', `The list view filters by ${column}, which ${model.name} lacks`);
  const values = (text(filter, 'value') ?? '').split(',').map((one) => one.trim());
  const number = ['int', 'double', 'currency', 'percent', 'date', 'datetime'].includes(field.type);
  const literal = (value: string) => {
    if (value === '') return 'null';
    if (field.type === 'boolean') return value === '1' || value.toLowerCase() === 'true' ? 'true' : 'false';
    return number ? value.replace(/[^\w.:+-]/g, '') : quote(value);
  };
  const any = (make: (value: string) => string, joint: string) => `(${values.map(make).join(` ${joint} `)})`;
  switch (operation) {
    case 'contains':
      return any((value) => `${field.name} LIKE ${quote(`%${value}%`)}`, 'OR');
    case 'startsWith':
      return any((value) => `${field.name} LIKE ${quote(`${value}%`)}`, 'OR');
    case 'notContain':
      return any((value) => `(NOT ${field.name} LIKE ${quote(`%${value}%`)})`, 'AND');
    default: {
      const sign = comparisons[operation];
      if (!sign) throw new HttpError(400, 'INVALID_FILTER', `The local org does not support the filter '${operation}'`);
      return any((value) => `${field.name} ${sign} ${literal(value)}`, operation === 'notEqual' ? 'AND' : 'OR');
    }
  }
}
