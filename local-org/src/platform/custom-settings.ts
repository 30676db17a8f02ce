import { ApexMap } from '../kernel/collections.js';
import { captureFrames } from '../kernel/exception.js';
import type { ApexValue } from '../kernel/object.js';
import { ApexId } from '../kernel/scalars.js';
import type { BindValues, Transaction } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';
import { sobjectType, T } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import { platformClass } from './define.js';
import { mapSet } from './map.js';

const system = { mode: 'system', sharing: false } as const;

/** All fields of the object that rows are read with. */
function selectList(tx: Transaction, object: string): string {
  const model = tx.org.schema.object(object);
  const names = [...(model?.fields.values() ?? [])].map((field) => field.name);
  return names.length > 0 ? names.join(', ') : 'Id';
}

/** The same of a custom metadata type, with its parents among the custom metadata: public projects read their fields from `getAll()`. */
function metadataSelectList(tx: Transaction, object: string): string {
  const { schema } = tx.org;
  const parents = [...(schema.object(object)?.fields.values() ?? [])].flatMap(({ relationshipName, referenceTo }) => {
    const [target = ''] = referenceTo ?? [];
    if (relationshipName === undefined || !target.endsWith('__mdt')) return [];
    return selectList(tx, target)
      .split(', ')
      .map((name) => `${relationshipName}.${name}`);
  });
  return [selectList(tx, object), ...parents].join(', ');
}

/** The platform answers these from its cache: no query is counted, and none is in the debug log. */
function rows(tx: Transaction, object: string, where: string, binds: BindValues): SObjectValue[] {
  const list = object.endsWith('__mdt') ? metadataSelectList(tx, object) : selectList(tx, object);
  const query = tx.data.parse(tx, `SELECT ${list} FROM ${object}${where}`);
  tx.limits.push();
  try {
    return tx.ownData.query(tx, query, binds, system);
  } finally {
    tx.limits.pop();
  }
}

/** Apex Reference, "Custom Metadata Type Methods": of longer texts only the first 255 characters are returned. */
const longestText = 255;

/** Records of a custom metadata type, as its static methods return them. */
function metadataRows(tx: Transaction, object: string, where: string, binds: BindValues): SObjectValue[] {
  const found = rows(tx, object, where, binds);
  for (const { fields } of found) {
    for (const [name, value] of fields) {
      if (typeof value === 'string' && value.length > longestText) fields.set(name, value.slice(0, longestText));
    }
  }
  return found;
}

function byOwner(tx: Transaction, object: string, owner: ApexId): SObjectValue | undefined {
  return rows(tx, object, ' WHERE SetupOwnerId = :owner LIMIT 1', () => owner)[0];
}

/** Apex of that API version and before gets null where nothing is set: Apex Reference, Custom Settings Methods. */
const lastWithNull = 21;

function callerVersion(tx: Transaction): number {
  const [, name = ''] = (captureFrames()[0]?.unit ?? '').split('.');
  return tx.org.code.classInfo(name)?.apiVersion ?? Infinity;
}

/** Hierarchy settings: the values of user, profile and organisation merged, nearest first. An empty record when there is none. */
function merged(tx: Transaction, object: string, owners: readonly ApexId[]): SObjectValue | null {
  const result = new SObjectValue(object);
  const found = owners.map((owner) => byOwner(tx, object, owner)).filter((row) => row !== undefined);
  for (const row of found) {
    for (const [name, value] of row.fields) {
      if ((result.fields.get(name) ?? null) === null) result.fields.set(name, value);
    }
  }
  if (found.length === 0 && callerVersion(tx) <= lastWithNull) return null;
  if (found.length === 0 && owners[0]) result.fields.set('SetupOwnerId', owners[0]);
  return result;
}

/** The owners above an id: a user has a profile, both have the organisation. */
function chainOf(tx: Transaction, owner: ApexId): ApexId[] {
  const org = tx.org.info.id;
  if (owner.value.startsWith('005')) {
    const user = owner.value === tx.user.id.value ? tx.user : tx.data.runningUser(owner);
    return [owner, user.profileId, org];
  }
  return owner.value.startsWith('00e') ? [owner, org] : [org];
}

const isHierarchy = (tx: Transaction, object: string): boolean => tx.org.schema.object(object)?.settingsType !== 'List';

/** One row of a list setting by its name, or of a hierarchy setting by the id of its owner. */
function byKey(tx: Transaction, object: string, key: string): SObjectValue | null {
  const owner = ApexId.parse(key);
  if (owner && isHierarchy(tx, object)) return byOwner(tx, object, owner) ?? null;
  return rows(tx, object, ' WHERE Name = :name LIMIT 1', () => key)[0] ?? null;
}

/**
 * The static methods of every custom setting type. The compiler finds them on `X__c` under this
 * name and passes the object's name after the transaction. `SObject` stands for the setting itself.
 */
export const customSettingClass = platformClass({
  name: 'System.CustomSetting',
  members: {
    'static SObject getInstance()': (tx, object: string) => merged(tx, object, chainOf(tx, tx.user.id)),
    // A null key finds nothing (inferred from a public suite that asks so of a hierarchy setting).
    'static SObject getInstance(String key)': (tx, object: string, key: string | null) => {
      if (key === null) return null;
      const owner = ApexId.parse(key);
      return owner && isHierarchy(tx, object) ? merged(tx, object, chainOf(tx, owner)) : byKey(tx, object, key);
    },
    'static SObject getInstance(Id ownerId)': (tx, object: string, owner: ApexId | null) =>
      merged(tx, object, chainOf(tx, required(owner, 1))),
    'static SObject getOrgDefaults()': (tx, object: string) => merged(tx, object, [tx.org.info.id]),
    'static SObject getValues(String key)': (tx, object: string, key: string | null) =>
      byKey(tx, object, required(key, 1)),
    'static SObject getValues(Id ownerId)': (tx, object: string, owner: ApexId | null) =>
      byOwner(tx, object, required(owner, 1)) ?? null,
    'static Map<String,SObject> getAll()': (tx, object: string) =>
      mapped(
        object,
        'Name',
        rows(tx, object, '', () => null)
      )
  }
});

/** The static methods of every custom metadata type; see customSettingClass. */
export const customMetadataClass = platformClass({
  name: 'System.CustomMetadata',
  members: {
    'static Map<String,SObject> getAll()': (tx, object: string) =>
      mapped(
        object,
        'DeveloperName',
        metadataRows(tx, object, '', () => null)
      ),
    'static SObject getInstance(String developerName)': (tx, object: string, name: string | null) =>
      record(tx, object, required(name, 1))
  }
});

/** A custom metadata record by developer name, qualified name or id. A name of 18 letters may look like an id. */
function record(tx: Transaction, object: string, name: string): SObjectValue | null {
  const where = ' WHERE DeveloperName = :key OR QualifiedApiName = :key LIMIT 1';
  const [named] = metadataRows(tx, object, where, (): ApexValue => name);
  const id = named ? undefined : ApexId.parse(name);
  return named ?? (id && metadataRows(tx, object, ' WHERE Id = :key LIMIT 1', (): ApexValue => id)[0]) ?? null;
}

function mapped(object: string, keyField: string, records: readonly SObjectValue[]): ApexMap<string> {
  const map = new ApexMap<string>(T.String, sobjectType(object));
  for (const row of records) mapSet(map, String(row.fields.get(keyField) ?? ''), row);
  return map;
}
