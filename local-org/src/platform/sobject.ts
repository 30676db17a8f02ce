import { type DmlOptionsObject, recordOptions } from './database/dml-options.js';
import { recalculate } from './formula/recalculate.js';
import { ApexList, ApexMap } from '../kernel/collections.js';
import type { ApexException } from '../kernel/exception.js';
import { ApexEnumValue, ApexObject, type ApexValue } from '../kernel/object.js';
import { ApexId } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';
import { T } from '../kernel/types.js';
import type { FieldModel } from '../schema/model.js';
import { required } from '../runtime/arguments.js';
import { cloneSourceOf, setCloneSource } from '../runtime/clone-sources.js';
import { sameValue } from '../runtime/equality.js';
import { finalException, sobjectException } from '../runtime/exceptions.js';
import { valueForField } from '../runtime/field-values.js';
import { hashOf } from '../runtime/hash.js';
import { getField, orderedFields, setField } from '../runtime/sobject-access.js';
import { toText } from '../runtime/text.js';
import { DatabaseError } from './database/results.js';
import { platformClass } from './define.js';
import { mapSet } from './map.js';
import { copyRecord } from './record-copy.js';
import { autonumberFields } from './schema/autonumbers.js';
import { fieldByName, fieldByToken } from './schema/field-names.js';
import { type SObjectFieldToken, sobjectTypeToken } from './schema/tokens.js';
import { addError } from './sobject-errors.js';

type S = string | null;
type F = SObjectFieldToken | null;
type B = boolean | null;
type R = SObjectValue;

function clone(
  tx: Transaction,
  self: R,
  preserveId: B = false,
  deep: B = false,
  timestamps: B = false,
  autonumber: B = false
): R {
  const copy = copyRecord(self, {
    preserveId: preserveId === true,
    deep: deep === true,
    preserveReadonlyTimestamps: timestamps === true,
    preserveAutonumber: autonumber === true,
    autonumbers: autonumberFields(tx.org.schema, self.object)
  });
  const id = self.fields.get('Id') ?? null;
  setCloneSource(copy, id instanceof ApexId ? id : null);
  return copy;
}

/** get by name: a field, also through relationships of an aggregate's aliases. */
function getByName(tx: Transaction, self: R, name: S): ApexValue {
  const wanted = required(name, 1);
  if (self.object === 'AggregateResult') return getAlias(tx, self, wanted);
  const own = aliased(tx, self, wanted);
  return own === undefined ? getField(tx, self, fieldByName(tx, self, wanted).name) : own;
}

/** What a query calls by an alias of its own, as `FORMAT(Amount) shown`, is had by that name. */
function aliased(tx: Transaction, self: R, name: string): ApexValue | undefined {
  if (!self.queried || tx.org.schema.field(self.object, name.trim())) return undefined;
  const value = self.fields.get(name);
  return value instanceof ApexObject && !(value instanceof ApexEnumValue) ? undefined : value;
}

function getAlias(tx: Transaction, self: R, alias: string): ApexValue {
  const wanted = alias.toLowerCase();
  const full = tx.org.schema.namespace.full(wanted).toLowerCase();
  for (const [name, value] of self.fields) if (name.toLowerCase() === wanted) return value;
  for (const [name, value] of self.fields) if (name.toLowerCase() === full) return value;
  throw sobjectException(`Invalid field ${alias} for AggregateResult`);
}

function put(tx: Transaction, self: R, field: FieldModel, value: ApexValue): ApexValue {
  if (field.formula !== undefined) throw sobjectException(`Field ${field.name} is not editable`);
  const old = self.fields.get(field.name) ?? null;
  setField(tx, self, field.name, valueForField(field, value));
  return old;
}

/** Canonical name of a parent relationship, given by relationship or by field name. */
function parentName(tx: Transaction, self: R, name: string): string {
  const { schema } = tx.org;
  const field = schema.parentRelationship(self.object, name) ?? schema.field(self.object, name);
  if (!field?.relationshipName) throw sobjectException(`Invalid relationship ${name} for ${self.object}`);
  return field.relationshipName;
}

function parentOf(tx: Transaction, self: R, name: string): SObjectValue | null {
  const parent = getField(tx, self, parentName(tx, self, name));
  return parent instanceof SObjectValue ? parent : null;
}

function putParent(tx: Transaction, self: R, name: string, parent: R | null): R | null {
  if (self.readOnly) throw finalException('Record is read-only');
  const relationship = parentName(tx, self, name);
  const old = self.fields.get(relationship);
  self.set(relationship, parent);
  return old instanceof SObjectValue ? old : null;
}

function populated(self: R): ApexMap<string> {
  const map = new ApexMap<string>(T.String, T.Object);
  for (const [name, value] of orderedFields(self)) mapSet(map, name, value);
  return map;
}

