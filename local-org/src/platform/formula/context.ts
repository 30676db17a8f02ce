import { BigDecimal } from 'bigdecimal.js';
import { ApexEnumValue, ApexObject, type ApexValue } from '../../kernel/object.js';
import type { ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { sobjectType, T, type ApexType } from '../../kernel/types.js';
import { isScalarValue } from './values.js';
import type { FormulaContext } from '../../formula/evaluate.js';
import { todayIn } from '../../runtime/time-zone.js';
import { toText } from '../../runtime/text.js';

const system = { mode: 'system', sharing: false } as const;

/** What a formula sees that Apex evaluates: the fields of a record, or the global members of an object, and `$` variables. */
export function formulaContext(tx: Transaction, of: ApexValue, keepsEmpty: boolean): FormulaContext {
  const field = (path: readonly string[]): ApexValue =>
    path[0]?.startsWith('$') ? variable(tx, path) : scalar(tx, walk(tx, of, path));
  return {
    field,
    prior: field,
    isNew: false,
    blanks: keepsEmpty ? 'blank' : undefined,
    today: todayIn(tx.user.timeZone, tx.now()),
    now: tx.now()
  };
}

function walk(tx: Transaction, from: ApexValue, path: readonly string[]): ApexValue {
  let value = from;
  for (const name of path) {
    if (value === null || !(value instanceof ApexObject)) return null;
    value = value instanceof SObjectValue ? valueOf(tx, value, name) : tx.org.code.getMember(tx, value, name);
  }
  return value;
}

function valueOf(tx: Transaction, record: SObjectValue, name: string): ApexValue {
  const { schema } = tx.org;
  const canonical =
    schema.field(record.object, name)?.name ??
    [...record.fields.keys()].find((key) => key.toLowerCase() === name.toLowerCase());
  const value = (canonical === undefined ? undefined : record.fields.get(canonical)) ?? null;
  // Percents are fractions in formulas.
  const isPercent = schema.field(record.object, name)?.type === 'percent';
  return isPercent && value instanceof BigDecimal ? value.movePointLeft(2) : value;
}

/** Enums and objects are their texts. */
function scalar(tx: Transaction, value: ApexValue): ApexValue {
  if (value instanceof ApexEnumValue) return value.name;
  return isScalarValue(value) ? value : toText(tx, value);
}

function variable(tx: Transaction, [head = '', ...rest]: readonly string[]): ApexValue {
  const path = rest.join('.');
  const one = (object: string, condition: string, value: ApexId | string | null, field = path): ApexValue => {
    const query = tx.data.parse(tx, `SELECT ${field} FROM ${object} WHERE ${condition} = :value LIMIT 1`);
    tx.limits.push();
    try {
      return walk(tx, tx.data.query(tx, query, () => value, system)[0] ?? null, field.split('.'));
    } finally {
      tx.limits.pop();
    }
  };
  switch (head.toLowerCase()) {
    case '$user':
      return path.toLowerCase().startsWith('uitheme') ? 'Theme4d' : one('User', 'Id', tx.user.id);
    case '$profile':
      return one('Profile', 'Id', tx.user.profileId);
    case '$userrole':
      return one('User', 'Id', tx.user.id, `UserRole.${path}`);
    case '$organization':
      return one('Organization', 'Id', tx.org.info.id);
    case '$label':
      return tx.org.metadata.label(rest.at(-1) ?? '') ?? null;
    case '$permission':
      return tx.user.access.customPermission(rest[0] ?? '');
    case '$custommetadata':
      return one(rest[0] ?? '', 'DeveloperName', rest[1] ?? '', rest.slice(2).join('.'));
    case '$setup': {
      const field = rest.slice(1).join('.');
      const owners = [tx.user.id, tx.user.profileId, tx.org.info.id];
      return owners.reduce<ApexValue>(
        (found, owner) => found ?? one(rest[0] ?? '', 'SetupOwnerId', owner, field),
        null
      );
    }
    default:
      return null;
  }
}

/** Says what is wrong with a path of names in a formula over that type; undefined when nothing is. */
export function faultOfPath(tx: Transaction, type: ApexType, path: readonly string[]): string | undefined {
  const [head = '', ...rest] = path;
  if (head.startsWith('$')) return undefined;
  const next = memberType(tx, type, head);
  if (!next) return `Field ${head} does not exist. Check spelling.`;
  return rest.length === 0 ? undefined : faultOfPath(tx, next, rest);
}

function memberType(tx: Transaction, type: ApexType, name: string): ApexType | undefined {
  const key = name.toLowerCase();
  if (type.kind === 'class') {
    const member = tx.org.code.classInfo(type.name)?.members.find((each) => each.name.toLowerCase() === key);
    return member?.visibility === 'global' && member.readable ? member.type : undefined;
  }
  if (type.kind !== 'sobject' || type.name === 'SObject') return T.Object;
  const { schema } = tx.org;
  if (schema.field(type.name, name)) return T.Object;
  const reference = schema.parentRelationship(type.name, name);
  const target = reference?.referenceTo?.length === 1 ? reference.referenceTo[0] : undefined;
  if (!reference) return undefined;
  return sobjectType(target ?? 'SObject');
}
