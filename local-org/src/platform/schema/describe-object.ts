import { ApexList, ApexMap } from '../../kernel/collections.js';
import { ApexObject } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import { type ApexType, T } from '../../kernel/types.js';
import type { ObjectModel } from '../../schema/model.js';
import { invalidParameter } from '../../runtime/exceptions.js';
import type { HasText } from '../../runtime/text.js';
import { platformClass, type PlatformClassSource, type StaticFunction } from '../define.js';
import { enumConstant } from '../enums.js';
import { mapSet } from '../map.js';
import { ChildRelationshipObject } from './child-relationship.js';
import { withProperties } from './described-properties.js';
import { FieldSetMap } from './field-set.js';
import { FieldMap } from './object-parts.js';
import { withoutNamespace } from './local-name.js';
import { recordTypeInfos } from './record-type-info.js';
import { sobjectTypeToken } from './tokens.js';

const named = (name: string): ApexType => ({ kind: 'platform', name, args: [] });

/** Schema.DescribeSObjectResult. */
export class ObjectDescribe extends ApexObject implements HasText {
  readonly object: string;
  constructor(object: string) {
    super();
    this.object = object;
  }
  override apexType(): ApexType {
    return named('DescribeSObjectResult');
  }
  keyToken(): string {
    return `\u0000d${this.object}`;
  }
  apexText(): string {
    return `Schema.DescribeSObjectResult[getName=${this.object};]`;
  }
  model(tx: Transaction): ObjectModel {
    const model = tx.org.schema.object(this.object);
    if (!model) throw invalidParameter(`Invalid sobject provided. The object ${this.object} is not in this org`);
    return model;
  }
}

/** The describe of an object, as `Schema.SObjectType.Account` and getDescribe() give it. */
export const describeObject = (object: string): ObjectDescribe => new ObjectDescribe(object);

type Self = ObjectDescribe;
type Access = Parameters<Transaction['user']['access']['objectAccess']>[1];

const allows =
  (kind: Access): StaticFunction =>
  (tx, self: Self) =>
    tx.user.access.objectAccess(self.object, kind);
const isCustom = (model: ObjectModel): boolean => model.kind !== 'standard' && model.name.includes('__');
const isData = (model: ObjectModel): boolean => model.kind === 'standard' || model.kind === 'custom';

/** The name without the namespace of an installed package; code of the org's own has none. */
const localName: StaticFunction = (_tx, self: Self) => withoutNamespace(self.object);

function recordTypes(key: 'name' | 'developerName' | 'id'): StaticFunction {
  return (tx, self: Self) => {
    const map = new ApexMap(key === 'id' ? T.Id : T.String, named('RecordTypeInfo'));
    for (const info of recordTypeInfos(self.model(tx))) mapSet(map, info[key], info);
    return map;
  };
}

function childRelationships(tx: Transaction, self: Self): ApexList<ChildRelationshipObject> {
  const children = tx.org.schema.childReferences(self.object);
  return new ApexList(
    named('ChildRelationship'),
    children.map((child) => new ChildRelationshipObject(child))
  );
}

const methods: PlatformClassSource['members'] = {
  'SObjectTypeFields fields {get}': { get: (_tx, self: Self) => new FieldMap(self.object) },
  'SObjectTypeFieldSets fieldSets {get}': { get: (_tx, self: Self) => new FieldSetMap(self.object) },
  'List<ChildRelationship> getChildRelationships()': (tx, self: Self) => childRelationships(tx, self),
  'String getKeyPrefix()': (tx, self: Self) => self.model(tx).keyPrefix || null,
  'String getLabel()': (tx, self: Self) => self.model(tx).label,
  'String getLabelPlural()': (tx, self: Self) => self.model(tx).pluralLabel,
  'String getLocalName()': localName,
  'String getName()': (_tx, self: Self) => self.object,
  'List<RecordTypeInfo> getRecordTypeInfos()': (tx, self: Self) =>
    new ApexList(named('RecordTypeInfo'), recordTypeInfos(self.model(tx))),
  'Map<String,RecordTypeInfo> getRecordTypeInfosByDeveloperName()': recordTypes('developerName'),
  'Map<Id,RecordTypeInfo> getRecordTypeInfosById()': recordTypes('id'),
  'Map<String,RecordTypeInfo> getRecordTypeInfosByName()': recordTypes('name'),
  'SObjectType getSObjectType()': (_tx, self: Self) => sobjectTypeToken(self.object),
  'Boolean isAccessible()': allows('read'),
  'Boolean isCreateable()': allows('create'),
  'Boolean isCustom()': (tx, self: Self) => isCustom(self.model(tx)),
  'Boolean isCustomSetting()': (tx, self: Self) => self.model(tx).kind === 'customSetting',
  'Boolean isDeletable()': allows('delete'),
  'Boolean isDeprecatedAndHidden()': () => false,
  'Boolean isFeedEnabled()': () => false,
  'Boolean isMergeable()': (_tx, self: Self) => ['Account', 'Contact', 'Lead', 'Case'].includes(self.object),
  'Boolean isMruEnabled()': (tx, self: Self) => isData(self.model(tx)),
  'Boolean isQueryable()': (tx, self: Self) => self.model(tx).kind !== 'platformEvent',
  'Boolean isSearchable()': (tx, self: Self) => isData(self.model(tx)),
  'Boolean isUndeletable()': (tx, self: Self) => isData(self.model(tx)),
  'Boolean isUpdateable()': allows('edit'),
  'Boolean getHasSubtypes()': () => false,
  'String getImplementedBy()': () => null,
  'String getImplementsInterfaces()': () => null,
  'String getDefaultImplementation()': () => null,
  'Boolean getIsInterface()': () => false,
  'String getAssociateEntityType()': (_tx, self: Self) => (self.object.endsWith('__Share') ? 'Share' : null),
  'String getAssociateParentEntity()': (_tx, self: Self) =>
    self.object.endsWith('__Share') ? self.object.replace(/__Share$/, '__c') : null,
  'Boolean getIsSubtype()': () => false,
  'Boolean getDataTranslationEnabled()': () => false,
  'SObjectDescribeOptions getSObjectDescribeOption()': () => enumConstant('SObjectDescribeOptions', 'FULL')
};

export const describeObjectClass = platformClass({
  name: 'Schema.DescribeSObjectResult',
  members: withProperties(methods)
});
