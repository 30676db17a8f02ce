import { ApexList, ApexMap, ApexSet, keyOf } from '../kernel/collections.js';
import { ApexObject, type ApexEnumValue, type ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import { isChildList, SObjectValue } from '../kernel/sobject.js';
import { type ApexType, setOf, T } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import { noAccessException } from '../runtime/exceptions.js';
import { platformClass } from './define.js';
import { mapSet } from './map.js';
import { setAdd } from './set.js';

type Records = ApexList<SObjectValue>;

/** System.SObjectAccessDecision: the stripped records and what was taken from them. */
class AccessDecision extends ApexObject {
  readonly records: Records;
  readonly removed = new Map<string, Set<string>>();
  readonly modified = new Set<number>();
  constructor(records: Records) {
    super();
    this.records = records;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'SObjectAccessDecision', args: [] };
  }
  remove(object: string, field: string, index: number): void {
    const fields = this.removed.get(object) ?? new Set();
    this.removed.set(object, fields.add(field));
    this.modified.add(index);
  }
}

/** What an AccessType asks of an object and its fields. */
const rights = {
  READABLE: { object: ['read'], field: 'read' },
  CREATABLE: { object: ['create'], field: 'edit' },
  UPDATABLE: { object: ['edit'], field: 'edit' },
  UPSERTABLE: { object: ['create', 'edit'], field: 'edit' }
} as const;

type Right = (typeof rights)[keyof typeof rights];

function stripRecord(
  tx: Transaction,
  record: SObjectValue,
  right: Right,
  decision: AccessDecision,
  index: number
): SObjectValue {
  const copy = new SObjectValue(record.object);
  copy.cameAs(record);
  const { access } = tx.user;
  for (const [name, value] of record.fields) {
    // Parents and children of objects that the user may not read go as a whole.
    const related = relatedObject(value);
    if (related !== undefined && right.field === 'read' && !access.objectAccess(related, 'read')) {
      decision.remove(record.object, name, index);
    } else if (value instanceof SObjectValue) copy.fields.set(name, stripRecord(tx, value, right, decision, index));
    else if (isChildList(value)) {
      const children = value.items.map((item) =>
        item instanceof SObjectValue ? stripRecord(tx, item, right, decision, index) : item
      );
      copy.fields.set(name, new ApexList(value.element, children));
    } else if (name === 'Id' || isAllowed(tx, record.object, name, right)) copy.fields.set(name, value);
    else decision.remove(record.object, name, index);
  }
  return copy;
}

/** The object of a parent record or of a list of children. */
function relatedObject(value: ApexValue): string | undefined {
  if (value instanceof SObjectValue) return value.object;
  return value instanceof ApexList && value.element.kind === 'sobject' ? value.element.name : undefined;
}

function isAllowed(tx: Transaction, object: string, name: string, right: Right): boolean {
  const field = tx.org.schema.field(object, name);
  // Aliases of aggregate queries are no fields and stay.
  if (!field) return true;
  if (!tx.user.access.fieldAccess(object, field.name, right.field)) return false;
  if (right.field === 'read') return true;
  return right.object[0] === 'create' ? field.createable : field.updateable;
}

function strip(
  tx: Transaction,
  type: ApexEnumValue | null,
  source: Records | null,
  enforceObject: boolean
): AccessDecision {
  const right = rights[required(type, 1).name as keyof typeof rights];
  const records = required(source, 2);
  const decision = new AccessDecision(new ApexList(records.element));
  records.items.forEach((record, index) => {
    const given = required(record, 2);
    if (enforceObject && !right.object.every((kind) => tx.user.access.objectAccess(given.object, kind))) {
      throw noAccessException(`No access to entity: ${given.object}`);
    }
    decision.records.items.push(stripRecord(tx, given, right, decision, index));
  });
  return decision;
}

export const securityClasses = [
  platformClass({
    name: 'System.Security',
    members: {
      'static SObjectAccessDecision stripInaccessible(AccessType accessCheckType, List<SObject> sourceRecords)': (
        tx,
        type: ApexEnumValue | null,
        records: Records | null
      ) => strip(tx, type, records, true),
      'static SObjectAccessDecision stripInaccessible(AccessType accessCheckType, List<SObject> sourceRecords, Boolean enforceRootObjectCRUD)':
        (tx, type: ApexEnumValue | null, records: Records | null, enforce: boolean | null) =>
          strip(tx, type, records, enforce !== false)
    }
  }),
  platformClass({
    name: 'System.SObjectAccessDecision',
    members: {
      'Set<Integer> getModifiedIndexes()': (_tx, self: AccessDecision) => {
        const set = new ApexSet<number>(T.Integer);
        for (const index of self.modified) setAdd(set, index);
        return set;
      },
      'List<SObject> getRecords()': (_tx, self: AccessDecision) => self.records,
      'Map<String,Set<String>> getRemovedFields()': (_tx, self: AccessDecision) => {
        const map = new ApexMap<string>(T.String, setOf(T.String));
        for (const [object, fields] of self.removed) {
          const set = new ApexSet<string>(T.String);
          for (const field of fields) set.entries.set(keyOf(field), field);
          mapSet(map, object, set);
        }
        return map;
      }
    }
  })
];
