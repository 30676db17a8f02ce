import { withoutNamespace } from './local-name.js';
import { Big } from 'bigdecimal.js';
import { ApexList } from '../../kernel/collections.js';
import { ApexObject, type ApexEnumValue, type ApexValue } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import { type ApexType } from '../../kernel/types.js';
import { customCompoundOf } from '../../schema/compound-parts.js';
import type { FieldModel, FieldType } from '../../schema/model.js';
import { isLookupKey } from '../../schema/lookup-keys.js';
import { isFilterable, isGroupable, isSortable } from '../../schema/query-traits.js';
import { invalidParameter } from '../../runtime/exceptions.js';
import type { HasText } from '../../runtime/text.js';
import type { HasJson } from '../json/serialize.js';
import { platformClass, type PlatformClassSource, type StaticFunction } from '../define.js';
import { enumConstant } from '../enums.js';
import { describedMembers } from './described-json.js';
import { withProperties } from './described-properties.js';
import { picklistEntries } from './picklist-entry.js';
import { fieldToken, sobjectTypeToken } from './tokens.js';

const named = (name: string): ApexType => ({ kind: 'platform', name, args: [] });

/** Schema.DescribeFieldResult. */
export class FieldDescribe extends ApexObject implements HasText, HasJson {
  readonly object: string;
  readonly field: string;
  constructor(object: string, field: string) {
    super();
    this.object = object;
    this.field = field;
  }
  override apexType(): ApexType {
    return named('DescribeFieldResult');
  }
  keyToken(): string {
    return `\u0000f${this.object}.${this.field}`;
  }
  apexText(): string {
    return `Schema.DescribeFieldResult[getName=${this.field};]`;
  }
  /** Components get describes from their controllers so (public suites). */
  jsonMembers(tx: Transaction): readonly (readonly [string, ApexValue])[] {
    return describedMembers(tx, this, methods);
  }
  model(tx: Transaction): FieldModel {
    const field = tx.org.schema.field(this.object, this.field);
    if (!field) throw invalidParameter(`Invalid field ${this.field} for ${this.object}`);
    return field;
  }
}

/** The describe of a field, as `Schema.SObjectType.Account.fields.Name` and getDescribe() give it. */
export const describeField = (object: string, field: string): FieldDescribe => new FieldDescribe(object, field);

type Self = FieldDescribe;

/** DisplayType and SOAPType by field type. */
const displayTypes: Readonly<Record<FieldType, readonly [string, string]>> = {
  id: ['ID', 'ID'],
  string: ['STRING', 'STRING'],
  textarea: ['TEXTAREA', 'STRING'],
  longtextarea: ['TEXTAREA', 'STRING'],
  richtextarea: ['TEXTAREA', 'STRING'],
  boolean: ['BOOLEAN', 'BOOLEAN'],
  int: ['INTEGER', 'INTEGER'],
  double: ['DOUBLE', 'DOUBLE'],
  currency: ['CURRENCY', 'DOUBLE'],
  percent: ['PERCENT', 'DOUBLE'],
  date: ['DATE', 'DATE'],
  datetime: ['DATETIME', 'DATETIME'],
  time: ['TIME', 'TIME'],
  picklist: ['PICKLIST', 'STRING'],
  multipicklist: ['MULTIPICKLIST', 'STRING'],
  reference: ['REFERENCE', 'ID'],
  email: ['EMAIL', 'STRING'],
  phone: ['PHONE', 'STRING'],
  url: ['URL', 'STRING'],
  encryptedstring: ['ENCRYPTEDSTRING', 'STRING'],
  combobox: ['COMBOBOX', 'STRING'],
  anyType: ['ANYTYPE', 'ANYTYPE'],
  base64: ['BASE64', 'BASE64BINARY'],
  address: ['ADDRESS', 'ADDRESS'],
  location: ['LOCATION', 'LOCATION'],
  autonumber: ['STRING', 'STRING'],
  junctionidlist: ['REFERENCE', 'ID']
};

const numeric: readonly FieldType[] = ['double', 'currency', 'percent'];
const isText = (field: FieldModel): boolean => displayTypes[field.type][1] === 'STRING';
const isLong = (field: FieldModel): boolean => field.type === 'longtextarea' || field.type === 'richtextarea';

