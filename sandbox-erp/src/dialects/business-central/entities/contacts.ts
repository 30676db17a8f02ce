import type { ContactValues } from '../../../ledger/contacts.js';
import type { EntitySet } from '../odata/entitySet.js';
import { entitySet } from '../odata/entitySet.js';
import { code, fixed, flag, guid, identity, modified, option, readOnly, text } from '../odata/properties.js';

const CONTACT_TYPES = ['Company', 'Person'];

/** contacts: companies and persons; a person names the company contact in companyNumber. */
export const contacts: EntitySet = entitySet({
  name: 'contacts',
  typeName: 'contact',
  table: 'Contact',
  view: 'contactView',
  properties: [
    identity,
    code('number', 20),
    option('type', CONTACT_TYPES),
    text('displayName', 100),
    text('jobTitle', 30),
    code('companyNumber', 20),
    readOnly(text('companyName', 100)),
    readOnly(option('contactBusinessRelation', ['None', 'Customer'], 'businessRelation')),
    text('addressLine1', 100),
    text('addressLine2', 50),
    text('city', 30),
    text('state', 30),
    code('country', 10),
    code('postalCode', 20, 'postCode'),
    text('phoneNumber', 30),
    text('mobilePhoneNumber', 30),
    text('email', 80),
    text('website', 80),
    readOnly(code('searchName', 100)),
    flag('privacyBlocked'),
    text('taxRegistrationNumber', 20),
    ...fixed('day', 'lastInteractionDate'),
    modified
  ],
  create: (ledger, { values }) => ledger.contacts.create(values as ContactValues),
  update: (ledger, id, values) => ledger.contacts.update(id, values as ContactValues),
  remove: (ledger, id) => ledger.contacts.remove(id)
});

/** The company contact of a customer and the persons in it. */
export const contactsInformation: EntitySet = entitySet({
  name: 'contactsInformation',
  typeName: 'contactInformation',
  table: 'Contact',
  view: 'contactInformationView',
  order: ['contactNumber'],
  idColumn: 'contactId',
  properties: [
    guid('contactId'),
    code('contactNumber', 20),
    text('contactName', 100),
    option('contactType', CONTACT_TYPES),
    guid('relatedId'),
    option('relatedType', ['Customer'])
  ]
});
