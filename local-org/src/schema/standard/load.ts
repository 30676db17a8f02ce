import { readFileSync } from 'node:fs';
import type { FieldModel, FieldType, ObjectModel } from '../model.js';

/** An object as standard/objects.json writes it; what is left out has the default that `fieldFrom` gives it. */
interface StandardObject {
  readonly label: string;
  readonly plural: string;
  readonly prefix?: string;
  readonly nameField: string;
  readonly fields: Readonly<Record<string, StandardField>>;
}

interface StandardField {
  readonly type: FieldType;
  readonly label: string;
  readonly length?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly required?: true;
  readonly unique?: true;
  readonly createable?: false;
  readonly updateable?: false;
  readonly defaultValue?: string | boolean;
  readonly referenceTo?: readonly string[];
  readonly relationshipName?: string;
  readonly childRelationshipName?: string;
  readonly deleteConstraint?: 'SetNull' | 'Restrict' | 'Cascade';
  readonly picklist?: readonly string[];
  readonly restrictedPicklist?: true;
  readonly autoNumberFormat?: string;
}

/** Objects whose rows follow the row above them. */
const controlledByParent = new Set(
  'Contact OrderItem OpportunityLineItem QuoteLineItem OpportunityContactRole AccountContactRole CaseComment'.split(' ')
);

/**
 * The standard objects. `multiCurrency` decides whether they have CurrencyIsoCode; fields without label or length are the
 * platform's defaults. Source: the sobject-types jar and the object reference (see local-org/scripts).
 */
export function standardObjects(multiCurrency: boolean): ObjectModel[] {
  const file = new URL('./objects.json', import.meta.url);
  const objects = JSON.parse(readFileSync(file, 'utf8')) as Record<string, StandardObject>;
  return Object.entries(objects).map(([name, source], i) => objectFrom(name, source, i, multiCurrency));
}

function objectFrom(name: string, source: StandardObject, index: number, multiCurrency: boolean): ObjectModel {
  let fields: Map<string, FieldModel> | undefined;
  return {
    name,
    label: source.label,
    pluralLabel: source.plural,
    keyPrefix: source.prefix ?? inventedPrefix(index),
    kind: 'standard',
    nameField: source.nameField,
    sharing: controlledByParent.has(name) ? 'ControlledByParent' : 'ReadWrite',
    recordTypes: [],
    /** Made when first asked for: a transaction touches few of the objects. */
    get fields() {
      return (fields ??= fieldsFrom(source, multiCurrency));
    }
  };
}

/** Prefixes that the platform does not publish: `0z` and one character, which no known object has. */
function inventedPrefix(index: number): string {
  return `0${'wyz'.charAt(Math.floor(index / 62))}${'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'.charAt(index % 62)}`;
}

function fieldsFrom(source: StandardObject, multiCurrency: boolean): Map<string, FieldModel> {
  const fields = new Map<string, FieldModel>();
  for (const [name, field] of Object.entries(source.fields)) {
    if (name !== 'CurrencyIsoCode' || multiCurrency) fields.set(name, fieldFrom(name, field));
  }
  return fields;
}

function fieldFrom(name: string, source: StandardField): FieldModel {
  const { picklist, ...rest } = source;
  return {
    required: false,
    unique: false,
    caseSensitive: false,
    externalId: false,
    createable: true,
    updateable: true,
    custom: false,
    ...rest,
    name,
    ...(picklist && {
      picklist: picklist.map((value) => ({
        value,
        label: value,
        active: true,
        isDefault: value === source.defaultValue
      }))
    })
  };
}