/** Reads one fact off the model. */
/** Whether permission sets may speak of the field: not of required, name, owner and system fields (Object Reference, "FieldPermissions"). */
function isPermissionable(field: FieldModel, self: Self, tx: Transaction): boolean {
  if (field.required || field.masterDetail === true) return false;
  if (field.custom) return true;
  const isName = tx.org.schema.object(self.object)?.nameField === field.name;
  return (field.createable || field.updateable) && !isName && field.name !== 'OwnerId' && field.type !== 'id';
}

const fact =
  (read: (field: FieldModel, self: Self, tx: Transaction) => ApexValue): StaticFunction =>
  (tx, self: Self) =>
    read(self.model(tx), self, tx);

const constantOf = (type: string, constant: string): ApexEnumValue => enumConstant(type, constant);

/** DisplayType of a field, e.g. `STRING`. */
export const displayTypeOf = (field: FieldModel): ApexEnumValue =>
  constantOf('DisplayType', displayTypes[field.type][0]);

/** Lengths as describe tells them: ids have 18 characters, texts theirs, other types none. */
function lengthOf(field: FieldModel): number {
  if (field.type === 'id' || field.type === 'reference') return 18;
  if (field.length !== undefined) return field.length;
  return isText(field) ? 255 : 0;
}

/** Digits in all and after the point of numbers; Integers count digits only. */
const precisionOf = (field: FieldModel): number => (numeric.includes(field.type) ? (field.precision ?? 18) : 0);

function defaultValue(field: FieldModel): ApexValue {
  const value = field.defaultValue ?? null;
  if (typeof value === 'number') return field.type === 'int' ? value : Big(value);
  return field.type === 'boolean' ? value === true || value === 'true' : value;
}

/** `BillingAddress` for BillingCity and its like, `Name` for the parts of a person's name, the place for its two numbers. */
function compoundOf(tx: Transaction, object: string, field: FieldModel): string | null {
  const has = (name: string): boolean => tx.org.schema.field(object, name) !== undefined;
  const address =
    /^(\w*?)(?:Street|City|State|PostalCode|Country|StateCode|CountryCode|Latitude|Longitude|GeocodeAccuracy)$/.exec(
      field.name
    );
  if (address && has(`${address[1]}Address`)) return `${address[1]}Address`;
  const custom = customCompoundOf(field.name);
  if (custom !== undefined) return custom;
  const person = /^(?:FirstName|LastName|Salutation|MiddleName|Suffix)$/.test(field.name);
  return person && has('FirstName') && has('Name') ? 'Name' : null;
}

const writable = (kind: 'createable' | 'updateable'): StaticFunction =>
  fact((field, self, tx) => {
    if (!field[kind] || field.formula !== undefined || field.type === 'autonumber') return false;
    const { access } = tx.user;
    // A field that nobody may hide, such as a name, is still only as writable as its object.
    const right = kind === 'createable' ? 'create' : 'edit';
    return access.fieldAccess(self.object, field.name, 'edit') && access.objectAccess(self.object, right);
  });

