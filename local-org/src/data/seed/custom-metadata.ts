import type { ApexValue } from '../../kernel/object.js';
import type { ObjectModel } from '../../schema/model.js';
import { nameParts } from '../../schema/own-namespace.js';
import { SchemaError } from '../../schema/schema-error.js';
import { children, text } from '../../schema/xml.js';
import { familyOf } from '../translate/encoding.js';
import { parseFilterValue } from '../translate/filter-value.js';
import { stableId, type RowFields } from '../store/system-rows.js';
import type { SeedParts } from './seed.js';

/** Rows of the project's custom metadata records: `Type.Record.md-meta.xml`. */
export function seedCustomMetadata(parts: SeedParts): void {
  const { schema, metadata, declare, forgetFiled, problems } = parts;
  const { namespace } = schema;
  for (const object of schema.objects()) if (object.kind === 'customMetadata') forgetFiled(object.name);
  for (const { name, file, xml } of metadata.components('CustomMetadata')) {
    const [type = '', own = ''] = name.split('.');
    const record = namespace.bare(own);
    const object = schema.object(`${type}__mdt`);
    if (!object) {
      problems.push(new SchemaError(file, `There is no custom metadata type ${type}__mdt.`));
      continue;
    }
    const label = text(xml, 'label') ?? record;
    const fields: Record<string, ApexValue> = {
      DeveloperName: record,
      MasterLabel: label,
      Label: label,
      QualifiedApiName: namespace.prefixed(record),
      Language: 'en_US'
    };
    for (const node of children(xml, 'values')) {
      const field = schema.field(object.name, text(node, 'field') ?? '');
      if (!field) {
        problems.push(new SchemaError(file, `${object.name} has no field ${text(node, 'field')}.`));
        continue;
      }
      const value = text(node, 'value') ?? '';
      fields[field.name] =
        familyOf(field) === 'id'
          ? reference(schema.object(field.referenceTo?.[0] ?? '')?.keyPrefix, namespace.bare(value))
          : parseFilterValue(field, field.referenceTo ? namespace.fullPath(value) : value);
    }
    declare(object.name, record, fields);
    defineNamedFields(parts, object, fields);
  }
}

/** Queries walk from a metadata relationship to the definition of the field that it names. */
function defineNamedFields({ schema, define }: SeedParts, object: ObjectModel, values: RowFields): void {
  for (const { name, objectField } of object.fields.values()) {
    const owner = schema.object(String((objectField && values[objectField]) ?? ''));
    const field = owner && schema.field(owner.name, String(values[name] ?? ''));
    if (!field) continue;
    const durableId = `${owner.name}.${field.name}`;
    define('FieldDefinition', durableId, {
      DurableId: durableId,
      QualifiedApiName: field.name,
      ...nameParts(field.name),
      Label: field.label,
      MasterLabel: field.label,
      EntityDefinitionId: owner.name
    });
  }
}

/** A metadata relationship names a record; stored is the id that this record has. */
function reference(keyPrefix: string | undefined, name: string): ApexValue {
  return name === '' || !keyPrefix ? null : stableId(keyPrefix, name.split('.').at(-1) ?? name);
}
