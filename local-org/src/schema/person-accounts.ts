import { idSuffix } from '../kernel/scalars.js';
import { stableId15 } from './key-prefix.js';
import type { FieldModel, ObjectModel, RecordTypeModel } from './model.js';
import { fieldDefaults } from './standard/load.js';

/** Fields that an account and its person contact have under the same name. */
const shared = new Set('FirstName LastName MiddleName Suffix Salutation Phone Fax OwnerId CurrencyIsoCode'.split(' '));

/** Parts of a person's name, which an account has only together with a person contact. */
const nameParts = new Set('FirstName LastName MiddleName Suffix Salutation'.split(' '));

/** Standard fields of a contact that an account shows with `Person` in front (Object Reference, "Account", IsPersonAccount Fields). */
const personal = new RegExp(
  '^(AssistantName|AssistantPhone|Birthdate|Department|DoNotCall|Email|EmailBouncedDate|EmailBouncedReason|GenderIdentity|' +
    'HasOptedOutOfEmail|HasOptedOutOfFax|HomePhone|IndividualId|LastCURequestDate|LastCUUpdateDate|LeadSource|MobilePhone|' +
    'OtherPhone|Pronouns|Title|(Mailing|Other)(Address|City|Country|CountryCode|GeocodeAccuracy|Latitude|Longitude|PostalCode|State|StateCode|Street))$'
);

/** The field of an account that holds a contact's field; undefined for those that only the contact has. */
export function personFieldOf(contactField: FieldModel): string | undefined {
  const { name, custom } = contactField;
  if (custom) return /__c$/i.test(name) ? name.replace(/__c$/i, '__pc') : undefined;
  if (shared.has(name)) return name;
  return personal.test(name) ? `Person${name}` : undefined;
}

/** True for fields of an account that mean something on person accounts only. */
export const isPersonOnly = (accountField: string): boolean =>
  nameParts.has(accountField) || /^Person[A-Z]|__pc$/.test(accountField);

/** The field of the contact behind an account's person field; undefined for other fields. */
export function contactFieldOf(accountField: string): string | undefined {
  if (!isPersonOnly(accountField) || accountField === 'PersonContactId') return undefined;
  return accountField.replace(/__pc$/, '__c').replace(/^Person(?=[A-Z])/, '');
}

export const standardPersonType = 'PersonAccount';

/**
 * Turns on person accounts: fields on accounts, contacts and leads, and the record types of persons. `types` are those that the project
 * defines; without any there is the platform's own (SOAP API Developer Guide, "Person Account Record Types").
 */
export function addPersonAccounts(objects: Map<string, ObjectModel>, types: readonly RecordTypeModel[]): void {
  const [account, contact, lead] = ['account', 'contact', 'lead'].map((name) => objects.get(name));
  if (!account || !contact || !lead) return;
  const own = types.some(({ developerName }) => developerName === standardPersonType) ? types : [...types, ownType()];
  objects.set('account', {
    ...account,
    fields: new Map([...account.fields, ...personFields(contact).map((field) => [field.name, field] as const)]),
    recordTypes: [...account.recordTypes, ...own.map((type) => ({ ...type, person: true as const }))]
  });
  const isPerson = readOnly('IsPersonAccount', 'Is Person Account');
  objects.set('contact', { ...contact, fields: new Map(contact.fields).set(isPerson.name, isPerson) });
  const company = lead.fields.get('Company');
  if (!company) return;
  // A lead without a company becomes a person account.
  objects.set('lead', { ...lead, fields: new Map(lead.fields).set('Company', { ...company, required: false }) });
}

function personFields(contact: ObjectModel): FieldModel[] {
  const fields = [...contact.fields.values()].flatMap((field) => {
    const name = personFieldOf(field);
    return name !== undefined && (isPersonOnly(name) || field.custom) ? [personField(field, name)] : [];
  });
  return [
    readOnly('IsPersonAccount', 'Is Person Account'),
    {
      ...readOnly('PersonContactId', 'Contact ID'),
      type: 'reference',
      length: 18,
      referenceTo: ['Contact'],
      relationshipName: 'PersonContact'
    },
    ...fields
  ];
}

function personField(field: FieldModel, name: string): FieldModel {
  const { childRelationshipName: _, deleteConstraint: __, trackHistory: ___, lookupFilter: ____, ...rest } = field;
  const own: FieldModel = { ...rest, name, required: false, unique: false };
  const relationship = own.relationshipName && { relationshipName: relationshipOf(own.relationshipName, field.custom) };
  if (own.formula === undefined) return { ...own, ...relationship };
  // A formula over the contact's fields is read from the contact.
  return { ...own, ...relationship, formula: `PersonContact.${field.name}` };
}

const relationshipOf = (name: string, custom: boolean): string =>
  custom ? name.replace(/__r$/i, '__pr') : `Person${name}`;

const readOnly = (name: string, label: string): FieldModel => ({
  ...fieldDefaults,
  name,
  label,
  type: 'boolean',
  createable: false,
  updateable: false
});

function ownType(): RecordTypeModel {
  const id15 = stableId15('012', `Account.${standardPersonType}`);
  return {
    id: id15 + idSuffix(id15),
    developerName: standardPersonType,
    label: 'Person Account',
    active: true,
    picklistDefaults: new Map(),
    picklistValues: new Map()
  };
}
