import type { OwnNamespace } from './own-namespace.js';

/**
 * The schema model: what metadata says about objects and fields, in one shape for standard and custom ones.
 * Names are canonical API names; look-ups ignore case (`Schema.object('account')`).
 */

export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'longtextarea'
  | 'richtextarea'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'picklist'
  | 'multipicklist'
  | 'reference'
  | 'email'
  | 'phone'
  | 'url'
  | 'encryptedstring'
  | 'combobox'
  | 'anyType'
  | 'base64'
  | 'address'
  | 'location'
  | 'autonumber'
  /** Ids of records that junction records lead to: EmailMessage.ToIds. */
  | 'junctionidlist';

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly isDefault: boolean;
}

export interface FieldModel {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  /** Characters for text, digits before and after the point for numbers. */
  readonly length?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly required: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly custom: boolean;
  /** Objects a reference may point to; more than one for polymorphic fields. */
  readonly referenceTo?: readonly string[];
  /** Name that walks to the parent in SOQL and Apex: `Account`, `Connection__r`. */
  readonly relationshipName?: string;
  /** Name of the children list on the parent: `Contacts`, `Items__r`. */
  readonly childRelationshipName?: string;
  readonly deleteConstraint?: 'SetNull' | 'Restrict' | 'Cascade';
  readonly masterDetail?: boolean;
  /** Absent where the filter is optional or inactive. */
  readonly lookupFilter?: LookupFilterModel;
  readonly picklist?: readonly PicklistValue[];
  readonly restrictedPicklist?: boolean;
  /** The field on which the values of a dependent picklist depend. */
  readonly controllingField?: string;
  /** A metadata relationship to a field: the relationship that says of which object. */
  readonly objectField?: string;
  /** The controlling values under which a dependent value may be chosen. */
  readonly validFor?: ReadonlyMap<string, readonly string[]>;
  readonly defaultValue?: string | number | boolean | null;
  /** A default that is no literal: a formula for each new record. */
  readonly defaultFormula?: string;
  /** Formula text; a field with one is computed and never stored. */
  readonly formula?: string;
  /** What an empty number is to the formula; absent: zero in sums and products, empty elsewhere. */
  readonly treatBlanksAs?: 'zero' | 'blank';
  readonly autoNumberFormat?: string;
  readonly helpText?: string;
  /** Its changes are written to the object's history. */
  readonly trackHistory?: boolean;
  /** A roll-up summary of detail records; computed and never written by users. */
  readonly summary?: SummaryModel;
}

/** What the record of a look-up must be like. Paths begin with the target's name, `$Source` or a global variable. */
export interface LookupFilterModel {
  readonly items: readonly FilterItem[];
  /** `1 AND (2 OR 3)`; without it all items must hold. */
  readonly logic?: string;
  readonly message?: string;
}

export interface FilterItem {
  readonly field: string;
  readonly operation: string;
  readonly value?: string;
  readonly valueField?: string;
}

export interface SummaryModel {
  readonly operation: 'count' | 'sum' | 'min' | 'max';
  /** Object and master-detail field of the children. */
  readonly childObject: string;
  readonly childField: string;
  /** Field of the child that is summed; absent for count. */
  readonly summarizedField?: string;
  readonly filters: readonly { readonly field: string; readonly operation: string; readonly value: string }[];
}

export interface RecordTypeModel {
  /** 18 characters; derived from the names, so that every worker knows it without asking the database. */
  readonly id: string;
  readonly developerName: string;
  readonly label: string;
  readonly active: boolean;
  readonly description?: string;
  /** A record type of person accounts. */
  readonly person?: true;
  /** Default of each picklist field that the record type restricts, by the field's name; null where it has none. */
  readonly picklistDefaults: ReadonlyMap<string, string | null>;
  /** Values of each picklist field that the record type restricts, in lower case, by the field's name. */
  readonly picklistValues: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface ObjectModel {
  readonly name: string;
  readonly label: string;
  readonly pluralLabel: string;
  /** First three characters of its ids. */
  readonly keyPrefix: string;
  readonly kind: 'standard' | 'custom' | 'platformEvent' | 'customMetadata' | 'customSetting';
  readonly fields: ReadonlyMap<string, FieldModel>;
  /** Name field for lookups and the shell: `Name`, `OrderNumber`, `Subject`. */
  readonly nameField: string;
  /** True for standard objects of a feature or licence: users other than administrators need a permission set to read them. */
  readonly licensed?: boolean;
  /** Rights that nobody has: the platform's own services write the object's records. */
  readonly refuses?: readonly ('create' | 'edit' | 'delete')[];
  readonly sharing: 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent';
  /** Without the master record type, which every object has. */
  readonly recordTypes: readonly RecordTypeModel[];
  /** Custom settings only. */
  readonly settingsType?: 'Hierarchy' | 'List';
  /** Platform events only. */
  readonly publishBehavior?: 'PublishAfterCommit' | 'PublishImmediately';
}

export interface ChildRelationship extends ChildReference {
  readonly name: string;
}

/** A reference of another object to this one. Without a name, no query can reach the children. */
export interface ChildReference {
  readonly name: string | null;
  readonly childObject: string;
  readonly field: string;
}

export interface Schema {
  /** In front of all names of the project's own things; look-ups take names with and without it. */
  readonly namespace: OwnNamespace;
  object(name: string): ObjectModel | undefined;
  /** The field by name, ignoring case. Understands `Id` and the system fields. */
  field(object: string, name: string): FieldModel | undefined;
  /** The reference field behind a parent relationship name (`Account` → AccountId), ignoring case. */
  parentRelationship(object: string, relationshipName: string): FieldModel | undefined;
  childRelationship(object: string, name: string): ChildRelationship | undefined;
  childRelationships(object: string): readonly ChildRelationship[];
  /** All references to the object, those without a name too. */
  childReferences(object: string): readonly ChildReference[];
  objectByPrefix(keyPrefix: string): ObjectModel | undefined;
  objects(): Iterable<ObjectModel>;
}
