import { ApexThrow } from '../../kernel/exception.js';
import type { DmlOptions, LeadConversion, LeadConversionResult, Transaction } from '../../kernel/services.js';
import { dmlException, type DmlExceptionDetail } from '../../runtime/exceptions.js';
import type { Work } from '../work.js';
import { convertLead } from './convert-lead.js';
import type { DmlEngine } from './engine.js';
import { lockRows } from './write-lock.js';

/** Database.convertLead over a list: each lead by itself, or all or none. Counts as one DML statement for the whole list. */
export function convertLeads(
  engine: DmlEngine,
  tx: Transaction,
  work: Work,
  leads: readonly LeadConversion[],
  options: DmlOptions
): LeadConversionResult[] {
  tx.limits.add('dmlStatements', 1);
  tx.limits.add('dmlRows', leads.length);
  lockRows(
    work,
    'convertLead',
    leads.map(({ leadId }) => leadId)
  );
  const failures = (results: readonly LeadConversionResult[]) =>
    results.flatMap(({ errors, leadId, success }, index) => (success ? [] : [{ index, id: leadId, errors }]));
  const results = engine.attempt(
    () => leads.map((lead) => one(engine, tx, work, lead, options)),
    (all) => !options.allOrNone || failures(all).length === 0
  );
  const failed = failures(results);
  if (failed.length > 0 && options.allOrNone) throw dmlException('convertLead', failed);
  work.markDirty();
  return results;
}

function one(
  engine: DmlEngine,
  tx: Transaction,
  work: Work,
  lead: LeadConversion,
  options: DmlOptions
): LeadConversionResult {
  try {
    return engine.attempt(
      () => convertLead(engine, tx, work, lead, options),
      ({ success }) => success
    );
  } catch (error) {
    const detail =
      error instanceof ApexThrow ? (error.exception.detail as Partial<DmlExceptionDetail> | undefined) : {};
    if (!detail?.dml) throw error;
    return { ...lead, success: false, errors: detail.dml[0]?.errors ?? [] };
  }
}
