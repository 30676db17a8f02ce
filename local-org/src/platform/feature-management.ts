import type { ApexValue } from '../kernel/object.js';
import { ApexDate } from '../kernel/scalars.js';
import type { FeatureParameterType, Org, Transaction } from '../kernel/services.js';
import { required } from '../runtime/arguments.js';
import { parseIsoDate } from '../runtime/date-parse.js';
import { apexException } from '../runtime/exceptions.js';
import { platformClass, type PlatformClassSource } from './define.js';

type S = string | null;

/** Values set while the org is loaded; a test has its own. */
const valuesOfOrgs = new WeakMap<Org, Map<string, ApexValue>>();
const testKey = {};
function values(tx: Transaction): Map<string, ApexValue> {
  if (tx.test) return tx.slot(testKey, () => new Map<string, ApexValue>());
  const known = valuesOfOrgs.get(tx.org) ?? new Map<string, ApexValue>();
  valuesOfOrgs.set(tx.org, known);
  return known;
}

/** The default that the package gives a parameter. */
function declared(tx: Transaction, type: FeatureParameterType, name: string): ApexValue {
  const parameter = tx.org.metadata.featureParameter(name);
  if (parameter?.type !== type) throw apexException('NoDataFoundException', `Feature parameter not found: ${name}`);
  if (type === 'Boolean') return parameter.value === 'true';
  if (type === 'Integer') return Number(parameter.value) | 0;
  const days = parseIsoDate(parameter.value);
  return days === undefined ? null : new ApexDate(days);
}

function parameterMembers(type: FeatureParameterType): PlatformClassSource['members'] {
  return {
    [`static ${type} checkPackage${type}Value(String apiName)`]: (tx, name: S) => {
      const key = required(name, 1);
      const own = declared(tx, type, key);
      return values(tx).get(key.toLowerCase()) ?? own;
    },
    [`static void setPackage${type}Value(String apiName, ${type} value)`]: (tx, name: S, value: ApexValue) => {
      const key = required(name, 1);
      declared(tx, type, key);
      values(tx).set(key.toLowerCase(), required(value, 2));
    }
  };
}

/** Apex Reference Guide, "FeatureManagement Class". */
export const featureManagementClass = platformClass({
  name: 'System.FeatureManagement',
  members: {
    'static Boolean checkPermission(String apiName)': (tx, name: S) =>
      tx.user.access.customPermission(required(name, 1)),
    'static void changeProtection(String apiName, String typeApiName, String protection)': {
      unsupported: 'the protection of package components'
    },
    ...parameterMembers('Boolean'),
    ...parameterMembers('Date'),
    ...parameterMembers('Integer')
  }
});
