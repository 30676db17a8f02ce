import { readFileSync } from 'node:fs';
import type { FieldModel, FieldType, ObjectModel } from '../model.js';

/** An object as standard/objects.json writes it; what is left out has the default that `fieldFrom` gives it. */
interface StandardObject {
  readonly label: string;
  readonly plural: string;
  readonly prefix?: string;
  readonly nameField: string;
  readonly kind?: 'platformEvent';
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

/** A new org's activities are private. */
const activities = new Set(['Task', 'Event']);

/** Objects without records of their own have no key prefix. */
const computed = new Set(['UserRecordAccess']);

/** What nobody may do to records of these objects: Object Reference, "Supported Calls" of each. */
const refusedCalls: Readonly<Record<string, NonNullable<ObjectModel['refuses']>>> = {
  ContentDocument: ['create'],
  User: ['delete'],
  Organization: ['create', 'delete'],
  ...Object.fromEntries(
    'UserLicense OpportunityStage OrderStatus CaseStatus LeadStatus TaskStatus TaskPriority ContractStatus'
      .split(' ')
      .map((name) => [name, ['create', 'edit', 'delete'] as const])
  )
};

/** What a field of a standard object is unless its line says otherwise. */
export const fieldDefaults = {
  required: false,
  unique: false,
  caseSensitive: false,
  externalId: false,
  createable: true,
  updateable: true,
  custom: false
} as const;

/**
 * The standard objects that every org has. `multiCurrency` decides whether they have CurrencyIsoCode; `isKnown` says which targets of
 * references the org has. Source: the sobject-types jar and the documentation (see local-org/scripts).
 */
export function standardObjects(multiCurrency: boolean, isKnown: (object: string) => boolean): ObjectModel[] {
  const file = new URL('./objects.json', import.meta.url);
  const objects = JSON.parse(readFileSync(file, 'utf8')) as Record<string, StandardObject>;
  return Object.entries(objects)
    .map(([name, source], i) => objectFrom(name, source, i, (source) => fieldsFrom(source, multiCurrency, isKnown)))
    .filter(({ name }) => multiCurrency || name !== 'DatedConversionRate');
}

type ReadFields = (source: StandardObject) => Map<string, FieldModel>;

function objectFrom(name: string, source: StandardObject, index: number, read: ReadFields): ObjectModel {
  let fields: Map<string, FieldModel> | undefined;
  return {
    name,
    label: source.label,
    pluralLabel: source.plural,
    keyPrefix: source.prefix ?? (computed.has(name) ? '' : inventedPrefix(index)),
    kind: source.kind ?? 'standard',
    nameField: source.nameField,
    sharing: controlledByParent.has(name) ? 'ControlledByParent' : activities.has(name) ? 'Private' : 'ReadWrite',
    recordTypes: [],
    ...(refusedCalls[name] && { refuses: refusedCalls[name] }),
    ...(source.kind === 'platformEvent' && { publishBehavior: 'PublishImmediately' as const }),
    /** Made when first asked for: a transaction touches few of the objects. */
    get fields() {
      return (fields ??= read(source));
    }
  };
}

/** Prefixes that the platform does not publish: `0w`, `0y`, `0z`, `0v` and one character, which no known object has. */
function inventedPrefix(index: number): string {
  return `0${'wyzv'.charAt(Math.floor(index / 62))}${'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'.charAt(index % 62)}`;
}

function fieldsFrom(
  source: StandardObject,
  multiCurrency: boolean,
  isKnown: (object: string) => boolean
): Map<string, FieldModel> {
  const fields = new Map<string, FieldModel>();
  for (const [name, field] of Object.entries(source.fields)) {
    if (name !== 'CurrencyIsoCode' || multiCurrency) fields.set(name, fieldFrom(name, field, isKnown));
  }
  return fields;
}

/** A reference keeps its relationship's name where what it leads to belongs to a feature that the org lacks. */
export const relationshipOf = (field: string): string => field.replace(/Id$/, '');

function fieldFrom(name: string, source: StandardField, isKnown: (object: string) => boolean): FieldModel {
  const { picklist, referenceTo, relationshipName, ...rest } = source;
  const targets = referenceTo?.filter(isKnown);
  return {
    ...fieldDefaults,
    ...rest,
    name,
    ...(targets && { referenceTo: targets, length: 18 }),
    ...(targets && { relationshipName: relationshipName ?? relationshipOf(name) }),
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
