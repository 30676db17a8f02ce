import type { ApexValue } from '../../kernel/object.js';
import type { DuplicateMatch, Transaction } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { equals } from '../../runtime/equality.js';
import { children, text, type XmlNode } from '../../schema/xml.js';
import { combineOutcomes } from './filter-items.js';

interface MatchItem {
  /** Field of the object among whose records is looked. */
  readonly field: string;
  readonly method: string;
  readonly matchBlanks: boolean;
}

/** What makes two records the same (Metadata API, "MatchingRule"). */
export interface MatchingRule {
  readonly name: string;
  readonly object: string;
  readonly active: boolean;
  readonly items: readonly MatchItem[];
  readonly logic?: string;
}

export function readMatchingRule(object: string, xml: XmlNode): MatchingRule {
  const logic = text(xml, 'booleanFilter');
  return {
    name: text(xml, 'fullName') ?? '',
    object,
    active: text(xml, 'ruleStatus') === 'Active',
    items: children(xml, 'matchingRuleItems').map((item) => ({
      field: text(item, 'fieldName') ?? '',
      method: text(item, 'matchingMethod') ?? 'Exact',
      matchBlanks: text(item, 'blankValueBehavior') === 'MatchBlanks'
    })),
    ...(logic !== undefined && { logic })
  };
}

/** The value that the record being saved has for a field of the object among whose records is looked. */
export type ValueFor = (field: string) => ApexValue;

/** The stored records that match; `sharing`: only those that the user sees. They count against no limit. */
export function findMatches(
  tx: Transaction,
  rule: MatchingRule,
  valueFor: ValueFor,
  { sharing, except }: { readonly sharing: boolean; readonly except: string | null }
): DuplicateMatch | null {
  const values = rule.items.map((item) => valueFor(item.field));
  const conditions = rule.items.map((item, i) => condition(item, values[i] ?? null, i));
  const where = rule.logic === undefined ? conditions.join(' AND ') : written(rule.logic, conditions);
  const fields = [...new Set(rule.items.map(({ field }) => field))].filter((field) => field.toLowerCase() !== 'id');
  const person = /^personaccount$/i.test(rule.object);
  const soql =
    `SELECT Id, ${fields.join(', ')} FROM ${person ? 'Account' : rule.object} WHERE (${where})` +
    `${person ? ' AND IsPersonAccount = true' : ''}${except === null ? '' : ` AND Id != '${except}'`}`;
  const rows = tx.limits.without(['queries', 'queryRows'], () =>
    tx.data.query(tx, tx.data.parse(tx, soql), (name) => values[Number(name.slice(1))] ?? null, {
      mode: 'system',
      sharing
    })
  );
  const records = rows.filter((row) => isMatch(tx, rule, values, row));
  return records.length === 0 ? null : { rule: rule.name, object: person ? 'Account' : rule.object, records };
}

/** Narrows the rows; the fuzzy methods are decided on the values. */
function condition({ field, method, matchBlanks }: MatchItem, value: ApexValue, i: number): string {
  if (value === null) return matchBlanks ? `${field} = null` : 'Id = null';
  return method === 'Exact' ? `${field} = :v${i}` : `${field} != null`;
}

const written = (logic: string, conditions: readonly string[]): string =>
  logic.replace(/\d+/g, (number) => `(${conditions[Number(number) - 1] ?? 'Id = null'})`);

function isMatch(tx: Transaction, rule: MatchingRule, values: readonly ApexValue[], row: SObjectValue): boolean {
  const outcomes = rule.items.map(({ field, method, matchBlanks }, i) => {
    const [mine, other] = [values[i] ?? null, valueOf(row, field)];
    if (mine === null || other === null) return matchBlanks && mine === other;
    if (typeof mine !== 'string' || typeof other !== 'string') return equals(tx, mine, other);
    return normal(method, mine) === normal(method, other);
  });
  return rule.logic === undefined ? outcomes.every(Boolean) : combineOutcomes(rule.logic, outcomes);
}

function valueOf(row: SObjectValue, field: string): ApexValue {
  const name = [...row.fields.keys()].find((one) => one.toLowerCase() === field.toLowerCase());
  return name === undefined ? null : (row.fields.get(name) ?? null);
}

/** The text without what its method passes over: capitals, accents and punctuation; of phone numbers all but the digits. */
function normal(method: string, value: string): string {
  if (method === 'Exact') return value.toLowerCase();
  if (method === 'Phone') return value.replace(/\D/g, '');
  const plain = value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return method === 'Zip' ? plain.replace(/[^\p{L}\p{N}]/gu, '') : plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
