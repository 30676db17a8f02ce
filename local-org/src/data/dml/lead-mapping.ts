import type { ProjectMetadata } from '../../schema/metadata.js';
import { personFieldOf } from '../../schema/person-accounts.js';
import type { Schema } from '../../schema/model.js';
import { children, text } from '../../schema/xml.js';

export type LeadTarget = 'Account' | 'Contact' | 'Opportunity';

const address = (prefix: string): [string, string][] =>
  ['Street', 'City', 'State', 'PostalCode', 'Country', 'Latitude', 'Longitude', 'GeocodeAccuracy'].map((part) => [
    part,
    `${prefix}${part}`
  ]);
const same = (...names: string[]): [string, string][] => names.map((name) => [name, name]);

/** Standard fields of a lead and where they go: https://help.salesforce.com/s/articleView?id=sf.lead_conversion_mapping.htm */
const standard: Readonly<Record<LeadTarget, readonly [from: string, to: string][]>> = {
  Account: [
    ['Company', 'Name'],
    ['LeadSource', 'AccountSource'],
    ...same('AnnualRevenue', 'CurrencyIsoCode', 'Fax', 'Industry', 'NumberOfEmployees', 'Phone', 'Rating', 'Website'),
    ...address('Billing')
  ],
  Contact: [
    ...same('CurrencyIsoCode', 'Description', 'DoNotCall', 'Email', 'Fax', 'FirstName', 'HasOptedOutOfEmail'),
    ...same('HasOptedOutOfFax', 'LastName', 'LeadSource', 'MiddleName', 'MobilePhone', 'Phone', 'Salutation'),
    ...same('Suffix', 'Title', 'IndividualId'),
    ...address('Mailing')
  ],
  Opportunity: same('CurrencyIsoCode', 'LeadSource')
};

/** The fields of a lead that go to a record of the conversion: the platform's, and those that the project's settings map. */
export function leadMapping(schema: Schema, metadata: ProjectMetadata, target: LeadTarget): [string, string][] {
  const own = metadata
    .components('LeadConvertSettings')
    .flatMap(({ xml }) => children(xml, 'objectMapping'))
    .filter((mapping) => text(mapping, 'outputObject') === target)
    .flatMap((mapping) => children(mapping, 'mappingFields'))
    .map((one): [string, string] => [text(one, 'inputField') ?? '', text(one, 'outputField') ?? '']);
  return [...standard[target], ...own].flatMap(([from, to]): [string, string][] => {
    const source = schema.field('Lead', from);
    const field = schema.field(target, to);
    return source && field ? [[source.name, field.name]] : [];
  });
}

/** The same for a person account: what goes to an account but its name, and what goes to a contact under the account's names. */
export function personMapping(schema: Schema, metadata: ProjectMetadata): [string, string][] {
  const contact = leadMapping(schema, metadata, 'Contact').flatMap(([from, to]): [string, string][] => {
    const field = schema.field('Contact', to);
    const name = field && personFieldOf(field);
    return name !== undefined && schema.field('Account', name) ? [[from, name]] : [];
  });
  return [...leadMapping(schema, metadata, 'Account').filter(([, to]) => to !== 'Name'), ...contact];
}
