import type { ApexValue } from '../../kernel/object.js';
import { ApexDate, type ApexId } from '../../kernel/scalars.js';
import type { DmlError, DmlOptions, LeadConversion, LeadConversionResult, Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { calendarOf, daysOf } from '../../runtime/date-text.js';
import { todayIn } from '../../runtime/time-zone.js';
import type { Work } from '../work.js';
import type { DmlEngine } from './engine.js';
import type { DmlEnvironment } from './environment.js';
import { leadMapping, type LeadTarget, personMapping } from './lead-mapping.js';

/** A conversion that a rule of its own refuses. */
class Refusal extends Error {
  readonly error: DmlError;
  constructor(code: string, message: string, fields: readonly string[]) {
    super(message);
    this.error = { code, message, fields };
  }
}

/**
 * Converts one lead: account, contact and opportunity are made or filled up, what belongs to the lead moves to them, and the lead is
 * closed. Rules as in https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_dml_examples_convertlead.htm;
 * records are saved by ordinary DML, so triggers and validation rules run.
 */
export function convertLead(
  engine: DmlEngine,
  tx: Transaction,
  work: Work,
  conversion: LeadConversion,
  options: DmlOptions
): LeadConversionResult {
  const env = engine.environment(tx, work, engine.object('Lead'), options);
  try {
    const lead = leadOf(env, conversion);
    return new Conversion(engine, env, lead, conversion, options).run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...conversion, success: false, errors: [error.error] };
  }
}

