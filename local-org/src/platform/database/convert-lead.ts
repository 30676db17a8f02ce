import { ApexList } from '../../kernel/collections.js';
import { ApexObject, type ApexValue } from '../../kernel/object.js';
import type { ApexId } from '../../kernel/scalars.js';
import type { LeadConversion, LeadConversionResult, Transaction } from '../../kernel/services.js';
import type { ApexType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { type HasText, toText } from '../../runtime/text.js';
import { platformClass, type PlatformClassSource, type StaticFunction } from '../define.js';
import { withProperties } from '../schema/described-properties.js';
import { AccessLevel, accessOf } from './access.js';
import { DmlOptionsObject } from './dml-options.js';
import { DatabaseError } from './results.js';

const named = (name: string): ApexType => ({ kind: 'platform', name, args: [] });

/** Database.LeadConvert: what a conversion is asked to do. */
class LeadConvert extends ApexObject implements LeadConversion {
  leadId: ApexId | null = null;
  accountId: ApexId | null = null;
  contactId: ApexId | null = null;
  opportunityId: ApexId | null = null;
  ownerId: ApexId | null = null;
  convertedStatus: string | null = null;
  opportunityName: string | null = null;
  doNotCreateOpportunity = false;
  overwriteLeadSource = false;
  sendNotificationEmail = false;
  override apexType(): ApexType {
    return named('Database.LeadConvert');
  }
}

type Member = Exclude<keyof LeadConvert, 'apexType'>;
const getter =
  (key: Member): StaticFunction =>
  (_tx: Transaction, self: LeadConvert): ApexValue =>
    self[key] as ApexValue;
const setter =
  (key: Member): StaticFunction =>
  (_tx: Transaction, self: LeadConvert, value: ApexValue): void =>
    void Object.assign(self, { [key]: value ?? (typeof self[key] === 'boolean' ? false : null) });

/** Method name, type and property of each value. */
const values: readonly (readonly [name: string, type: string, key: Member])[] = [
  ['AccountId', 'Id', 'accountId'],
  ['ContactId', 'Id', 'contactId'],
  ['ConvertedStatus', 'String', 'convertedStatus'],
  ['OpportunityId', 'Id', 'opportunityId'],
  ['OpportunityName', 'String', 'opportunityName'],
  ['OwnerId', 'Id', 'ownerId']
];

const leadConvertMembers: PlatformClassSource['members'] = {
  'Database.LeadConvert()': () => new LeadConvert(),
  'Id getLeadID()': getter('leadId'),
  'void setLeadId(Id leadId)': setter('leadId'),
  'Id leadId {get; set}': { get: getter('leadId'), set: setter('leadId') },
  'Boolean doNotCreateOpportunity {get; set}': {
    get: getter('doNotCreateOpportunity'),
    set: setter('doNotCreateOpportunity')
  },
  ...Object.fromEntries(
    values.flatMap(([name, type, key]) => [
      [`${type} get${name}()`, getter(key)],
      [`void set${name}(${type} value)`, setter(key)],
      [`${type} ${name.charAt(0).toLowerCase()}${name.slice(1)} {get; set}`, { get: getter(key), set: setter(key) }]
    ])
  ),
  'Boolean isDoNotCreateOpportunity()': getter('doNotCreateOpportunity'),
  'void setDoNotCreateOpportunity(Boolean createOpportunity)': setter('doNotCreateOpportunity'),
  'Boolean isOverWriteLeadSource()': getter('overwriteLeadSource'),
  'void setOverwriteLeadSource(Boolean overwriteLeadSource)': setter('overwriteLeadSource'),
  'Boolean isSendNotificationEmail()': getter('sendNotificationEmail'),
  'void setSendNotificationEmail(Boolean sendEmail)': setter('sendNotificationEmail'),
  'Id getRelatedPersonAccountId()': { unsupported: 'person accounts' },
  'void setRelatedPersonAccountId(Id relatedPersonAccountId)': { unsupported: 'person accounts' }
};

/** Database.LeadConvertResult: what became of one lead. */
export class LeadConvertResult extends ApexObject implements HasText {
  readonly result: LeadConversionResult;
  constructor(result: LeadConversionResult) {
    super();
    this.result = result;
  }
  override apexType(): ApexType {
    return named('Database.LeadConvertResult');
  }
  errors(): ApexList<DatabaseError> {
    return new ApexList(
      named('Database.Error'),
      this.result.errors.map((error) => new DatabaseError(error))
    );
  }
  apexText(tx: Transaction): string {
    const { accountId, contactId, leadId, opportunityId, success } = this.result;
    const text = (id: ApexId | null): string => id?.value ?? 'null';
    return `Database.LeadConvertResult[getAccountId=${text(accountId)};getContactId=${text(contactId)};getErrors=${toText(tx, this.errors())};getLeadId=${text(leadId)};getOpportunityId=${text(opportunityId)};isSuccess=${success};]`;
  }
}

const made =
  (key: 'accountId' | 'contactId' | 'leadId' | 'opportunityId'): StaticFunction =>
  (_tx: Transaction, { result }: LeadConvertResult): ApexValue =>
    result.success || key === 'leadId' ? result[key] : null;

export const leadConvertClasses = [
  platformClass({ name: 'Database.LeadConvert', members: leadConvertMembers }),
  platformClass({
    name: 'Database.LeadConvertResult',
    members: withProperties({
      'Id getAccountId()': made('accountId'),
      'Id getContactId()': made('contactId'),
      'Id getLeadId()': made('leadId'),
      'Id getOpportunityId()': made('opportunityId'),
      'List<Database.Error> getErrors()': (_tx: Transaction, self: LeadConvertResult) => self.errors(),
      'Boolean isSuccess()': (_tx: Transaction, self: LeadConvertResult) => self.result.success
    })
  })
];

function convert(tx: Transaction, ...args: never[]): ApexValue {
  const [target, ...rest] = args as unknown as ApexValue[];
  const given = required(target ?? null, 1);
  const leads = (given instanceof ApexList ? given.items : [given]) as LeadConvert[];
  let allOrNone = true;
  let level: AccessLevel | null = null;
  for (const value of rest) {
    if (typeof value === 'boolean') allOrNone = value;
    else if (value instanceof AccessLevel) level = value;
    else if (value instanceof DmlOptionsObject) allOrNone = value.optAllOrNone ?? true;
  }
  const results = tx.data
    .convertLeads(tx, leads, { access: accessOf(tx, level), allOrNone })
    .map((result) => new LeadConvertResult(result));
  if (!(given instanceof ApexList)) return results[0] ?? null;
  return new ApexList(named('Database.LeadConvertResult'), results);
}

const overloads = ['', ', Boolean allOrNone', ', Database.DMLOptions dmlOptions'].flatMap((option) => [
  option,
  `${option}, AccessLevel accessLevel`
]);

/** All overloads of Database.convertLead. */
export const convertLeadMembers: PlatformClassSource['members'] = Object.fromEntries(
  overloads.flatMap((option) => [
    [`static Database.LeadConvertResult convertLead(Database.LeadConvert leadToConvert${option})`, convert],
    [`static List<Database.LeadConvertResult> convertLead(List<Database.LeadConvert> leadsToConvert${option})`, convert]
  ])
);