const methods: PlatformClassSource['members'] = {
  'Integer getByteLength()': fact((field) => lengthOf(field) * (isText(field) ? 3 : 1)),
  'String getCalculatedFormula()': fact((field) => field.formula ?? null),
  'SObjectField getController()': fact((field, self) =>
    field.controllingField === undefined ? null : fieldToken(self.object, field.controllingField)
  ),
  'Boolean getDataTranslationEnabled()': () => false,
  'String getCompoundFieldName()': fact((field, self, tx) => compoundOf(tx, self.object, field)),
  'Object getDefaultValue()': fact((field) => defaultValue(field)),
  'String getDefaultValueFormula()': fact((field) =>
    field.defaultValue === undefined || field.defaultValue === null ? null : String(field.defaultValue)
  ),
  'Integer getDigits()': fact((field) => (field.type === 'int' ? (field.precision ?? 9) : 0)),
  'String getInlineHelpText()': fact((field) => field.helpText ?? null),
  'String getLabel()': fact((field) => field.label),
  'FilteredLookupInfo getFilteredLookupInfo()': { unsupported: 'describing lookup filters' },
  'String getMask()': fact((field) => (field.type === 'encryptedstring' ? 'X' : null)),
  'String getMaskType()': fact((field) => (field.type === 'encryptedstring' ? 'all' : null)),
  'Integer getLength()': fact((field) => lengthOf(field)),
  'String getLocalName()': fact((field) => withoutNamespace(field.name)),
  'String getName()': fact((field) => field.name),
  'List<PicklistEntry> getPicklistValues()': (tx, self: Self) => {
    const field = self.model(tx);
    const { controllingField } = field;
    const controlling = controllingField === undefined ? undefined : tx.org.schema.field(self.object, controllingField);
    return new ApexList(named('PicklistEntry'), picklistEntries(field, controlling));
  },
  'Integer getPrecision()': fact((field) => precisionOf(field)),
  'String getReferenceTargetField()': () => null,
  'List<SObjectType> getReferenceTo()': fact(
    (field) => new ApexList(named('SObjectType'), (field.referenceTo ?? []).map(sobjectTypeToken))
  ),
  'String getRelationshipName()': fact((field) => field.relationshipName ?? null),
  'Integer getRelationshipOrder()': fact((field) => (field.masterDetail ? 0 : null)),
  'Integer getScale()': fact((field) => (numeric.includes(field.type) ? (field.scale ?? 0) : 0)),
  'SOAPType getSOAPType()': fact((field) => constantOf('SOAPType', displayTypes[field.type][1])),
  'SObjectField getSObjectField()': fact((field, self) => fieldToken(self.object, field.name)),
  'SObjectType getSObjectType()': (_tx, self: Self) => sobjectTypeToken(self.object),
  'DisplayType getType()': fact(displayTypeOf),
  'Boolean isAccessible()': fact((field, self, tx) => tx.user.access.fieldAccess(self.object, field.name, 'read')),
  'Boolean isAggregatable()': fact((field) => !isLong(field) && field.type !== 'boolean'),
  'Boolean isAiPredictionField()': () => false,
  'Boolean isAutoNumber()': fact((field) => field.type === 'autonumber' || field.autoNumberFormat !== undefined),
  'Boolean isCalculated()': fact((field) => field.formula !== undefined),
  'Boolean isCascadeDelete()': fact((field) => field.masterDetail === true || field.deleteConstraint === 'Cascade'),
  'Boolean isCaseSensitive()': fact((field) => field.caseSensitive),
  'Boolean isCreateable()': writable('createable'),
  'Boolean isCustom()': fact((field) => field.custom),
  'Boolean isDefaultedOnCreate()': fact(
    (field) => field.type === 'boolean' || (field.defaultValue !== undefined && field.defaultValue !== null)
  ),
  'Boolean isDependentPicklist()': fact((field) => field.controllingField !== undefined),
  'Boolean isDeprecatedAndHidden()': () => false,
  'Boolean isDisplayLocationInDecimal()': () => false,
  'Boolean isEncrypted()': fact((field) => field.type === 'encryptedstring'),
  'Boolean isExternalID()': fact((field) => field.externalId),
  'Boolean isFilterable()': fact(isFilterable),
  'Boolean isFormulaTreatNullNumberAsZero()': () => false,
  'Boolean isGroupable()': fact(isGroupable),
  'Boolean isHighScaleNumber()': () => false,
  'Boolean isHtmlFormatted()': fact((field) => field.type === 'richtextarea'),
  'Boolean isIdLookup()': fact((field, self, tx) => {
    const object = tx.org.schema.object(self.object);
    return object !== undefined && isLookupKey(object, field);
  }),
  'Boolean isNameField()': fact(
    (field, self, tx) => field.type !== 'id' && tx.org.schema.object(self.object)?.nameField === field.name
  ),
  'Boolean isNamePointing()': fact((field) => (field.referenceTo?.length ?? 0) > 1),
  'Boolean isNillable()': fact((field) => !field.required && field.type !== 'boolean' && field.type !== 'id'),
  'Boolean isPermissionable()': fact(isPermissionable),
  'Boolean isQueryByDistance()': fact((field) => field.type === 'location'),
  'Boolean isRestrictedDelete()': fact((field) => field.deleteConstraint === 'Restrict'),
  'Boolean isRestrictedPicklist()': fact((field) => field.restrictedPicklist === true),
  'Boolean isSearchPrefilterable()': fact((field) => field.type === 'reference'),
  'Boolean isSortable()': fact(isSortable),
  'Boolean isUnique()': fact((field) => field.unique),
  'Boolean isUpdateable()': writable('updateable'),
  'Boolean isWriteRequiresMasterRead()': () => false
};

export const describeFieldClass = platformClass({
  name: 'Schema.DescribeFieldResult',
  members: withProperties(methods)
});