function leadOf(env: DmlEnvironment, { leadId, convertedStatus }: LeadConversion): SObjectValue {
  if (!leadId) throw new Refusal('REQUIRED_FIELD_MISSING', 'Required field is missing: leadId', ['leadId']);
  const lead = env.loader.load(env.tx, env.object, [leadId]).get(leadId.value);
  if (!lead) throw new Refusal('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
  if (convertedStatus === null)
    throw new Refusal('REQUIRED_FIELD_MISSING', 'Required field is missing: convertedStatus', ['convertedStatus']);
  if (!env.statuses.convertedLeads.has(convertedStatus.toLowerCase()))
    throw new Refusal('INVALID_STATUS', `invalid convertedStatus: ${convertedStatus}`, ['Status']);
  if (lead.fields.get('IsConverted') === true)
    throw new Refusal('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead', []);
  return lead;
}

interface Targets {
  readonly accountId: ApexId;
  readonly contactId: ApexId;
}

class Conversion {
  private readonly engine: DmlEngine;
  private readonly env: DmlEnvironment;
  private readonly lead: SObjectValue;
  private readonly wish: LeadConversion;
  private readonly options: DmlOptions;

  constructor(engine: DmlEngine, env: DmlEnvironment, lead: SObjectValue, wish: LeadConversion, options: DmlOptions) {
    this.engine = engine;
    this.env = env;
    this.lead = lead;
    this.wish = wish;
    this.options = { access: options.access, allOrNone: true };
  }

  run(): LeadConversionResult {
    const { wish } = this;
    if (wish.contactId && !wish.accountId)
      throw new Refusal('REQUIRED_FIELD_MISSING', 'Required field is missing: accountId', ['accountId']);
    const { accountId, contactId } = this.person() ?? this.business();
    const opportunityId = wish.doNotCreateOpportunity ? null : this.opportunity(accountId, contactId);
    this.moveDetails(contactId, opportunityId ?? accountId);
    this.close(accountId, contactId, opportunityId);
    return { ...wish, accountId, contactId, opportunityId, success: true, errors: [] };
  }

  private business(): Targets {
    const accountId = this.save('Account', this.wish.accountId, {});
    return { accountId, contactId: this.save('Contact', this.wish.contactId, { AccountId: accountId }) };
  }

  /**
   * A person account instead of an account and a contact: where the lead has no company (Object Reference, "Lead"), or where it goes to
   * one that is there. Undefined for business accounts.
   */
  private person(): Targets | undefined {
    const { env, wish } = this;
    const object = this.engine.object('Account');
    if (!object.fields.has('IsPersonAccount')) return undefined;
    const given = wish.accountId && env.loader.load(env.tx, object, [wish.accountId]).get(wish.accountId.value);
    const isPerson = given ? given.fields.get('IsPersonAccount') === true : this.lead.fields.get('Company') === null;
    if (!isPerson) return undefined;
    if (wish.contactId)
      throw new Refusal('INVALID_PERSON_ACCOUNT_OPERATION', 'A person account is its own contact.', []);
    const id = this.save('Account', wish.accountId, {}, personMapping(env.schema, env.metadata));
    const contactId = env.loader.load(env.tx, object, [id]).get(id.value)?.fields.get('PersonContactId');
    return { accountId: id, contactId: contactId as ApexId };
  }

  /** A new record, or the existing one with its empty fields filled from the lead. */
  private save(
    target: LeadTarget,
    id: ApexId | null,
    more: Readonly<Record<string, ApexValue>>,
    mapping = leadMapping(this.env.schema, this.env.metadata, target)
  ): ApexId {
    const { env } = this;
    const object = this.engine.object(target);
    const record = new SObjectValue(target);
    const old = id && env.loader.load(env.tx, object, [id]).get(id.value);
    if (id && !old) throw new Refusal('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
    for (const [from, to] of mapping) {
      const value = this.lead.fields.get(from) ?? null;
      const overwritten = to === 'LeadSource' && this.wish.overwriteLeadSource;
      if (value === null || (old && !overwritten && (old.fields.get(to) ?? null) !== null)) continue;
      record.fields.set(to, value);
    }
    if (!id) {
      record.fields.set('OwnerId', this.wish.ownerId ?? this.lead.fields.get('OwnerId') ?? null);
      for (const [name, value] of Object.entries(more)) record.fields.set(name, value);
      return this.dml('insert', record);
    }
    record.fields.set('Id', id);
    return record.fields.size > 1 ? this.dml('update', record) : id;
  }

  private opportunity(accountId: ApexId, contactId: ApexId): ApexId {
    const { env, wish } = this;
    if (wish.opportunityId) return wish.opportunityId;
    const stage = env.statuses.stages.find(({ closed }) => !closed) ?? env.statuses.stages[0];
    const id = this.save('Opportunity', null, {
      Name: wish.opportunityName ?? this.lead.fields.get('Company') ?? null,
      AccountId: accountId,
      StageName: stage?.name ?? null,
      CloseDate: endOfQuarter(todayIn(env.tx.user.timeZone, env.tx.now()))
    });
    const role = new SObjectValue('OpportunityContactRole');
    role.fields.set('OpportunityId', id).set('ContactId', contactId).set('IsPrimary', true);
    this.dml('insert', role);
    return id;
  }

  /** Activities, campaign memberships, notes and files of the lead. */
  private moveDetails(contactId: ApexId, recordId: ApexId): void {
    const { connection } = this.env;
    const lead = (this.lead.fields.get('Id') as ApexId).value;
    for (const object of ['Task', 'Event']) {
      connection.run(`UPDATE "${object}" SET "WhoId" = ?, "WhatId" = COALESCE("WhatId", ?) WHERE "WhoId" = ?`, [
        contactId.value,
        recordId.value,
        lead
      ]);
    }
    connection.run('UPDATE "CampaignMember" SET "ContactId" = ? WHERE "LeadId" = ?', [contactId.value, lead]);
    for (const [object, field] of [
      ['Note', 'ParentId'],
      ['Attachment', 'ParentId'],
      ['ContentDocumentLink', 'LinkedEntityId']
    ] as const)
      connection.run(`UPDATE "${object}" SET "${field}" = ? WHERE "${field}" = ?`, [contactId.value, lead]);
  }

  private close(accountId: ApexId, contactId: ApexId, opportunityId: ApexId | null): void {
    const { env, wish } = this;
    const lead = new SObjectValue('Lead');
    lead.fields
      .set('Id', this.lead.fields.get('Id') ?? null)
      .set('Status', wish.convertedStatus)
      .set('IsConverted', true)
      .set('ConvertedDate', new ApexDate(todayIn(env.tx.user.timeZone, env.tx.now())))
      .set('ConvertedAccountId', accountId)
      .set('ConvertedContactId', contactId)
      .set('ConvertedOpportunityId', opportunityId)
      .set('IsUnreadByOwner', false);
    this.dml('update', lead);
  }

  private dml(operation: 'insert' | 'update', record: SObjectValue): ApexId {
    const { env, engine } = this;
    const [row] = engine.run(env.tx, env.work, operation, [record], this.options, {
      forced: true,
      uncounted: true
    });
    return row?.id as ApexId;
  }
}

/** The close date of a new opportunity: the last day of the running quarter. */
function endOfQuarter(days: number): ApexDate {
  const { year, month } = calendarOf(days);
  return new ApexDate(daysOf(year, Math.ceil(month / 3) * 3 + 1, 1) - 1);
}
