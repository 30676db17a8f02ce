import { randomUUID } from 'node:crypto';
import { ApexList } from '../../kernel/collections.js';
import type { ApexEnumValue, ApexValue } from '../../kernel/object.js';
import type { ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import type { ApexType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { invalidParameter, noAccessException } from '../../runtime/exceptions.js';
import { stringHash } from '../../runtime/hash.js';
import { platformClass } from '../define.js';
import { mapSet } from '../map.js';
import { CaseInsensitiveMap } from '../case-insensitive-map.js';
import { describeField } from './describe-field.js';
import { describeObject, type ObjectDescribe } from './describe-object.js';
import { describeTabs } from './describe-tabs.js';
import { defaultValueFor } from './field-defaults.js';
import { type SObjectFieldToken, sobjectTypeToken, type SObjectTypeToken } from './tokens.js';

const named = (name: string): ApexType => ({ kind: 'platform', name, args: [] });

/** Object Reference: objects that only orgs with several currencies have. Public tests ask for them to find out which an org is. */
const currencyObjects: ReadonlySet<string> = new Set(['CurrencyType', 'DatedConversionRate']);

const isHidden = (tx: Transaction, object: string): boolean =>
  currencyObjects.has(object) && !tx.org.info.multiCurrency;

function describeAll(tx: Transaction, names: ApexList<string | null> | null): ApexList<ObjectDescribe> {
  const found = required(names, 1).items.map((name) => {
    const model = tx.org.schema.object(required(name, 1));
    if (!model) throw invalidParameter(`SObject type ${name} does not exist.`);
    if (isHidden(tx, model.name)) throw noAccessException('The requested object does not exist');
    return describeObject(model.name);
  });
  return new ApexList(named('DescribeSObjectResult'), found);
}

export const schemaClass = platformClass({
  name: 'System.Schema',
  members: {
    'static Map<String,SObjectType> getGlobalDescribe()': (tx) => {
      const map = new CaseInsensitiveMap(named('SObjectType'), (name) => tx.org.schema.namespace.full(name));
      for (const { name } of tx.org.schema.objects())
        if (!isHidden(tx, name)) mapSet(map, name.toLowerCase(), sobjectTypeToken(name));
      return map;
    },
    'static List<DescribeSObjectResult> describeSObjects(List<String> sObjectTypes)': (
      tx,
      names: ApexList<string | null> | null
    ) => describeAll(tx, names),
    'static List<DescribeSObjectResult> describeSObjects(List<String> sObjectTypes, SObjectDescribeOptions options)': (
      tx,
      names: ApexList<string | null> | null,
      _options: ApexEnumValue | null
    ) => describeAll(tx, names),
    'static List<DescribeTabSetResult> describeTabs()': (tx) => describeTabs(tx)
  }
});

function newRecord(tx: Transaction, self: SObjectTypeToken, loadDefaults: boolean): SObjectValue {
  const record = new SObjectValue(self.object);
  if (loadDefaults) {
    for (const field of tx.org.schema.object(self.object)?.fields.values() ?? []) {
      const value = field.name === 'OwnerId' ? tx.user.id : defaultValueFor(field);
      if (value !== null) record.fields.set(field.name, value);
    }
    // Only an event made this way knows its id before it is published (Platform Events Developer Guide).
    if (tx.org.schema.object(self.object)?.kind === 'platformEvent') record.fields.set('EventUuid', randomUUID());
  }
  return record;
}

export const sobjectTypeClass = platformClass({
  name: 'Schema.SObjectType',
  members: {
    'Boolean equals(Object other)': (_tx, self: SObjectTypeToken, other: ApexValue) => self === other,
    'DescribeSObjectResult getDescribe()': (_tx, self: SObjectTypeToken) => describeObject(self.object),
    'DescribeSObjectResult getDescribe(Object options)': (_tx, self: SObjectTypeToken) => describeObject(self.object),
    'Integer hashCode()': (_tx, self: SObjectTypeToken) => stringHash(self.object),
    'SObject newSObject()': (tx, self: SObjectTypeToken) => newRecord(tx, self, false),
    'SObject newSObject(Id id)': (tx, self: SObjectTypeToken, id: ApexId | null) => {
      const record = newRecord(tx, self, false);
      record.fields.set('Id', id);
      return record;
    },
    'SObject newSObject(Id recordTypeId, Boolean loadDefaults)': (
      tx,
      self: SObjectTypeToken,
      recordType: ApexId | null,
      loadDefaults: boolean | null
    ) => {
      const record = newRecord(tx, self, loadDefaults === true);
      if (recordType) record.fields.set('RecordTypeId', recordType);
      return record;
    },
    'String toString()': (_tx, self: SObjectTypeToken) => self.object
  }
});

export const sobjectFieldClass = platformClass({
  name: 'Schema.SObjectField',
  members: {
    'Boolean equals(Object other)': (_tx, self: SObjectFieldToken, other: ApexValue) => self === other,
    'DescribeFieldResult getDescribe()': (_tx, self: SObjectFieldToken) => describeField(self.object, self.field),
    'DescribeFieldResult getDescribe(Object options)': (_tx, self: SObjectFieldToken) =>
      describeField(self.object, self.field),
    'Integer hashCode()': (_tx, self: SObjectFieldToken) => stringHash(`${self.object}.${self.field}`),
    'String toString()': (_tx, self: SObjectFieldToken) => self.field
  }
});