export const sobjectClass = platformClass({
  name: 'System.SObject',
  members: {
    'void addError(Exception exceptionError)': (tx, self: R, error: ApexException | null) => addError(tx, self, error),
    'void addError(Exception exceptionError, Boolean escape)': (tx, self: R, error: ApexException | null) =>
      addError(tx, self, error),
    'void addError(String errorMsg)': (tx, self: R, message: S) => addError(tx, self, message),
    'void addError(String errorMsg, Boolean escape)': (tx, self: R, message: S) => addError(tx, self, message),
    'void addError(SObjectField field, String errorMsg)': (tx, self: R, field: F, message: S) =>
      addError(tx, self, message, fieldByToken(tx, self, required(field, 1)).name),
    'void addError(SObjectField field, String errorMsg, Boolean escape)': (tx, self: R, field: F, message: S) =>
      addError(tx, self, message, fieldByToken(tx, self, required(field, 1)).name),
    'void addError(String field, String errorMsg)': (tx, self: R, field: S, message: S) =>
      addError(tx, self, message, fieldByName(tx, self, required(field, 1)).name),
    'void addError(String field, String errorMsg, Boolean escape)': (tx, self: R, field: S, message: S) =>
      addError(tx, self, message, fieldByName(tx, self, required(field, 1)).name),
    'void clear()': (_tx, self: R) => {
      if (self.readOnly) throw finalException('Record is read-only');
      self.fields.clear();
    },
    'SObject clone()': (tx, self: R) => clone(tx, self),
    'SObject clone(Boolean preserveId)': (tx, self: R, id: B) => clone(tx, self, id),
    'SObject clone(Boolean preserveId, Boolean isDeepClone)': (tx, self: R, id: B, deep: B) =>
      clone(tx, self, id, deep),
    'SObject clone(Boolean preserveId, Boolean isDeepClone, Boolean preserveReadonlyTimestamps)': (
      tx,
      self: R,
      id: B,
      deep: B,
      timestamps: B
    ) => clone(tx, self, id, deep, timestamps),
    'SObject clone(Boolean preserveId, Boolean isDeepClone, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)':
      (tx, self: R, id: B, deep: B, timestamps: B, autonumber: B) => clone(tx, self, id, deep, timestamps, autonumber),
    'Boolean equals(Object other)': (tx, self: R, other: ApexValue) => sameValue(tx, self, other),
    'Object get(String fieldName)': (tx, self: R, name: S) => getByName(tx, self, name),
    'Object get(SObjectField field)': (tx, self: R, field: F) => {
      const token = required(field, 1);
      return getField(tx, self, fieldByToken(tx, self, token).name);
    },
    'Id getCloneSourceId()': (_tx, self: R) => cloneSourceOf(self) ?? null,
    'List<Database.Error> getErrors()': (_tx, self: R) =>
      new ApexList(
        { kind: 'platform', name: 'Database.Error', args: [] },
        (self.errors ?? []).map(
          (error) =>
            new DatabaseError({
              code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
              message: error.message,
              fields: error.field === undefined ? [] : [error.field]
            })
        )
      ),
    'Database.DMLOptions getOptions()': (_tx, self: R) => recordOptions.get(self) ?? null,
    'Map<String,Object> getPopulatedFieldsAsMap()': (_tx, self: R) => populated(self),
    'String getQuickActionName()': { unsupported: 'quick actions in Apex' },
    'SObject getSObject(String fieldName)': (tx, self: R, name: S) => parentOf(tx, self, required(name, 1)),
    'SObject getSObject(SObjectField field)': (tx, self: R, field: F) =>
      parentOf(tx, self, fieldByToken(tx, self, required(field, 1)).name),
    'List<SObject> getSObjects(String fieldName)': (tx, self: R, name: S) => {
      const children = tx.org.schema.childRelationship(self.object, required(name, 1));
      if (!children) throw sobjectException(`Invalid relationship ${name} for ${self.object}`);
      const list = self.fields.get(children.name);
      return list instanceof ApexList ? list : null;
    },
    'SObjectType getSObjectType()': (_tx, self: R) => sobjectTypeToken(self.object),
    'Boolean hasErrors()': (_tx, self: R) => (self.errors?.length ?? 0) > 0,
    'Integer hashCode()': (tx, self: R) => hashOf(tx, self),
    'Boolean isClone()': (_tx, self: R) => cloneSourceOf(self) !== undefined,
    'Boolean isSet(String fieldName)': (tx, self: R, name: S) =>
      self.fields.has(fieldByName(tx, self, required(name, 1)).name),
    'Boolean isSet(SObjectField field)': (tx, self: R, field: F) =>
      self.fields.has(fieldByToken(tx, self, required(field, 1)).name),
    'Object put(String fieldName, Object value)': (tx, self: R, name: S, value: ApexValue) =>
      put(tx, self, fieldByName(tx, self, required(name, 1)), value),
    'Object put(SObjectField field, Object value)': (tx, self: R, field: F, value: ApexValue) =>
      put(tx, self, fieldByToken(tx, self, required(field, 1)), value),
    'SObject putSObject(String fieldName, SObject value)': (tx, self: R, name: S, parent: R | null) =>
      putParent(tx, self, required(name, 1), parent),
    'SObject putSObject(SObjectField field, SObject value)': (tx, self: R, field: F, parent: R | null) =>
      putParent(tx, self, fieldByToken(tx, self, required(field, 1)).name, parent),
    'void recalculateFormulas()': (tx, self: R) => recalculate(tx, self),
    'void setOptions(Database.DMLOptions options)': (_tx, self: R, options: DmlOptionsObject | null) => {
      recordOptions.set(self, required(options, 1));
      self.truncate = options?.allowFieldTruncation ?? false;
      self.assignmentRule = options?.assignmentRule;
      self.allowDuplicates = options?.allowDuplicates;
    },
    'String toString()': (tx, self: R) => toText(tx, self)
  }
});
