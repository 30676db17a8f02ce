import { readFileSync } from 'node:fs';
import type { FieldModel, FieldType, ObjectModel } from '../model.js';
import { fieldDefaults, relationshipOf } from './load.js';
import { labelOf, pluralOf } from './labels.js';

/** Fields that stand as `@` in an object's short form. */
const everywhere: Readonly<Record<string, string>> = {
  Id: 'Id:id-',
  IsDeleted: 'IsDeleted:boolean-',
  CreatedDate: 'CreatedDate:datetime-',
  CreatedById: 'CreatedById:->User',
  LastModifiedDate: 'LastModifiedDate:datetime-',
  LastModifiedById: 'LastModifiedById:->User',
  SystemModstamp: 'SystemModstamp:datetime-'
};

/**
 * The standard objects beside those that every org of ours has: 5,700 of all clouds, which would only slow down the projects that
 * do not name them. `more.json` holds them in the short form that scripts/standard-objects/compact.mjs writes.
 */
export class MoreObjects {
  private readonly texts = new Map<string, readonly [name: string, text: string]>();
  private readonly multiCurrency: boolean;

  constructor(multiCurrency: boolean) {
    this.multiCurrency = multiCurrency;
    const file = new URL('./more.json', import.meta.url);
    const objects = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    for (const [name, text] of Object.entries(objects)) this.texts.set(name.toLowerCase(), [name, text]);
  }

  /** The name as the platform writes it; undefined when the platform has no such object. */
  nameOf(name: string): string | undefined {
    return this.texts.get(name.toLowerCase())?.[0];
  }

  /** Published key prefix of an object, undefined for most. */
  prefixOf(name: string): string | undefined {
    return this.texts.get(name.toLowerCase())?.[1].split('|', 1)[0] || undefined;
  }

  /** The model of an object. `isKnown` says which targets of references the org has. */
  object(name: string, keyPrefix: string, isKnown: (object: string) => boolean): ObjectModel {
    const found = this.texts.get(name.toLowerCase());
    if (!found) throw new Error(`more.json has no object ${name}`);
    const [own, text] = found;
    const [, nameField = 'Id', head = '', words = ''] = text.split('|');
    const [kind, refused = ''] = head.split('-');
    const { multiCurrency } = this;
    let fields: Map<string, FieldModel> | undefined;
    return {
      name: own,
      label: labelOf(own),
      pluralLabel: pluralOf(labelOf(own)),
      keyPrefix,
      kind: kind === 'platformEvent' ? kind : 'standard',
      nameField,
      sharing: 'ReadWrite',
      recordTypes: [],
      ...(refused && { refuses: refusals(refused) }),
      licensed: nameField === 'Name' && / OwnerId:>/.test(words),
      get fields() {
        return (fields ??= readFields(own, words, multiCurrency, isKnown));
      },
      ...(kind === 'platformEvent' && { publishBehavior: 'PublishImmediately' as const })
    };
  }

  /** Objects that an object's references lead to, by name. */
  targetsOf(name: string): readonly string[] {
    const words = this.texts.get(name.toLowerCase())?.[1].split('|')[3] ?? '';
    return [...words.matchAll(/>([\w,]+)/g)].flatMap((match) => (match[1] ?? '').split(','));
  }
}

function readFields(owner: string, words: string, multiCurrency: boolean, isKnown: (object: string) => boolean) {
  const fields = new Map<string, FieldModel>();
  for (const word of words.split(' ')) {
    for (const one of word === '@' ? Object.values(everywhere) : [word]) {
      const field = readField(owner, one, isKnown);
      if (field.name !== 'CurrencyIsoCode' || multiCurrency) fields.set(field.name, field);
    }
  }
  return fields;
}

const calls = { c: 'create', u: 'edit', d: 'delete' } as const;
const refusals = (letters: string): ('create' | 'edit' | 'delete')[] =>
  [...letters].flatMap((letter) => (letter in calls ? [calls[letter as keyof typeof calls]] : []));

const pattern =
  /^(\w+)(?::(\w*)(?:\((\d+)(?:,(\d+))?\))?)?([-=+]?)(\*?)(?:>([\w,]*)(?:\/([\w!]*))?(?:\/(\w+))?)?(?:#(\S+))?$/;

function readField(owner: string, word: string, isKnown: (object: string) => boolean): FieldModel {
  const match = pattern.exec(word);
  if (!match) throw new Error(`more.json: cannot read ${word}`);
  const [, name = '', type, first, second, right, required, targets, relationship, children, values] = match;
  const kind: FieldType = targets !== undefined ? 'reference' : ((type ?? 'string') as FieldType);
  return {
    ...fieldDefaults,
    name,
    label: labelOf(name),
    type: kind,
    ...sizes(kind, type, first, second),
    required: required === '*',
    createable: right !== '-' && right !== '+',
    updateable: right === '' || right === '+',
    ...(values !== undefined && valuesOf(kind, values)),
    ...(targets !== undefined &&
      (targets === '' && relationship === '!'
        ? namedReference(owner, name, isKnown)
        : references(name, targets, relationship, children, isKnown)))
  };
}

function valuesOf(kind: FieldType, text: string): Partial<FieldModel> {
  if (kind === 'autonumber') return { autoNumberFormat: text };
  const values = text.split(';').map((value) => value.replaceAll('_', ' '));
  const picklist = values.map((value) => ({ value, label: value, active: true, isDefault: false }));
  return { picklist, restrictedPicklist: true };
}

function sizes(kind: FieldType, written: string | undefined, first?: string, second?: string): Partial<FieldModel> {
  if (second !== undefined) return { precision: Number(first), scale: Number(second) };
  if (first !== undefined) return { length: Number(first) };
  if (kind === 'reference' || kind === 'id') return { length: 18 };
  return written === undefined ? { length: 255 } : {};
}

function references(
  name: string,
  targets: string,
  relationship: string | undefined,
  children: string | undefined,
  isKnown: (object: string) => boolean
): Partial<FieldModel> {
  const known = targets.split(',').filter((target) => target !== '' && isKnown(target));
  return {
    referenceTo: known,
    relationshipName: relationship && relationship !== '!' ? relationship : relationshipOf(name),
    ...(children !== undefined && { childRelationshipName: children })
  };
}

/**
 * A reference of which no more is published than its name: `CaseId` leads to a case, which has the object's plural as child list, as
 * published ones mostly do.
 */
function namedReference(owner: string, name: string, isKnown: (object: string) => boolean): Partial<FieldModel> {
  const target = /^(\w+)Id$/.exec(name)?.[1] ?? '';
  if (!named.has(target) || !isKnown(target)) return references(name, '', undefined, undefined, isKnown);
  return references(name, target, undefined, pluralOf(owner), isKnown);
}

const named: ReadonlySet<string> = new Set([
  'Account',
  'Case',
  'Contact',
  'Lead',
  'Opportunity',
  'Product2',
  'Order',
  'Contract'
]);
